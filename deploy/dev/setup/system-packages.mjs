import { spawnSync } from 'node:child_process';
import { hasCommand } from './paths.mjs';
import { runCommand } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';

let listsAreFresh = false;
const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

/** So that apt knows what there is now; once in a run. Left to whoever may, where we may not. */
export async function refreshPackageLists() {
  if (listsAreFresh || process.getuid?.() !== 0 || !hasCommand('apt-get')) return;
  await runCommand('apt-get', ['update', '-q'], { env });
  listsAreFresh = true;
}

/**
 * Sees to it that Debian packages are there; asks for them in one sentence where it may not install them itself.
 * @param {import('./progress.mjs').Progress} progress
 * @param {string} purpose completes the sentence "… is needed to …"
 * @param {string[]} packages
 */
export async function ensureSystemPackages(progress, purpose, packages) {
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (!hasCommand('apt-get')) {
    throw new SetupError(
      `This system has no apt-get. Please install what Debian calls ${packages.join(', ')} (needed to ${purpose}), then try again.`,
    );
  }
  const missing = packages.filter((name) => !isPackageInstalled(name));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    throw new SetupError(`Please run: sudo ${command}   (needed to ${purpose}), then try again.`);
  }
  await progress.step('Installing from Debian', async (report) => {
    report(missing.join(' '));
    await refreshPackageLists();
    await runCommand('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...missing], { env });
  });
}

/** @param {string} name */
function isPackageInstalled(name) {
  const { stdout } = spawnSync('dpkg-query', ['-s', name], { encoding: 'utf8' });
  return stdout?.includes('Status: install ok installed') ?? false;
}
