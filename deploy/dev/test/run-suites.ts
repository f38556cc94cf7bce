// The suites of `npm test`, one after the other, and what came of each. Everything is set up already.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { describeElectronRuntime, findElectronRuntime } from '../setup/electron-runtime.mjs';
import { createProgress } from '../setup/progress.mjs';
import { counted, isGood, type Outcome, type SuiteResult } from './outcome.ts';
import { formatReport, formatTotals } from './report.ts';
import { type SuiteContext, suiteRunners } from './suite-runners.ts';
import { chooseSuites, type SuiteName } from './suites.mjs';
import { ToolRunner } from './tool.ts';

const chosen = chooseSuites(process.argv.slice(2));
const alone = chosen.length === 1;
const progress = createProgress();
const tools = new ToolRunner(alone);
const resultFolder = mkdtempSync(path.join(tmpdir(), 'remote-clerk-test-'));
const context: SuiteContext = { tools, resultFolder, say: progress.say };
let stopped = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stopped = true;
    tools.stop();
  });
}

if (chosen.some(({ needs }) => needs.includes('electron'))) {
  progress.say(`The kiosk app runs on ${describeElectronRuntime(findElectronRuntime())}.`);
}
const results: SuiteResult[] = [];
for (const suite of chosen) {
  if (stopped) break;
  const started = performance.now();
  // With its output on the screen a suite shows its own progress.
  const outcome = await (alone ? run(suite.name) : progress.step(suite.title, () => run(suite.name), isGood));
  results.push({ title: suite.title, milliseconds: performance.now() - started, outcome });
}
rmSync(resultFolder, { recursive: true, force: true });

if (stopped) {
  progress.say('\nStopped.');
  process.exit(130);
}
progress.say(`\n${formatReport(results)}\n`);
progress.say(formatTotals(results));
process.exitCode = results.every(({ outcome }) => isGood(outcome)) ? 0 : 1;

async function run(name: SuiteName): Promise<Outcome> {
  try {
    return await suiteRunners[name](context);
  } catch (error) {
    progress.say(inspect(error));
    return counted(0, 1);
  }
}
