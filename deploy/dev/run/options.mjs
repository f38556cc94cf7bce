import { parseArgs } from 'node:util';
import { SetupError } from '../setup/setup-error.mjs';

export const usage = `npm start [-- options]

  --reset      begin again: removes .data/ (database, secrets, logs) first
  --no-kiosk   don't open the kiosk in a window
  --help       this text`;

/** @typedef {{ reset: boolean, kiosk: boolean, help: boolean }} RunOptions */

/**
 * Plain JavaScript, because a mistyped option is worth saying before minutes of set-up.
 * @param {string[]} args
 * @returns {RunOptions}
 * @throws SetupError naming the option that does not exist
 */
export function parseOptions(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        reset: { type: 'boolean', default: false },
        'no-kiosk': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return { reset: values.reset, kiosk: !values['no-kiosk'], help: values.help };
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}
