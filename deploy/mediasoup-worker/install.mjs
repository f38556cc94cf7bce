import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { arch, availableParallelism, platform, release } from 'node:os';
import path from 'node:path';
import { cacheFolder, root } from '../dev/setup/paths.mjs';
import { runCommand } from '../dev/setup/run-command.mjs';
import { SetupError } from '../dev/setup/setup-error.mjs';
import { ensureSystemPackages } from '../dev/setup/system-packages.mjs';

const ANSWER_WITHIN_MS = 15_000;
const DOWNLOAD_WITHIN_MS = 120_000;
const EXIT_CODE_WHEN_RUN_ALONE = 41;
const BUILD_PACKAGES = [
  ...['g++', 'make', 'pkg-config', 'flatbuffers-compiler', 'libflatbuffers-dev'],
  ...['libuv1-dev', 'libssl-dev', 'libsrtp2-dev', 'libabsl-dev'],
];

/**
 * Puts a mediasoup-worker that runs on this machine where the mediasoup package looks for it: the official binary if
 * GitHub answers soon, else one built from the package's own source. Kept in the cache, so that other checkouts and
 * later installations need neither.
 * @param {import('../dev/setup/progress.mjs').Progress} progress
 */
export async function installMediaWorker(progress) {
  const mediasoup = path.join(root, 'node_modules/mediasoup');
  const target = path.join(mediasoup, 'worker/out/Release/mediasoup-worker');
  if (runs(target)) return;

  const { version } = JSON.parse(readFileSync(path.join(mediasoup, 'package.json'), 'utf8'));
  const cached = path.join(cacheFolder, `mediasoup-worker-${version}`, 'mediasoup-worker');
  if (!runs(cached)) {
    mkdirSync(cacheFolder, { recursive: true });
    // Made in a folder of its own and moved into place whole, so that two installations at once do no harm.
    const workshop = mkdtempSync(path.join(cacheFolder, `mediasoup-worker-${version}-`));
    const tidyUp = () => rmSync(workshop, { recursive: true, force: true });
    process.once('exit', tidyUp);
    try {
      const made = path.join(workshop, 'mediasoup-worker');
      await download(progress, version, workshop);
      if (!runs(made)) await build(progress, version, path.join(mediasoup, 'worker'), workshop);
      if (!runs(made)) throw new SetupError(`mediasoup-worker ${version} was made but does not run: ${made}`);
      mkdirSync(path.dirname(cached), { recursive: true });
      renameSync(made, cached);
    } finally {
      tidyUp();
      process.off('exit', tidyUp);
    }
  }
  mkdirSync(path.dirname(target), { recursive: true });
  const incoming = `${target}-${process.pid}`;
  copyFileSync(cached, incoming);
  renameSync(incoming, target);
}

/**
 * @param {string} binary
 * @returns {boolean} whether the file is there and this system's libraries satisfy it
 */
function runs(binary) {
  return spawnSync(binary, { env: {}, timeout: 5000 }).status === EXIT_CODE_WHEN_RUN_ALONE;
}

/**
 * @param {import('../dev/setup/progress.mjs').Progress} progress
 * @param {string} version
 * @param {string} folder where the binary is unpacked, if it can be had
 */
async function download(progress, version, folder) {
  const name = `mediasoup-worker-${version}-${platform()}-${arch()}-kernel${release().split('.')[0]}.tgz`;
  const url = `https://github.com/versatica/mediasoup/releases/download/${version}/${name}`;
  await progress.step('Looking for a prebuilt media worker', async (report) => {
    const gaveUp = new AbortController();
    let timer = setTimeout(() => gaveUp.abort(), ANSWER_WITHIN_MS);
    try {
      const response = await fetch(url, { signal: gaveUp.signal });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      clearTimeout(timer);
      timer = setTimeout(() => gaveUp.abort(), DOWNLOAD_WITHIN_MS);
      execFileSync('tar', ['-xzC', folder], { input: Buffer.from(await response.arrayBuffer()) });
      chmodSync(path.join(folder, 'mediasoup-worker'), 0o755);
    } catch {
      report('none to be had here');
    } finally {
      clearTimeout(timer);
    }
  });
}

/**
 * @param {import('../dev/setup/progress.mjs').Progress} progress
 * @param {string} version
 * @param {string} source the package's `worker` folder
 * @param {string} folder where the binary is left
 */
async function build(progress, version, source, folder) {
  await ensureSystemPackages(progress, 'build the media worker', BUILD_PACKAGES);
  const make = ['-f', path.join(import.meta.dirname, 'Makefile'), `WORKER=${source}`, `OUT=${folder}`];
  const total = Number(execFileSync('make', ['-s', ...make, 'count'], { encoding: 'utf8' }));
  await progress.step(
    `Building the media worker ${version}, once for this machine (some 5 minutes)`,
    async (report) => {
      let compiled = 0;
      await runCommand('make', [`-j${availableParallelism()}`, ...make], {
        onLine(line) {
          if (line.startsWith('compiled ')) report(`${++compiled} of ${total} files`);
        },
      });
    },
  );
}
