import { parseArgs } from 'node:util';
import { countOf, orUsage } from '../option-values.mjs';

export const usage = `npm run soak -- [options]

Rooms that open and close all the time, each for 10 to 40 seconds, on a media node of their own; beside it a whole system with
one call between a kiosk and a console in real browsers, which lasts. Every ten seconds it is looked at what the servers hold:
memory, threads, open files, ports. Fails when one of them grows, or the call in the browsers stops.

  --minutes N        (60)
  --rooms N          at once (20)
  --browsers on|off  (on)
  --picture FILE     draw what the servers held
  --json FILE        write what was measured there
  --help             this text`;

/**
 * @param {string[]} args
 * @returns {{ minutes: number, rooms: number, browsers: boolean, picture: string | undefined, json: string | undefined, help: boolean }}
 * @throws SetupError naming what is wrong
 */
export function parseOptions(args) {
  return orUsage(usage, () => {
    const { values } = parseArgs({
      args,
      options: {
        minutes: { type: 'string', default: '60' },
        rooms: { type: 'string', default: '20' },
        browsers: { type: 'string', default: 'on' },
        picture: { type: 'string' },
        json: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    const { browsers, picture, json, help } = values;
    if (browsers !== 'on' && browsers !== 'off') throw new Error(`--browsers takes on or off, not ${browsers}`);
    return {
      minutes: countOf('minutes', values.minutes, { from: 1, to: 1_440 }),
      rooms: countOf('rooms', values.rooms, { from: 1, to: 200 }),
      browsers: browsers === 'on',
      picture,
      json,
      help,
    };
  });
}
