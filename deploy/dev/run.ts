// The running system of `npm start`: both servers, demo data, an inbox that catches mail, a provider that people sign in at, and
// the kiosk in a window.
// Everything is set up already.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { loadEnvironmentFile, readEnvironment } from './run/environment.ts';
import { startIdentityProvider } from './run/identity-provider.ts';
import { startInbox } from './run/inbox.ts';
import { demoExitPin, hasDisplay, specifyKioskWindow } from './run/kiosk-window.ts';
import { findTrouble } from './run/log-lines.ts';
import { parseOptions, type RunOptions } from './run/options.mjs';
import { ProcessEndedError } from './run/readiness.ts';
import { takeRunLock } from './run/run-lock.ts';
import { type EndedProcess, Supervisor } from './run/supervisor.ts';
import { startSystem } from './run/system.ts';
import { formatStartTable } from './run/table.ts';
import { describeElectronRuntime, findElectronRuntime } from './setup/electron-runtime.mjs';
import { root } from './setup/paths.mjs';
import { createProgress, formatElapsed } from './setup/progress.mjs';
import { SetupError } from './setup/setup-error.mjs';

const dataFolder = path.join(root, '.data');
const lockFile = path.join(dataFolder, 'run.lock');
const progress = createProgress();
const troublesSaid = new Set<string>();
let stopping = false;

const supervisor = new Supervisor({
  logFolder: path.join(dataFolder, 'logs'),
  onLine(name, line, logFile) {
    if (stopping) return;
    const trouble = findTrouble(line);
    const text = `! ${name}: ${trouble}   (more in ${path.relative(root, logFile)})`;
    if (trouble === undefined || troublesSaid.has(text)) return;
    troublesSaid.add(text);
    progress.say(text);
  },
});

async function main(options: RunOptions): Promise<void> {
  const lock = takeRunLock(lockFile);
  process.on('exit', () => lock.release());
  stopOnSignals();
  if (options.reset) emptyDataFolder();

  loadEnvironmentFile(path.join(root, '.env'));
  const settings = readEnvironment(process.env, dataFolder);
  const inbox = await startInbox(settings, supervisor, progress);
  inbox.process.ended.then(({ outcome, logFile }) => {
    if (stopping) return;
    progress.say(`The inbox has ended (${outcome}; ${path.relative(root, logFile)}): mail waits. The servers go on.`);
  });
  const system = await startSystem(settings, dataFolder, supervisor, progress);
  const provider = await startIdentityProvider(settings, system.demo, supervisor, progress);
  provider.ended.then(({ outcome, logFile }) => {
    if (stopping) return;
    const log = path.relative(root, logFile);
    progress.say(
      `The identity provider has ended (${outcome}; ${log}): nobody signs in through it. The servers go on.`,
    );
  });
  const window = options.kiosk && hasDisplay(process.env);
  // A code enrols one kiosk: the window takes the first, the table offers the others.
  const [first, ...others] = system.demo.kiosks;
  const demo = { ...system.demo, kiosks: window ? others : system.demo.kiosks };
  progress.say(`\n${formatStartTable(settings.PUBLIC_URL, inbox.url, demo)}\n`);
  if (window) openKiosk(settings.PUBLIC_URL, first?.enrolmentCode);
  else progress.say('The kiosk opens in no window here: use its address above in any browser.');
  progress.say(`\nReady in ${formatElapsed(process.uptime() * 1000)}. Logs are in .data/logs/. Ctrl-C stops it all.`);
  throw new ProcessEndedError(await system.ended);
}

function openKiosk(serverUrl: string, enrolmentCode: string | undefined): void {
  const runtime = describeElectronRuntime(findElectronRuntime());
  progress.say(`The kiosk opens in a window, on ${runtime}; its staff PIN is ${demoExitPin}.`);
  const kiosk = supervisor.start(specifyKioskWindow(serverUrl, dataFolder, enrolmentCode));
  kiosk.ended.then(({ outcome, logFile }) => {
    if (stopping) return;
    progress.say(`The kiosk's window is closed (${outcome}; ${path.relative(root, logFile)}). The servers go on.`);
  });
}

function emptyDataFolder(): void {
  for (const name of readdirSync(dataFolder)) {
    const entry = path.join(dataFolder, name);
    if (entry !== lockFile) rmSync(entry, { recursive: true, force: true });
  }
}

function stopOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, async () => {
      if (stopping) return;
      stopping = true;
      progress.say('\nStopping …');
      await supervisor.stopAll();
      process.exit(0);
    });
  }
}

async function fail(error: unknown): Promise<void> {
  if (stopping) return; // a process that ended because it was asked to is no failure
  stopping = true;
  if (error instanceof ProcessEndedError) progress.say(describeEnd(error.process));
  else if (error instanceof SetupError) progress.say(`\n${error.message}`);
  else console.error(error);
  await supervisor.stopAll();
  process.exit(1);
}

function describeEnd({ name, outcome, lastLines, logFile }: EndedProcess): string {
  const said = lastLines.map((line) => `    ${line}`).join('\n');
  return `\n${name} has ended (${outcome}), so everything stops. It said last:\n${said}\nAll of it: ${path.relative(root, logFile)}`;
}

await main(parseOptions(process.argv.slice(2))).catch(fail);
