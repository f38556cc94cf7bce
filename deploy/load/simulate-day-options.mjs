import { parseArgs } from 'node:util';
import { countOf, orUsage } from './option-values.mjs';

export const usage = `npm run simulate [-- options]

Days of 40 contact points and 120 specialists, with each share of time kept for walk-ins and each set of head starts in the
line. Nothing is random but the seed, and no server is started. Fails unless a setting keeps what is demanded.

  --seed N     of the first day; the others follow (2027)
  --days N     (5)
  --json FILE  write what was measured there
  --help       this text`;

/**
 * @param {string[]} args
 * @returns {{ seed: number, days: number, json: string | undefined, help: boolean }}
 * @throws SetupError naming what is wrong
 */
export function parseOptions(args) {
  return orUsage(usage, () => {
    const { values } = parseArgs({
      args,
      options: {
        seed: { type: 'string', default: '2027' },
        days: { type: 'string', default: '5' },
        json: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    const { json, help } = values;
    return {
      seed: countOf('seed', values.seed, { from: 0, to: 999_999_999 }),
      days: countOf('days', values.days, { to: 99 }),
      json,
      help,
    };
  });
}
