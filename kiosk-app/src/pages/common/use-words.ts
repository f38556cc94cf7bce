import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { useEffect, useState } from 'react';
import { rememberLanguage } from './remembered-language.ts';

type Spoken<Messages> = { readonly language: Language; readonly messages: Messages };
export type Words<Messages> = Readonly<Record<Language, () => Promise<Messages>>>;

/**
 * The page's language and messages. Another language is fetched when it is chosen, and shown once it is there.
 * @param first what the page begins with
 */
export function useWords<Messages>(words: Words<Messages>, first: Spoken<Messages>) {
  const [spoken, setSpoken] = useState(first);
  useEffect(() => {
    document.documentElement.lang = spoken.language;
  }, [spoken.language]);
  const setLanguage = async (language: Language) => {
    const messages = await words[language]();
    rememberLanguage(language);
    setSpoken({ language, messages });
  };
  return { ...spoken, setLanguage };
}
