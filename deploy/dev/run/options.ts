import { parseArgs } from 'node:util';

export const usage = `npm start [-- options]

  --reset      begin again: removes .data/ (database, secrets, logs) first
  --no-kiosk   don't open the kiosk in a window
  --help       this text`;

export type RunOptions = { reset: boolean; kiosk: boolean; help: boolean };

/** @throws TypeError naming the option that does not exist */
export function parseOptions(args: string[]): RunOptions {
  const { values } = parseArgs({
    args,
    options: {
      reset: { type: 'boolean', default: false },
      'no-kiosk': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return { reset: values.reset, kiosk: !values['no-kiosk'], help: values.help };
}
