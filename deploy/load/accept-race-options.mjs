import { parseArgs } from 'node:util';
import { countOf, databaseOf, orUsage } from './option-values.mjs';

export const usage = `npm run bench:accept [-- options]

All specialists press accept on one consultation at the same moment, round after round, over HTTP on connections that are
open already, at a scheduler-api of its own. Fails unless exactly one succeeds each time.

  --db sqlite|postgres   a file, or a PostgreSQL server that is started for it (sqlite)
  --rounds N             (200)
  --specialists N        (50)
  --json FILE            write what was measured there
  --help                 this text`;

/**
 * @param {string[]} args
 * @returns {{ db: 'sqlite' | 'postgres', rounds: number, specialists: number, json: string | undefined, help: boolean }}
 * @throws SetupError naming what is wrong
 */
export function parseOptions(args) {
  return orUsage(usage, () => {
    const { values } = parseArgs({
      args,
      options: {
        db: { type: 'string', default: 'sqlite' },
        rounds: { type: 'string', default: '200' },
        specialists: { type: 'string', default: '50' },
        json: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    const { json, help } = values;
    return {
      db: databaseOf(values.db),
      rounds: countOf('rounds', values.rounds),
      specialists: countOf('specialists', values.specialists),
      json,
      help,
    };
  });
}
