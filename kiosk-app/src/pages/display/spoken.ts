import type { Language } from '@remote-clerk/shared/domain/languages.ts';

type Announced = { number: string; kiosk: string; language: Language };

const sentences: Readonly<Record<Language, (number: string, kiosk: string) => string>> = {
  lv: (number, kiosk) => `Numurs ${number}, lūdzu, pie ${kiosk}.`,
  en: (number, kiosk) => `Number ${number}, please go to ${kiosk}.`,
  ru: (number, kiosk) => `Номер ${number}, пожалуйста, подойдите: ${kiosk}.`,
  uk: (number, kiosk) => `Номер ${number}, будь ласка, підійдіть: ${kiosk}.`,
};

/** `V012` as people say it: the letter, each nought, then the number. */
const spoken = (number: string) => {
  const [, letters = '', noughts = '', rest = ''] = /^(\D*)(0*)(\d*)$/.exec(number) ?? [];
  return [letters, ...noughts, rest].filter(Boolean).join(' ') || number;
};

/** A call in the words of the ticket's language. */
export const sentenceFor = ({ number, kiosk, language }: Announced): string =>
  sentences[language](spoken(number), kiosk);
