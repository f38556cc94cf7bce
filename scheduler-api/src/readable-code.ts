import { randomInt } from 'node:crypto';

/** Without letters and figures that are easily taken for one another. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A code for a person to read out and to type: five bits a character. */
export const createReadableCode = (length: number): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
