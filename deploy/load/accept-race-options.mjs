import { parseArgs } from 'node:util';
import { SetupError } from '../dev/setup/setup-error.mjs';

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
  try {
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
    const { db, json, help } = values;
    if (db !== 'sqlite' && db !== 'postgres') throw new Error(`--db takes sqlite or postgres, not ${db}`);
    return {
      db,
      rounds: count('rounds', values.rounds),
      specialists: count('specialists', values.specialists),
      json,
      help,
    };
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

/** @param {string} name @param {string} text */
function count(name, text) {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new Error(`--${name} takes a whole number from 1 to 99999, not ${text}`);
  return Number(text);
}
