import { parseArgs } from 'node:util';
import { countOf, orUsage } from '../option-values.mjs';

/** @typedef {'ours' | 'bare' | 'janus'} Contender */

/** @type {readonly Contender[]} */
const contenders = ['ours', 'bare', 'janus'];

export const usage = `npm run bench:sfu -- [options]

How many two-party calls one core carries: on this project's media node, on the same mediasoup worker with nothing of ours
around it, and on Janus' videoroom (Debian's package; left out where it is missing, or a C compiler is). Clients without
codecs send 300 kbit/s of picture and 32 of sound each, over real ICE, DTLS and SRTP on loopback. Calls are added step by
step; at each step the servers take turns of a few seconds. The servers run on core 0, the clients on core 1.

  --only LIST      of ours, bare and janus, parted by commas (all)
  --steps LIST     calls at each step, growing (10,20,30,40)
  --seconds N      measured at each step on each server, in three turns (15)
  --picture FILE   draw how the cost grows
  --json FILE      write what was measured there
  --help           this text`;

/**
 * @param {string[]} args
 * @returns {{ only: Contender[], steps: number[], seconds: number, picture: string | undefined, json: string | undefined, help: boolean }}
 * @throws SetupError naming what is wrong
 */
export function parseOptions(args) {
  return orUsage(usage, () => {
    const { values } = parseArgs({
      args,
      options: {
        only: { type: 'string', default: contenders.join(',') },
        steps: { type: 'string', default: '10,20,30,40' },
        seconds: { type: 'string', default: '15' },
        picture: { type: 'string' },
        json: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    const { only, picture, json, help } = values;
    const steps = values.steps.split(',').map((step) => countOf('steps', step, { from: 1, to: 500 }));
    if (steps.some((step, index) => step <= (steps[index - 1] ?? 0))) throw new Error('--steps must grow');
    return {
      only: only.split(',').map(contenderOf),
      steps,
      seconds: countOf('seconds', values.seconds, { from: 3, to: 120 }),
      picture,
      json,
      help,
    };
  });
}

/** @param {string} name @returns {Contender} */
function contenderOf(name) {
  const known = contenders.find((one) => one === name);
  if (!known) throw new Error(`--only takes ${contenders.join(', ')}, not ${name}`);
  return known;
}
