import type { Words } from '../../common/use-words.ts';
import type { Messages } from './lv.ts';

/** Each language is a file of its own, fetched when it is spoken. */
export const words: Words<Messages> = {
  lv: async () => (await import('./lv.ts')).lv,
  en: async () => (await import('./en.ts')).en,
  ru: async () => (await import('./ru.ts')).ru,
  uk: async () => (await import('./uk.ts')).uk,
};

/** What asks whether to go on in the browser's language, in that language. */
export const offers = {
  lv: { ask: 'Turpināt latviski?', yes: 'Jā, latviski', no: 'Nē, paldies' },
  en: { ask: 'Continue in English?', yes: 'Yes, in English', no: 'No, thank you' },
  ru: { ask: 'Продолжить по-русски?', yes: 'Да, по-русски', no: 'Нет, спасибо' },
  uk: { ask: 'Продовжити українською?', yes: 'Так, українською', no: 'Ні, дякую' },
} as const;
