import { parseArgs } from 'node:util';
import { countOf, databaseOf, orUsage } from '../option-values.mjs';

export const usage = `npm run bench:audit [-- options]

Writes a large record into an empty database, seals it and proves it, with entries a second for each; then flips one bit of one
entry and looks for it, and writes one entry into the past and looks for that. Fails when either is not found.

  --db sqlite|postgres   a file, or a PostgreSQL server that is started for it (sqlite)
  --entries N            (1000000)
  --json FILE            write what was measured there
  --help                 this text`;

/**
 * @param {string[]} args
 * @returns {{ db: 'sqlite' | 'postgres', entries: number, json: string | undefined, help: boolean }}
 * @throws SetupError naming what is wrong
 */
export function parseOptions(args) {
  return orUsage(usage, () => {
    const { values } = parseArgs({
      args,
      options: {
        db: { type: 'string', default: 'sqlite' },
        entries: { type: 'string', default: '1000000' },
        json: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    const { json, help } = values;
    const entries = countOf('entries', values.entries, { from: 1_000, to: 100_000_000 });
    return { db: databaseOf(values.db), entries, json, help };
  });
}
