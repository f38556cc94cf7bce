import { commonParts } from './common-passwords.ts';

/** As guesses are made: without accents, case, and the marks between. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Names shorter than this are in many a good password by chance. */
const shortestName = 4;
/** How many different characters must be left when what everybody uses is taken out. */
const leastOwn = 5;

/**
 * Whether a password is among those that are guessed first: common words and rows of keys with digits around them, one
 * character repeated, or the owner's user name or organisation. There are no rules on what it must be made of.
 */
export function isWeak(password: string, owner: { username: string; organisation: string }): boolean {
  const folded = fold(password);
  const names = [owner.username, owner.organisation].map(fold).filter((name) => name.length >= shortestName);
  if (names.some((name) => folded.includes(name))) return true;
  const own = commonParts.reduce((left, part) => left.replaceAll(part, ' '), folded).replaceAll(/[\d ]/g, '');
  return new Set(own).size < leastOwn && !hasManyDigits(folded);
}

/** Digits alone are good when they are many and no row. */
function hasManyDigits(folded: string): boolean {
  const digits = [...folded].filter((character) => character >= '0' && character <= '9').map(Number);
  const steps = digits.slice(1).map((digit, index) => (digit - (digits[index] ?? 0) + 10) % 10);
  return digits.length >= 16 && new Set(digits).size >= leastOwn && new Set(steps).size >= leastOwn;
}
