import { spawnSync } from 'node:child_process';
import { hasCommand } from './paths.mjs';
import { runCommand } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';

let listsAreFresh = false;

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
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await progress.step('Installing from Debian', async (report) => {
    report(missing.join(' '));
    if (!listsAreFresh) await runCommand('apt-get', ['update', '-q'], { env });
    listsAreFresh = true;
    await runCommand('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...missing], { env });
  });
}

/** @param {string} name */
function isPackageInstalled(name) {
  const { stdout } = spawnSync('dpkg-query', ['-s', name], { encoding: 'utf8' });
  return stdout?.includes('Status: install ok installed') ?? false;
}
