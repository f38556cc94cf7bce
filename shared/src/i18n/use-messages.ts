import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../domain/languages.ts';
import type { CommonMessages } from './common/lv.ts';
import { currentLanguage } from './create-i18n.ts';
import type { MessageArguments, Say } from './create-say.ts';
import { createFormat, type Format } from './format.ts';

export type { Say } from './create-say.ts';

/**
 * What an application makes its own hook of: `export const useMessages = () => useNamespace<Messages>('kiosk')`, then
 * `const say = useMessages(); say('waiting.place', { place: 3 })`.
 * @param language for words to somebody who reads another language than the screen's
 */
export function useNamespace<Messages>(namespace: string, language?: Language): Say<Messages> {
  const { t } = useTranslation(namespace, { lng: language });
  return (key: string, args: MessageArguments = {}) => t(key, { ...args });
}

/** The components' own words. */
export const useCommonMessages = () => useNamespace<CommonMessages>('common');

/** The language on screen, and how to change it. */
export function useLanguage(): { language: Language; setLanguage: (language: Language) => void } {
  const { i18n } = useTranslation();
  return { language: currentLanguage(i18n), setLanguage: (language) => void i18n.changeLanguage(language) };
}

/** Dates, times and durations in the language on screen. */
export function useFormat(): Format {
  const { language } = useLanguage();
  return useMemo(() => createFormat(language), [language]);
}
