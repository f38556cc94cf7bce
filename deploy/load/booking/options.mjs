import { parseArgs } from 'node:util';
import { countOf, databaseOf, orUsage } from '../option-values.mjs';

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
  return orUsage(usage, () => {
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
    const { json, help } = values;
    return {
      db: databaseOf(values.db),
      racers: countOf('racers', values.racers),
      bookings: countOf('bookings', values.bookings),
      searches: countOf('searches', values.searches),
      specialists: values.specialists.split(',').map((text) => countOf('specialists', text)),
      json,
      help,
    };
  });
}
