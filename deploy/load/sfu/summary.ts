import type { Row } from './series.ts';

export type Carried = {
  /** At the largest step that was held by all. */
  callsPerCore: number;
  /** The largest step that this one held. */
  held: number;
  memoryMbPerCall: number | null;
  /** As `callsPerCore`, of the media worker alone, which has a core of its own where there are several. */
  callsPerWorkerCore: number;
};

/**
 * Calls that one core would carry: those of the largest step that all servers held, by the share of a core that they took.
 * Of several settings of one server give the better to whoever compares.
 */
export function carriedBy(rows: readonly Row[], server: string): Carried | null {
  const pairs = rows.filter(({ people }) => people === 2);
  const held = (name: string) => pairs.filter((row) => row.server === name && row.verdict === 'held');
  const names = new Set(pairs.map((row) => row.server));
  const common = Math.min(...[...names].map((name) => held(name).at(-1)?.calls ?? Number.POSITIVE_INFINITY));
  const mine = held(server);
  const row = mine.find(({ calls }) => calls === common);
  const first = mine[0];
  const last = mine.at(-1);
  if (!row || !first || !last) return null;
  const memory = last.calls > first.calls ? (last.memoryMb - first.memoryMb) / (last.calls - first.calls) : null;
  return {
    callsPerCore: row.calls / row.cpuShare,
    callsPerWorkerCore: row.calls / (row.cpuShare - row.mainShare),
    held: last.calls,
    memoryMbPerCall: memory === null ? null : rounded(memory, 2),
  };
}

export function summarise(rows: readonly Row[]) {
  const ours = carriedBy(rows, 'ours');
  const bare = carriedBy(rows, 'bare');
  const names = [...new Set(rows.map(({ server }) => server))].filter((name) => name.startsWith('janus'));
  const [janus] = names
    .flatMap((name) => ({ name, ...carriedBy(rows, name) }))
    .toSorted((a, b) => (b.callsPerCore ?? 0) - (a.callsPerCore ?? 0));
  const ratio = (other: number | undefined) =>
    ours && other !== undefined ? rounded(ours.callsPerCore / other, 3) : null;
  const whole = (value: number | undefined) => (value === undefined ? null : Math.round(value));
  return {
    callsPerCore: whole(ours?.callsPerCore),
    bareCallsPerCore: whole(bare?.callsPerCore),
    janusCallsPerCore: whole(janus?.callsPerCore),
    janusSetting: janus?.callsPerCore === undefined ? null : janus.name,
    ratioToBare: ratio(bare?.callsPerCore),
    ratioToJanus: ratio(janus?.callsPerCore),
    /** Our worker's with the bare one's: without the process for signalling, on either side. */
    workerRatioToBare: ours && bare ? rounded(ours.callsPerWorkerCore / bare.callsPerWorkerCore, 3) : null,
    memoryMbPerCall: ours?.memoryMbPerCall ?? null,
    bareMemoryMbPerCall: bare?.memoryMbPerCall ?? null,
    janusMemoryMbPerCall: janus?.memoryMbPerCall ?? null,
    /** Percent of a core that a room takes, by how many are in it. */
    ourPercentPerRoom: percentPerRoom(rows),
    howPerCore: 'calls of the largest step that all held without loss, by the share of one core that they took',
  };
}

function percentPerRoom(rows: readonly Row[]): Record<string, number> {
  const last = new Map(
    rows.filter(({ server, verdict }) => server === 'ours' && verdict === 'held').map((row) => [row.people, row]),
  );
  return Object.fromEntries([...last].map(([people, row]) => [people, rounded((row.cpuShare / row.calls) * 100, 2)]));
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
