import { setTimeout as sleep } from 'node:timers/promises';
import { perfect } from '../link/lane.ts';
import type { Link } from '../link/link.ts';
import type { LinkedEnds } from '../link/linked-ends.ts';
import type { LinkedSystem, MediaNode } from '../link/linked-system.ts';
import { plugCamera } from './camera.ts';
import type { ScenarioName } from './options.mjs';
import { findCarrier, renderersOf, workerOf } from './victims.ts';

export type Stage = {
  system: LinkedSystem;
  ends: LinkedEnds;
  /** The line that is hit: the kiosk's and the console's by turns. */
  link: Link;
  /** How many runs of this scenario came before. */
  round: number;
};

/** A fault as it went: from when on the picture is waited for, in milliseconds since 1970. */
type Struck = {
  since: number;
  /** What else must be so before it is back. */
  isBack?: () => Promise<boolean>;
};
type Step = {
  /** The row that it counts for. */
  row: string;
  strike: (stage: Stage) => Promise<Struck>;
};
export type Scenario = {
  steps: readonly Step[];
  /** Puts things as they were, once the picture is back. */
  restore?: (stage: Stage) => Promise<void>;
};

const seconds = 1_000;
const over = (): Struck => ({ since: Date.now() });

const cut =
  (ms: number) =>
  async ({ link }: Stage): Promise<Struck> => {
    link.cut();
    await sleep(ms);
    link.mend();
    return over();
  };

/** A death counts from its moment, whatever is started again afterwards. */
async function die(...kill: (() => Promise<void>)[]): Promise<Struck> {
  const died = over();
  await Promise.all(kill.map((one) => one()));
  return died;
}

async function carrierOf({ system }: Stage) {
  const carrier = await findCarrier(system);
  if (!carrier) throw new Error('No media node carries the call');
  return carrier;
}

const dead = new Set<MediaNode>();
const killNodes = (nodes: readonly MediaNode[]) => {
  for (const node of nodes) dead.add(node);
  return die(
    ...nodes.map(
      ({ server }) =>
        () =>
          server.kill(),
    ),
  );
};
async function revive(nodes: Iterable<MediaNode> = [...dead]): Promise<void> {
  for (const node of nodes) {
    await node.server.start();
    dead.delete(node);
  }
}

const single = (row: ScenarioName, strike: Step['strike'], restore?: Scenario['restore']): Scenario => ({
  steps: [{ row, strike }],
  ...(restore && { restore }),
});

export const scenarios: Record<ScenarioName, Scenario> = {
  'signalling-cut': single('signalling-cut', async ({ link, system }) => {
    link.closeConnections(system.nodes.map(({ signallingPort }) => signallingPort));
    return over();
  }),
  'link-cut-2s': single('link-cut-2s', cut(2 * seconds)),
  'link-cut-10s': single('link-cut-10s', cut(10 * seconds)),
  'link-cut-40s': single('link-cut-40s', cut(40 * seconds)),
  'one-direction': single('one-direction', async ({ link, round }) => {
    link.cut([round % 4 < 2 ? 'up' : 'down']);
    await sleep(10 * seconds);
    link.mend();
    return over();
  }),
  'udp-blocked': single(
    'udp-blocked',
    async ({ link }) => {
      link.blockUdp(true);
      return over();
    },
    async ({ link }) => link.blockUdp(false),
  ),
  'address-changed': single('address-changed', async ({ link }) => {
    link.changeAddress();
    return over();
  }),
  'loss-30-percent': single('loss-30-percent', async ({ link }) => {
    link.impair({ lossShare: 0.3 });
    await sleep(10 * seconds);
    link.impair(perfect);
    return over();
  }),
  'api-restarted': single('api-restarted', async ({ system }) => {
    await system.api.kill();
    await system.api.start();
    return over();
  }),
  'postgres-restarted': single('postgres-restarted', async ({ system }) => {
    await system.postgres?.restart();
    return over();
  }),
  'worker-killed': single('worker-killed', async (stage) => {
    const { node, mediaPort } = await carrierOf(stage);
    process.kill(workerOf(node.server.pid ?? 0, mediaPort), 'SIGKILL');
    return over();
  }),
  'node-killed': single(
    'node-killed',
    async (stage) => killNodes([(await carrierOf(stage)).node]),
    () => revive(),
  ),
  'nodes-dead': {
    steps: [
      { row: 'nodes-dead', strike: ({ system }) => killNodes(system.nodes) },
      {
        row: 'node-returns',
        async strike({ system }) {
          await revive([...dead].slice(0, 1));
          return { ...over(), isBack: async () => (await findCarrier(system)) !== null };
        },
      },
    ],
    restore: () => revive(),
  },
  'tab-suspended': single('tab-suspended', async ({ ends }) => {
    const renderers = await renderersOf(ends.console.browser);
    for (const pid of renderers) process.kill(pid, 'SIGSTOP');
    await sleep(5 * seconds);
    for (const pid of renderers) process.kill(pid, 'SIGCONT');
    return over();
  }),
  'camera-unplugged': single('camera-unplugged', async ({ ends }) => {
    await plugCamera(ends.kiosk.page, false);
    await sleep(3 * seconds);
    await plugCamera(ends.kiosk.page, true);
    return over();
  }),
};
