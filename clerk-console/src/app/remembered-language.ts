import { Language } from '@remote-clerk/shared/domain/languages.ts';
import type { i18n } from 'i18next';

const storageKey = 'language';

/** The language last chosen in this browser; Latvian where none was. */
export const rememberedLanguage = (): Language => Language.catch('lv').parse(localStorage.getItem(storageKey));

export function rememberLanguage(i18n: i18n): void {
  i18n.on('languageChanged', (language) => localStorage.setItem(storageKey, language));
}
