import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './paths.mjs';
import { runCommand } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';
import { ensureSystemPackages, refreshPackageLists } from './system-packages.mjs';

const unpacked = path.join(cacheFolder, 'coturn');
const purpose = 'test calls through a TURN server';

/** @param {string} name a program of Debian's package coturn @returns {string} where it is */
export const turnProgram = (name) =>
  existsSync(path.join('/usr/bin', name)) ? path.join('/usr/bin', name) : path.join(unpacked, 'usr/bin', name);

/**
 * coturn as a program: the package, once installed, would make it a service of this machine. Only its libraries are installed.
 * @param {import('./progress.mjs').Progress} progress
 */
export async function installTurnServer(progress) {
  if (existsSync(turnProgram('turnserver'))) return;
  await refreshPackageLists();
  const { stdout = '' } = spawnSync('apt-cache', ['depends', 'coturn'], { encoding: 'utf8' });
  const libraries = [...stdout.matchAll(/Depends: (lib\S+)/g)].flatMap(([, name]) => name ?? []);
  if (libraries.length === 0)
    throw new SetupError(`Please install Debian's coturn (needed to ${purpose}), then try again.`);
  await ensureSystemPackages(progress, purpose, libraries);
  await progress.step('Fetching coturn from Debian', async () => {
    mkdirSync(unpacked, { recursive: true });
    await runCommand('apt-get', ['download', '-q', 'coturn'], { cwd: unpacked });
    await runCommand('sh', ['-c', 'dpkg-deb -x coturn_*.deb . && rm coturn_*.deb'], { cwd: unpacked });
  });
}
