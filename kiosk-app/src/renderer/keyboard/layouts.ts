import type { Language } from '@remote-clerk/shared/domain/languages.ts';

const latin = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Search overlooks diacritics, so plain letters are enough for Latvian, too. */
export const letters: Readonly<Record<Language, readonly string[]>> = {
  lv: latin,
  en: latin,
  ru: ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбюё'],
  uk: ['йцукенгшщзхї', 'фівапролджє', 'ячсмитьбюґ'],
};

export const codeKeys = ['1234567890', 'QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'];
export const digitKeys = ['123', '456', '789', '0'];
