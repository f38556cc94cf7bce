import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { report } from '../measured.ts';
import { lineChart } from '../sfu/line-chart.ts';
import { descendantsOf, figuresOf } from '../sfu/process-figures.ts';
import { startOurs } from '../sfu/servers/ours.ts';
import { startBrowserCall } from './browser-call.ts';
import { Churn } from './churn.ts';
import { parseOptions } from './options.mjs';
import { portsOf } from './ports.ts';
import { trendOf } from './trend.ts';

const lookEveryMs = 10_000;
/** By how much more may be held at the end than after the first quarter: what comes and goes, and Node's heap. */
const tolerances = { memoryMb: 16, threads: 2, openFiles: 10, ports: 10 };
type Held = keyof typeof tolerances;
type Row = { seconds: number; process: string; openRooms: number } & Record<Held, number>;

const options = parseOptions(process.argv.slice(2));
const folder = mkdtempSync(path.join(tmpdir(), 'remote-clerk-soak-'));
const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort());

const node = await startOurs(folder, openSync(path.join(folder, 'node.log'), 'a'));
const call = options.browsers ? await startBrowserCall(folder) : null;
const churn = new Churn(node);
const rows: Row[] = [];
const stalls = { kiosk: 0, console: 0 };
try {
  await soak();
} finally {
  await churn.stop();
  await call?.close();
  await node.stop();
}
const summary = summarise();
if (options.picture) writeFileSync(options.picture, picture());
const { minutes, rooms, browsers } = options;
report(options.json, { parameters: { minutes, rooms, browsers, tolerances }, rows, summary });
rmSync(folder, { recursive: true, force: true });
process.exit(summary.flat && summary.roomsFailed + summary.roomsSilent + stalls.kiosk + stalls.console === 0 ? 0 : 1);

async function soak(): Promise<void> {
  const processes = [
    { name: 'media node with the rooms', pid: node.pid },
    ...(call
      ? [
          { name: 'media node with the browsers', pid: call.sfuPid },
          { name: 'scheduler-api', pid: call.apiPid },
        ]
      : []),
  ];
  churn.start(options.rooms);
  const from = performance.now();
  let frames = await call?.frames();
  while (performance.now() - from < options.minutes * 60_000 && !stopped.signal.aborted) {
    await sleep(lookEveryMs, undefined, { signal: stopped.signal }).catch(() => undefined);
    const seconds = Math.round((performance.now() - from) / 1_000);
    for (const { name, pid } of processes) rows.push({ seconds, process: name, openRooms: churn.open, ...heldBy(pid) });
    const now = await call?.frames().catch(() => frames);
    if (now && frames) {
      stalls.kiosk += now.kiosk > frames.kiosk ? 0 : 1;
      stalls.console += now.console > frames.console ? 0 : 1;
    }
    frames = now;
    if (seconds % 60 < lookEveryMs / 1_000) tell(seconds);
  }
}

function heldBy(pid: number): Record<Held, number> {
  const { residentKiB, threads, openFiles } = figuresOf(pid);
  const ports = portsOf([pid, ...descendantsOf(pid)]);
  return { memoryMb: Math.round((residentKiB / 1_024) * 10) / 10, threads, openFiles, ports };
}

function tell(seconds: number): void {
  const latest = rows.filter((row) => row.seconds === rows.at(-1)?.seconds);
  const held = latest.map(
    ({ process: name, memoryMb, threads, openFiles, ports }) =>
      `${name}: ${memoryMb} MB, ${threads} threads, ${openFiles} files, ${ports} ports`,
  );
  console.log(`${Math.round(seconds / 60)} min, ${churn.tally.opened} rooms so far.  ${held.join('; ')}`);
}

function summarise() {
  const names = [...new Set(rows.map((row) => row.process))];
  const trends = names.map((name) => {
    const mine = rows.filter((row) => row.process === name);
    const trend = (held: Held) =>
      trendOf(
        mine.map((row) => ({ seconds: row.seconds, value: row[held] })),
        tolerances[held],
      );
    return {
      process: name,
      memoryMb: trend('memoryMb'),
      threads: trend('threads'),
      openFiles: trend('openFiles'),
      ports: trend('ports'),
    };
  });
  const { opened, failed, silent, sent, received } = churn.tally;
  return {
    minutes: Math.round((rows.at(-1)?.seconds ?? 0) / 6) / 10,
    roomsOpened: opened,
    roomsFailed: failed,
    roomsSilent: silent,
    packets: sent,
    lossPercent: sent === 0 ? null : Number(((1 - received / sent) * 100).toFixed(4)),
    /** Ten seconds each in which an end of the call in browsers had no new picture. */
    stallsAtKiosk: call ? stalls.kiosk : null,
    stallsAtConsole: call ? stalls.console : null,
    flat: trends.every(({ process: _, ...held }) => Object.values(held).every(({ flat }) => flat)),
    trends,
  };
}

function picture(): string {
  const names = [...new Set(rows.map((row) => row.process))];
  const lines = names.flatMap((name) => {
    const mine = rows.filter((row) => row.process === name);
    const line = (held: Held, unit: string) => ({
      name: `${short(name)}: ${unit}`,
      points: mine.map((row) => ({ x: row.seconds / 60, y: row[held] })),
    });
    return [line('memoryMb', 'MB'), line('openFiles', 'open files')];
  });
  const ends = lines.map(({ name, points }) => `${name} from ${points[0]?.y} to ${points.at(-1)?.y}`);
  return lineChart(
    {
      title: 'What the servers held while rooms opened and closed',
      description: ends.join('; '),
      xName: 'minutes',
      yName: 'megabytes, or open files',
    },
    lines,
  );
}

function short(name: string): string {
  return name.replace('media node with the ', '');
}
