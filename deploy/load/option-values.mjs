import { SetupError } from '../dev/setup/setup-error.mjs';

/**
 * @template Options
 * @param {string} usage
 * @param {() => Options} read throws for what is wrong
 * @returns {Options}
 * @throws SetupError naming what is wrong, with the usage
 */
export function orUsage(usage, read) {
  try {
    return read();
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

/** @param {string} text @returns {'sqlite' | 'postgres'} */
export function databaseOf(text) {
  if (text !== 'sqlite' && text !== 'postgres') throw new Error(`--db takes sqlite or postgres, not ${text}`);
  return text;
}

/** @param {string} name @param {string} text @param {{ from?: number, to?: number }} [range] */
export function countOf(name, text, { from = 1, to = 99_999 } = {}) {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (value < from || value > to) throw new Error(`--${name} takes a whole number from ${from} to ${to}, not ${text}`);
  return value;
}
