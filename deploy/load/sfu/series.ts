import { setTimeout as sleep } from 'node:timers/promises';
import { type Clients, startClients } from './clients.ts';
import { figuresOf, figuresOfOne, stealSeconds } from './process-figures.ts';
import type { RunningServer } from './servers/running-server.ts';

/** Turns that each server has at each step. */
const turns = 3;
/** Milliseconds of sending before packets count: with new calls, until a key frame has come through everywhere. */
const warmUpMs = { withNewCalls: 3_000, again: 1_000 };
/** Percent of lost packets with which a step is not held any more. */
const bearableLossPercent = 0.1;
/** Share of a core from which the clients cannot be trusted to send in time. */
const fullShare = 0.95;

export type Row = {
  server: string;
  people: number;
  calls: number;
  /** Shares of one core. */
  cpuShare: number;
  /** Of it, what the first process of the server took: at ours and the bare one, what is not the worker. */
  mainShare: number;
  clientsShare: number;
  stealShare: number;
  lossPercent: number;
  /** Milliseconds by which the clients were late to send, at worst. */
  clientsLateMs: number;
  packetsPerSecond: number;
  memoryMb: number;
  /** Of the server alone, before the first call. */
  emptyMb: number;
  verdict: 'held' | 'lossy' | 'clients late' | 'server full' | 'clients full' | 'broken';
};

/** Later than this a burst of what was not sent fills the clients' own sockets: the machine has other work. */
const bearableLateMs = 200;

type Plan = {
  people: number;
  steps: readonly number[];
  seconds: number;
  /** Asked before each step. */
  isTimeLeft: () => boolean;
};
type Side = { server: RunningServer; clients: Clients; emptyMb: number; calls: number; isOut: boolean };
type Sums = {
  seconds: number;
  cpu: number;
  main: number;
  clients: number;
  steal: number;
  sent: number;
  received: number;
  lateMs: number;
};

/**
 * Adds rooms of so many people step by step, on all servers alike. At each step one server after the other carries its calls
 * for a few seconds while the others' calls stand and send nothing, three times round. A server that does not hold a step has
 * no further ones.
 */
export async function runSeries(
  servers: readonly RunningServer[],
  { people, steps, seconds, isTimeLeft }: Plan,
  onRow: (row: Row) => void,
): Promise<void> {
  const sides: Side[] = servers.map((server) => ({
    server,
    clients: startClients(),
    emptyMb: figuresOf(server.pid).residentKiB / 1_024,
    calls: 0,
    isOut: false,
  }));
  let turn = 0;
  const drop = (side: Side, row: Row, error: unknown) => {
    console.error(`${side.server.name}: ${error instanceof Error ? error.message : error}`);
    side.isOut = true;
    onRow({ ...row, verdict: 'broken' });
  };
  try {
    for (const calls of steps) {
      if (!isTimeLeft()) {
        console.log(`No time is left for ${calls} rooms of ${people} and more.`);
        break;
      }
      const sums = new Map<Side, Sums>();
      for (const side of sides.filter(({ isOut }) => !isOut)) {
        await openRooms(side, calls, people).catch((error) => drop(side, rowOf(side, people, noSums), error));
      }
      for (let round = 0; round < turns; round++) {
        // There and back again, so that nobody always comes first.
        const order = round % 2 === 0 ? sides : sides.toReversed();
        for (const side of order.filter(({ isOut }) => !isOut)) {
          turn = (turn % 255) + 1;
          const more = await takeTurn(side, { turn, people, seconds: seconds / turns, isFirst: round === 0 }).catch(
            (error) => drop(side, rowOf(side, people, noSums), error),
          );
          if (more) sums.set(side, add(sums.get(side) ?? noSums, more));
        }
      }
      for (const side of sides.filter(({ isOut }) => !isOut)) {
        const row = rowOf(side, people, sums.get(side) ?? noSums);
        onRow(row);
        side.isOut = row.verdict !== 'held';
      }
    }
  } finally {
    await Promise.all(sides.map(({ clients }) => clients.stop()));
  }
}

async function openRooms(side: Side, calls: number, people: number): Promise<void> {
  for (; side.calls < calls; side.calls++) await side.clients.obey(await side.server.order(people));
}

async function takeTurn(
  { server, clients }: Side,
  { turn, people, seconds, isFirst }: { turn: number; people: number; seconds: number; isFirst: boolean },
): Promise<Sums> {
  const look = () => ({
    at: performance.now(),
    cpu: figuresOf(server.pid).cpuSeconds,
    main: figuresOfOne(server.pid).cpuSeconds,
    clients: clients.cpuSeconds(),
    steal: stealSeconds(0),
  });
  await clients.obey({ order: 'start' });
  await sleep(isFirst ? warmUpMs.withNewCalls : warmUpMs.again);
  await clients.obey({ order: 'count', turn });
  const from = look();
  await sleep(seconds * 1_000);
  const to = look();
  const { loss } = await clients.obey({ order: 'stop', copies: people - 1 });
  return {
    seconds: (to.at - from.at) / 1_000,
    cpu: to.cpu - from.cpu,
    main: to.main - from.main,
    clients: to.clients - from.clients,
    steal: to.steal - from.steal,
    sent: loss?.sent ?? 0,
    received: loss?.received ?? 0,
    lateMs: loss?.lateMs ?? 0,
  };
}

const noSums: Sums = { seconds: 0, cpu: 0, main: 0, clients: 0, steal: 0, sent: 0, received: 0, lateMs: 0 };

const add = (a: Sums, b: Sums): Sums => ({
  seconds: a.seconds + b.seconds,
  cpu: a.cpu + b.cpu,
  main: a.main + b.main,
  clients: a.clients + b.clients,
  steal: a.steal + b.steal,
  sent: a.sent + b.sent,
  received: a.received + b.received,
  lateMs: Math.max(a.lateMs, b.lateMs),
});

function rowOf({ server, emptyMb, calls }: Side, people: number, sums: Sums): Row {
  const of = (value: number) => (sums.seconds === 0 ? 0 : value / sums.seconds);
  const cpuShare = of(sums.cpu);
  const clientsShare = of(sums.clients);
  const lossPercent = sums.sent === 0 ? 100 : (1 - sums.received / sums.sent) * 100;
  return {
    server: server.name,
    people,
    calls,
    cpuShare: rounded(cpuShare, 4),
    mainShare: rounded(of(sums.main), 4),
    clientsShare: rounded(clientsShare, 3),
    stealShare: rounded(of(sums.steal), 3),
    lossPercent: rounded(lossPercent, 4),
    clientsLateMs: sums.lateMs,
    packetsPerSecond: Math.round(of(sums.received)),
    memoryMb: rounded(figuresOf(server.pid).residentKiB / 1_024, 1),
    emptyMb: rounded(emptyMb, 1),
    verdict: verdictOf({ cpuShare, clientsShare, lossPercent, clientsLateMs: sums.lateMs }),
  };
}

/** Who is full is asked first: of a full one loss says nothing more. */
function verdictOf({
  cpuShare,
  clientsShare,
  lossPercent,
  clientsLateMs,
}: Pick<Row, 'cpuShare' | 'clientsShare' | 'lossPercent' | 'clientsLateMs'>): Row['verdict'] {
  if (cpuShare > fullShare) return 'server full';
  if (clientsShare > fullShare) return 'clients full';
  if (lossPercent <= bearableLossPercent) return 'held';
  return clientsLateMs > bearableLateMs ? 'clients late' : 'lossy';
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
