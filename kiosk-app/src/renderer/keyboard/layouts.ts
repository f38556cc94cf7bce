import type { Language } from '@remote-clerk/shared/domain/languages.ts';

const latin = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const russian = ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбюё'];
const ukrainian = ['йцукенгшщзхї', 'фівапролджє', 'ячсмитьбюґ'];

/** Search overlooks diacritics, so plain letters are enough for Latvian, too. */
export const letters: Readonly<Record<Language, readonly string[]>> = {
  lv: latin,
  en: latin,
  ru: russian,
  uk: ukrainian,
};

/** A name is written as it is: with all its letters, hyphens and apostrophes. */
export const latinNames: readonly string[] = ['āčēģīķļņšūž', ...latin.with(2, 'zxcvbnm-’')];
export const names: Readonly<Record<Language, readonly string[]>> = {
  lv: latinNames,
  en: latinNames,
  ru: russian.with(2, 'ячсмитьбюё-'),
  uk: ukrainian.with(2, 'ячсмитьбюґ-’'),
};

/** Whole sentences: letters as in names, and what stands between them, which has its place beside the space. */
export const marks = '.,?!:';
export const latinText: readonly string[] = ['1234567890', 'āčēģīķļņšūž', ...latin.with(2, 'zxcvbnm-’')];
export const texts: Readonly<Record<Language, readonly string[]>> = {
  lv: latinText,
  en: ['1234567890', ...latin.with(2, 'zxcvbnm-’')],
  ru: ['1234567890', ...names.ru],
  uk: ['1234567890', ...names.uk],
};

export const emailKeys = ['1234567890', 'qwertyuiop', 'asdfghjkl@', 'zxcvbnm.-_'];
export const phoneKeys = ['123', '456', '789', '+0'];

export const codeKeys = ['1234567890', 'QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'];
export const digitKeys = ['123', '456', '789', '0'];
