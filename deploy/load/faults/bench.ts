// Puts fault after fault into a call between two browsers, and says what came back. Everything is set up already.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../dev/setup/paths.mjs';
import { startLinkedSystem } from '../link/linked-system.ts';
import { report } from '../measured.ts';
import { CallHolder } from './held-call.ts';
import { parseOptions } from './options.mjs';
import { rowsOf, shortfalls, summaryOf } from './rows.ts';
import { type Run, runFault } from './run-fault.ts';
import { scenarios } from './scenarios.ts';

/** So that a node can be killed with another one there. */
const nodes = 2;

const options = parseOptions(process.argv.slice(2));
const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
const out = path.resolve(options.out ?? path.join(root, '.data/faults', stamp));
mkdirSync(out, { recursive: true });
const say = (line: string) => console.error(line);

const stopped = Promise.withResolvers<never>();
stopped.promise.catch(() => undefined);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => stopped.reject(new Error('Stopped by hand')));

const names = options.scenarios.filter((name) => name !== 'postgres-restarted' || options.db === 'postgres');
const notRun = options.scenarios.filter((name) => !names.includes(name));
const runs: Run[] = [];
say(`Starting a scheduler-api on ${options.db} and ${nodes} media nodes; logs and pictures: ${out}`);
const system = await startLinkedSystem({ logFolder: path.join(out, 'logs'), nodes, db: options.db });
const holder = new CallHolder(system, (line) => say(`    ! ${line}`));

/** A round that could not be held to its end did not come back, and the others are held all the same. */
async function runRound(name: (typeof names)[number], round: number): Promise<Run[]> {
  try {
    const held = await holder.get();
    const side = round % 2 === 0 ? 'kiosk' : 'console';
    return await runFault(scenarios[name], { system, ends: held.ends, link: system.links[side], round }, held);
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return [{ row: name, seconds: null, lost: [`the run: ${why}`] }];
  }
}
const runAll = async () => {
  for (const name of names) {
    say(`\n${name}`);
    for (let round = 0; round < options.runs; round += 1) {
      const ran = await runRound(name, round);
      runs.push(...ran);
      for (const { row, seconds, lost } of ran) {
        say(`  ${round + 1} ${row}: ${seconds === null ? 'NOT BACK' : `back after ${seconds.toFixed(2)} s`}`);
        for (const what of lost) say(`    ! lost ${what}`);
      }
      if (ran.some(({ seconds, lost }) => seconds === null || lost.length > 0)) {
        await holder.takePictures(out, `${name}-${round + 1}`);
        await holder.close();
      }
    }
  }
};
try {
  await Promise.race([runAll(), stopped.promise]);
} finally {
  await holder.close().catch(() => undefined);
  await system.close();
}

const rows = rowsOf(runs);
console.table(rows);
for (const name of notRun) console.log(`Not run: ${name} (it needs --db postgres)`);
const { db, runs: each, scenarios: wanted } = options;
const parameters = { db, runs: each, scenarios: wanted, notRun, nodes, callsSetUp: holder.setUps };
report(options.json, { parameters, rows, summary: summaryOf(rows) });
const missed = shortfalls(rows);
for (const line of missed) console.log(line);
process.exit(missed.length === 0 ? 0 : 1);
