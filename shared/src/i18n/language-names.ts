import type { Language } from '../domain/languages.ts';

/** Every language in its own words, as its speakers look for it. */
export const languageNames: Readonly<Record<Language, string>> = {
  lv: 'Latviešu',
  en: 'English',
  ru: 'Русский',
  uk: 'Українська',
};
