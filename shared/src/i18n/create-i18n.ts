import { createInstance, type i18n } from 'i18next';
import ICU from 'i18next-icu';
import { initReactI18next } from 'react-i18next';
import { Language, languages } from '../domain/languages.ts';
import { commonMessages } from './common/messages.ts';
import type { NamespaceMessages } from './create-say.ts';

interface I18nOptions {
  /** The application's own messages by namespace; the components' words (`common`) are always added. */
  readonly messages: Readonly<Record<string, NamespaceMessages>>;
  readonly language: Language;
}

/**
 * An i18next instance of its own, ready at once (nothing is loaded), that speaks ICU messages and keeps
 * `<html lang>` in step. Unknown keys are shown as they are.
 */
export function createI18n({ messages, language }: I18nOptions): i18n {
  const namespaces: Record<string, NamespaceMessages> = { ...messages, common: commonMessages };
  const instance = createInstance();
  instance.on('languageChanged', setDocumentLanguage);
  void instance
    .use(new ICU())
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'lv',
      supportedLngs: languages,
      ns: Object.keys(namespaces),
      defaultNS: 'common',
      resources: Object.fromEntries(
        languages.map((each) => [
          each,
          Object.fromEntries(Object.entries(namespaces).map(([name, byLanguage]) => [name, byLanguage[each]])),
        ]),
      ),
      keySeparator: false,
      nsSeparator: false,
      initAsync: false,
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    });
  return instance;
}

function setDocumentLanguage(language: string): void {
  if (typeof document !== 'undefined') document.documentElement.lang = language;
}

/** The language an instance speaks now; Latvian while it is none of ours. */
export function currentLanguage(instance: i18n): Language {
  return Language.catch('lv').parse(instance.language);
}
