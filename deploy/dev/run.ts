// The running system of `npm start`: both servers, demo data, and the kiosk in a window. Everything is set up already.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readDemo } from './run/demo.ts';
import { loadEnvironmentFile, type RunEnvironment, readEnvironment, toProcessEnvironment } from './run/environment.ts';
import { demoExitPin, hasDisplay, specifyKioskWindow } from './run/kiosk-window.ts';
import { findTrouble } from './run/log-lines.ts';
import { parseOptions, type RunOptions } from './run/options.mjs';
import { isPortTaken } from './run/ports.ts';
import { ProcessEndedError, waitUntilReady } from './run/readiness.ts';
import { takeRunLock } from './run/run-lock.ts';
import { ensureNodeSecret, ensureTicketKey } from './run/secrets.ts';
import { type EndedProcess, Supervisor } from './run/supervisor.ts';
import { formatStartTable } from './run/table.ts';
import { describeElectronRuntime, findElectronRuntime } from './setup/electron-runtime.mjs';
import { projectNode, root } from './setup/paths.mjs';
import { createProgress, formatElapsed } from './setup/progress.mjs';
import { runCommand } from './setup/run-command.mjs';
import { SetupError } from './setup/setup-error.mjs';

const READY_WITHIN_MS = 60_000;

const dataFolder = path.join(root, '.data');
const lockFile = path.join(dataFolder, 'run.lock');
const progress = createProgress();
const troublesSaid = new Set<string>();
const supervisor = new Supervisor({
  logFolder: path.join(dataFolder, 'logs'),
  onLine(name, line, logFile) {
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
  const settings = readEnvironment(process.env);
  await assertPortsFree(settings);
  ensureNodeSecret(path.resolve(root, settings.NODE_SECRET_FILE));
  ensureTicketKey(path.resolve(root, settings.TICKET_KEY_FILE));

  const running = await startServers(settings);
  const demo = readDemo(path.join(dataFolder, 'demo.json'));
  progress.say(`\n${formatStartTable(settings.PUBLIC_URL, demo)}\n`);
  openKiosk(settings, options);
  progress.say(
    `\nReady after ${formatElapsed(process.uptime() * 1000)}. Logs are in .data/logs/. Ctrl-C stops it all.`,
  );
  throw new ProcessEndedError(await Promise.race(running.map(({ ended }) => ended)));
}

async function startServers(settings: RunEnvironment) {
  const env = toProcessEnvironment(settings, process.env);
  const server = (name: string) =>
    supervisor.start({ name, command: projectNode, args: [`${name}/src/main.ts`], env, cwd: root });
  const api = server('scheduler-api');
  const sfu = server('sfu-server');
  await progress.step('Starting the scheduler-api', () =>
    waitUntilReady(`${localUrl(settings.API_HOST, settings.API_PORT)}/health/ready`, api, READY_WITHIN_MS),
  );
  await progress.step('Starting the sfu-server', () =>
    waitUntilReady(`${localUrl(settings.SFU_HOST, settings.SFU_PORT)}/health/ready`, sfu, READY_WITHIN_MS),
  );
  await progress.step('Seeing to the demo data', () =>
    runCommand(projectNode, ['scheduler-api/src/demo/main.ts'], { cwd: root, env }),
  );
  return [api, sfu];
}

/** How this machine reaches a server that may listen on all of its addresses. */
function localUrl(host: string, port: number): string {
  return `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`;
}

function openKiosk(settings: RunEnvironment, options: RunOptions): void {
  if (!options.kiosk) return;
  if (!hasDisplay(process.env)) {
    progress.say('There is no display here, so the kiosk opens in no window: use its address above in any browser.');
    return;
  }
  progress.say(
    `The kiosk opens in a window, on ${describeElectronRuntime(findElectronRuntime())}; its staff PIN is ${demoExitPin}.`,
  );
  const kiosk = supervisor.start(specifyKioskWindow(settings.PUBLIC_URL, dataFolder));
  kiosk.ended.then(({ outcome, logFile }) => {
    progress.say(`The kiosk's window is closed (${outcome}; ${path.relative(root, logFile)}). The servers go on.`);
  });
}

function emptyDataFolder(): void {
  for (const name of readdirSync(dataFolder)) {
    const entry = path.join(dataFolder, name);
    if (entry !== lockFile) rmSync(entry, { recursive: true, force: true });
  }
}

async function assertPortsFree(settings: RunEnvironment): Promise<void> {
  const wanted = [
    { host: settings.API_HOST, port: settings.API_PORT, name: 'API_PORT' },
    { host: settings.SFU_HOST, port: settings.SFU_PORT, name: 'SFU_PORT' },
    { host: settings.SFU_HOST, port: settings.SFU_MEDIA_PORT, name: 'SFU_MEDIA_PORT' },
  ];
  for (const { host, port, name } of wanted) {
    if (await isPortTaken(host, port)) {
      throw new SetupError(
        `Port ${port} is taken by another program. Stop that one, or choose another port: ${name}=… npm start`,
      );
    }
  }
}

let stopping = false;

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
