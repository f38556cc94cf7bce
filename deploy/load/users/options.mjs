import { parseArgs } from 'node:util';
import { countOf, databaseOf, orUsage } from '../option-values.mjs';

export const usage = `npm run bench:users -- [options]

So many people at once at a scheduler-api of its own, over HTTP and sockets: of ten, six are clerks who book and keep the line,
four are specialists who serve; citizens at kiosks beside them. They think between what they do. Tells how long each action
takes. Fails when anything but a refusal that a person would expect is answered.

  --db sqlite|postgres   a file, or a PostgreSQL server that is started for it (sqlite)
  --users N              clerks and specialists together, at least 5 (100)
  --seconds N            (120)
  --seed N               of who does what and how long they think (2027)
  --json FILE            write what was measured there
  --help                 this text`;

/**
 * @param {string[]} args
 * @returns {{ db: 'sqlite' | 'postgres', users: number, seconds: number, seed: number, json: string | undefined, help: boolean }}
 * @throws SetupError naming what is wrong
 */
export function parseOptions(args) {
  return orUsage(usage, () => {
    const { values } = parseArgs({
      args,
      options: {
        db: { type: 'string', default: 'sqlite' },
        users: { type: 'string', default: '100' },
        seconds: { type: 'string', default: '120' },
        seed: { type: 'string', default: '2027' },
        json: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    const { json, help } = values;
    return {
      db: databaseOf(values.db),
      users: countOf('users', values.users, { from: 5, to: 2_000 }),
      seconds: countOf('seconds', values.seconds, { from: 1, to: 3_600 }),
      seed: countOf('seed', values.seed, { from: 0, to: 999_999_999 }),
      json,
      help,
    };
  });
}
