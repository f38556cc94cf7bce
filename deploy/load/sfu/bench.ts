import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFreePorts } from '../../rehearsal/venue/free-ports.ts';
import { report } from '../measured.ts';
import { parseOptions } from './options.mjs';
import { pictureOf } from './picture.ts';
import { type Row, runSeries } from './series.ts';
import { startBare } from './servers/bare.ts';
import { janusMissing, startJanus } from './servers/janus.ts';
import { startOurs } from './servers/ours.ts';
import { leaveServersCore, type RunningServer } from './servers/running-server.ts';
import { summarise } from './summary.ts';

/** After the calls of two: rooms with guests. One step each, as much for the server to send as some twenty-four calls. */
const largerRooms = [
  { people: 3, steps: [8] },
  { people: 4, steps: [4] },
];
/** No step begins later, so that all is over in twelve minutes. */
const lastStepMs = 9.5 * 60_000;

const { only, steps, seconds, json, picture } = parseOptions(process.argv.slice(2));
const missing = only.includes('janus') ? janusMissing() : null;
if (missing) console.log(`Janus: not run: ${missing}`);
leaveServersCore();
const folder = mkdtempSync(path.join(tmpdir(), 'remote-clerk-bench-sfu-'));
const running = new Set<RunningServer>();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stopAll().then(() => process.exit(1)));

const rows: Row[] = [];
try {
  for (const series of [{ people: 2, steps }, ...largerRooms]) {
    const servers = await startAll(series.people);
    console.log(`\nRooms of ${series.people} …`);
    console.log(
      line(
        'server',
        'rooms',
        '% of a core',
        'of it main',
        'clients %',
        'steal %',
        'lost %',
        'late ms',
        'packets/s',
        'MB',
        '',
      ),
    );
    await runSeries(servers, { ...series, seconds, isTimeLeft: () => performance.now() < lastStepMs }, (row) => {
      rows.push(row);
      console.log(lineOf(row));
    });
    await stopAll();
  }
  const summary = summarise(rows);
  if (picture) writeFileSync(picture, pictureOf(rows));
  report(json, {
    parameters: { only, steps, seconds, largerRooms, notRun: missing && `Janus: ${missing}` },
    rows,
    summary,
  });
  process.exitCode = rows.some(({ verdict }) => verdict === 'broken') ? 1 : 0;
} finally {
  await stopAll();
  rmSync(folder, { recursive: true, force: true });
}

async function startAll(people: number): Promise<RunningServer[]> {
  const log = (name: string) => openSync(path.join(folder, `${name}-${people}.log`), 'a');
  const start = async (server: Promise<RunningServer>) => running.add(await server);
  if (only.includes('ours')) await start(startOurs(folder, log('ours')));
  if (only.includes('bare')) await start(startBare(log('bare')));
  if (only.includes('janus') && !missing) {
    const at = mkdtempSync(path.join(folder, 'janus-'));
    const janusPort = await findFreePorts(2);
    await start(startJanus(at, log('janus-0'), janusPort, 0));
    await start(startJanus(at, log('janus-1'), janusPort + 1, 1));
  }
  return [...running];
}

async function stopAll(): Promise<void> {
  const servers = [...running];
  running.clear();
  await Promise.all(servers.map((server) => server.stop()));
}

function lineOf(row: Row): string {
  const percent = (share: number) => (share * 100).toFixed(1);
  return line(
    row.server,
    row.calls,
    percent(row.cpuShare),
    percent(row.mainShare),
    percent(row.clientsShare),
    percent(row.stealShare),
    row.lossPercent.toFixed(3),
    row.clientsLateMs,
    row.packetsPerSecond,
    row.memoryMb.toFixed(1),
    row.verdict,
  );
}

function line(server: string, ...cells: readonly (string | number)[]): string {
  return server.padEnd(24) + cells.map((cell) => String(cell).padStart(12)).join('');
}
