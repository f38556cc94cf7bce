import { parseArgs } from 'node:util';
import { SetupError } from '../../dev/setup/setup-error.mjs';

export const usage = `npm run bench:booking [-- options]

Books appointments over HTTP at a scheduler-api of its own: (a) a race of many for few times, by name and with anyone, with
double clicks and with holds that are over; (b) how many bookings a second, beside the same rows written by the bare
database driver; (c) how long a search over 30 days takes with more and more specialists. Fails on a double booking or a 5xx.

  --db sqlite|postgres   a file, or a PostgreSQL server that is started for it (sqlite)
  --racers N             (1000)
  --bookings N           for the bookings a second (1000)
  --searches N           for each number of specialists (40)
  --specialists LIST     for the search (20,200,2000)
  --json FILE            write what was measured there
  --help                 this text`;

/**
 * @param {string[]} args
 * @returns {{ db: 'sqlite' | 'postgres', racers: number, bookings: number, searches: number, specialists: number[], json: string | undefined, help: boolean }}
 * @throws SetupError naming what is wrong
 */
export function parseOptions(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        db: { type: 'string', default: 'sqlite' },
        racers: { type: 'string', default: '1000' },
        bookings: { type: 'string', default: '1000' },
        searches: { type: 'string', default: '40' },
        specialists: { type: 'string', default: '20,200,2000' },
        json: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    const { db, json, help } = values;
    if (db !== 'sqlite' && db !== 'postgres') throw new Error(`--db takes sqlite or postgres, not ${db}`);
    return {
      db,
      racers: count('racers', values.racers),
      bookings: count('bookings', values.bookings),
      searches: count('searches', values.searches),
      specialists: values.specialists.split(',').map((text) => count('specialists', text)),
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
