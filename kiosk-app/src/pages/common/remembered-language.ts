import { Language, languages } from '@remote-clerk/shared/domain/languages.ts';

const storageKey = 'language';

/** The language last chosen in this browser, or null. A browser that keeps nothing remembers none. */
export function rememberedLanguage(): Language | null {
  try {
    return Language.nullable().catch(null).parse(localStorage.getItem(storageKey));
  } catch {
    return null;
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // It is chosen again next time.
  }
}

/** The first of the browser's languages that is one of ours, or null. */
export function browserLanguage(wanted: readonly string[] = navigator.languages): Language | null {
  const short = wanted.map((tag) => tag.slice(0, 2).toLowerCase());
  return languages.find((language) => language === short.find((tag) => languages.some((ours) => ours === tag))) ?? null;
}
