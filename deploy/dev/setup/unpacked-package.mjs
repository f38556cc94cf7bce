import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { runCommand } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';
import { ensureSystemPackages, refreshPackageLists } from './system-packages.mjs';

/**
 * A server of a Debian package as a program: the package, once installed, would make it a service of this machine. Only its
 * libraries are installed.
 * @param {import('./progress.mjs').Progress} progress
 * @param {string} name of the package
 * @param {string} purpose completes the sentence "… is needed to …"
 * @param {string} folder where it is unpacked, as if that were `/`
 */
export async function unpackPackage(progress, name, purpose, folder) {
  await refreshPackageLists();
  const { stdout = '' } = spawnSync('apt-cache', ['depends', name], { encoding: 'utf8' });
  const libraries = [...stdout.matchAll(/Depends: (lib\S+)/g)].flatMap(([, library]) => library ?? []);
  if (libraries.length === 0)
    throw new SetupError(`Please install Debian's ${name} (needed to ${purpose}), then try again.`);
  await ensureSystemPackages(progress, purpose, libraries);
  await progress.step(`Fetching ${name} from Debian`, async () => {
    mkdirSync(folder, { recursive: true });
    await runCommand('apt-get', ['download', '-q', name], { cwd: folder });
    await runCommand('sh', ['-c', `dpkg-deb -x ${name}_*.deb . && rm ${name}_*.deb`], { cwd: folder });
  });
}
