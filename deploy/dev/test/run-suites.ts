// The suites of `npm test`, one after the other, and what came of each. Everything is set up already.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeElectronRuntime, findElectronRuntime } from '../setup/electron-runtime.mjs';
import { createProgress } from '../setup/progress.mjs';
import { counted, type SuiteResult } from './outcome.ts';
import { formatReport, formatTotals, hasFailures } from './report.ts';
import { type SuiteContext, suiteRunners } from './suite-runners.ts';
import { chooseSuites } from './suites.mjs';
import { ToolRunner } from './tool.ts';

const chosen = chooseSuites(process.argv.slice(2));
const progress = createProgress();
const tools = new ToolRunner(chosen.length === 1);
const resultFolder = mkdtempSync(path.join(tmpdir(), 'remote-clerk-test-'));
const context: SuiteContext = { tools, resultFolder, say: progress.say };
let stopped = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stopped = true;
    tools.stop();
  });
}

progress.say(`The kiosk app runs on ${describeElectronRuntime(findElectronRuntime())}.`);
const results: SuiteResult[] = [];
for (const { name, title } of chosen) {
  if (stopped) break;
  const started = performance.now();
  const outcome = await progress
    .step(title, () => suiteRunners[name](context))
    .catch((error: unknown) => {
      console.error(error);
      return counted(0, 1);
    });
  results.push({ title, milliseconds: performance.now() - started, outcome });
}
rmSync(resultFolder, { recursive: true, force: true });

if (stopped) {
  progress.say('\nStopped.');
  process.exit(130);
}
progress.say(`\n${formatReport(results)}\n`);
progress.say(formatTotals(results));
process.exitCode = hasFailures(results) ? 1 : 0;
