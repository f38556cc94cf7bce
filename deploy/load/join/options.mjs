import { parseArgs } from 'node:util';
import { countOf, orUsage } from '../option-values.mjs';

export const usage = `npm run bench:join -- [options]

From the specialist's accepting to the first decoded frame at both ends, in real browsers: ours, which is warm by then; a minimal
client on bare mediasoup that connects when it is accepted, call by call beside it; and ours at 100 ms round trip and 1 % loss.

  --calls N     of each (50)
  --json FILE   write what was measured there
  --out FOLDER  the servers' logs go there (.data/join/<time>)
  --help        this text`;

/**
 * @param {string[]} args
 * @returns {{ calls: number, json: string | undefined, out: string | undefined, help: boolean }}
 * @throws SetupError naming what is wrong
 */
export function parseOptions(args) {
  return orUsage(usage, () => {
    const { values } = parseArgs({
      args,
      options: {
        calls: { type: 'string', default: '50' },
        json: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    return { ...values, calls: countOf('calls', values.calls), json: values.json, out: values.out };
  });
}
