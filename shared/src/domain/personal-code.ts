import { z } from 'zod';

/** A Latvian personal code as eleven digits without the hyphen. Never in a URL, a log or a message. */
export type PersonalCode = z.infer<typeof PersonalCode>;

/** From the left; the sum of the products and one, modulo 11 and then 10, is the eleventh digit. */
const weights = [10, 5, 8, 4, 2, 1, 6, 3, 7, 9];
const centuries: Readonly<Record<string, number>> = { 0: 1800, 1: 1900, 2: 2000 };

/** @param digits ten of them, without the one that checks */
export function checkDigitOf(digits: string): number {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 1);
  return (sum % 11) % 10;
}

/** Whether such a day was; what is written as the thirtieth of February was nobody's birthday. */
function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * Codes given before July 2017 begin with the day of birth, their seventh digit is the century and their last one checks.
 * Those given since begin with 32 to 39, which no day does, and all else in them is drawn by lot: nothing in it can be wrong.
 */
function isPersonalCode(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) return false;
  if (/^3[2-9]/.test(digits)) return true;
  const [day, month, year] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)].map(Number);
  const century = centuries[digits[6] ?? ''];
  if (day === undefined || month === undefined || year === undefined || century === undefined) return false;
  return isDay(century + year, month, day) && checkDigitOf(digits.slice(0, 10)) === Number(digits[10]);
}

/** What a person typed or a provider gave, with or without hyphen, spaces or the country before it (`PNOLV-…`, `LV/LV/…`). */
export const PersonalCode = z
  .string()
  .max(40)
  .transform((text) =>
    text
      .trim()
      .replace(/^(PNO|TIN)?LV[-/](LV\/)?/i, '')
      .replaceAll(/[\s-]/g, ''),
  )
  // The message holds nothing of what was typed.
  .refine(isPersonalCode, 'Not a Latvian personal code')
  .brand<'PersonalCode'>();

/** With its hyphen, as people read it. */
export const formatPersonalCode = (code: PersonalCode): string => `${code.slice(0, 6)}-${code.slice(6)}`;

/** Enough to tell one person of a conversation from another, too little to be used: `32••••-•••45`. */
export const maskPersonalCode = (code: PersonalCode): string => `${code.slice(0, 2)}••••-•••${code.slice(9)}`;
