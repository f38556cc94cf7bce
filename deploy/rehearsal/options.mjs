import { parseArgs } from 'node:util';
import { SetupError } from '../dev/setup/setup-error.mjs';

export const usage = `npm run rehearsal [-- options]

  --consultations N    how many to hold, one after the other (3)
  --url ADDRESS        rehearse with the system that runs there; otherwise one is started for it and removed afterwards
  --kiosk app|browser  the kiosk app (on Electron or its stand-in), or the kiosk's page in an ordinary browser (app)
  --headed             show the windows
  --json FILE          write every measurement there
  --out FOLDER         screenshots and logs go there (.data/rehearsal/<time>)
  --help               this text`;

/** @typedef {{ consultations: number, url: string | undefined, kiosk: 'app' | 'browser', headed: boolean,
 *    json: string | undefined, out: string | undefined, help: boolean }} RehearsalOptions */

/**
 * Plain JavaScript, because a mistyped option is worth saying before minutes of set-up.
 * @param {string[]} args
 * @returns {RehearsalOptions}
 * @throws SetupError naming what can't be right
 */
export function parseOptions(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        consultations: { type: 'string', default: '3' },
        url: { type: 'string' },
        kiosk: { type: 'string', default: 'app' },
        headed: { type: 'boolean', default: false },
        json: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    const consultations = Number(values.consultations);
    if (!Number.isInteger(consultations) || consultations < 1) throw new Error('--consultations wants a number from 1');
    if (values.kiosk !== 'app' && values.kiosk !== 'browser') throw new Error('--kiosk is "app" or "browser"');
    if (values.url !== undefined && !URL.canParse(values.url)) throw new Error('--url wants an address');
    const { url, kiosk, headed, json, out, help } = values;
    return { consultations, url: url && new URL(url).origin, kiosk, headed, json, out, help };
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}
