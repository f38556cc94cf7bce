import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { useCallback } from 'react';

/** Writes a figure with at most so many decimals, as people write it in the language on screen. */
export function useNumber(): (value: number, digits: number) => string {
  const { language } = useLanguage();
  return useCallback((value, digits) => value.toLocaleString(language, { maximumFractionDigits: digits }), [language]);
}
