import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, projectNode, root } from './paths.mjs';
import { runCommand } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';

/**
 * What runs the kiosk app: Electron itself, or the stand-in for development and tests.
 * @typedef {{ kind: 'electron' | 'stand-in', distPath: string, version: string }} ElectronRuntime
 */

const ANSWER_WITHIN_MS = 8000;
const INSTALL_WITHIN_MS = 10 * 60_000;
const ASK_AGAIN_AFTER_MS = 24 * 60 * 60_000;

const electronPackage = path.join(root, 'node_modules/electron');
const standInFolder = path.join(root, 'deploy/electron-stand-in');

/**
 * Looks, and only looks: nothing is downloaded. `require('electron')` would download where there is no binary, so
 * whoever starts Electron asks here first and sets ELECTRON_OVERRIDE_DIST_PATH to `distPath`.
 * @returns {ElectronRuntime}
 */
export function findElectronRuntime() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const candidates = [override, path.join(electronPackage, 'dist')];
  for (const distPath of candidates) {
    if (!distPath || path.resolve(distPath) === standInFolder) continue;
    const version = runningVersion(distPath);
    if (version) return { kind: 'electron', distPath, version };
  }
  return { kind: 'stand-in', distPath: standInFolder, version: wantedVersion() };
}

/**
 * Downloads Electron's binary if none is there and its server answers; a refusal is remembered for a day.
 * With REQUIRE_REAL_ELECTRON=1 it asks every time, and fails where Electron can't be had.
 * @param {import('./progress.mjs').Progress} progress
 * @returns {Promise<ElectronRuntime>}
 */
export async function obtainElectronRuntime(progress) {
  const required = process.env.REQUIRE_REAL_ELECTRON === '1';
  const present = findElectronRuntime();
  if (present.kind === 'electron' || (!required && wasRefusedLately())) return present;

  const refusal = await progress.step(`Looking for Electron ${present.version}`, async (report) => {
    try {
      await assertDownloadable(present.version);
      report('downloading');
      await runCommand(projectNode, ['install.js'], { cwd: electronPackage, timeoutMs: INSTALL_WITHIN_MS });
      return undefined;
    } catch (error) {
      report('not to be had here');
      return error instanceof Error ? error.message : String(error);
    }
  });
  const runtime = findElectronRuntime();
  if (runtime.kind === 'electron') {
    rmSync(refusalFile(), { force: true });
    return runtime;
  }
  if (required) {
    const reason = refusal ?? 'it was downloaded, but does not run: are its system libraries installed?';
    throw new SetupError(`REQUIRE_REAL_ELECTRON is set and Electron ${runtime.version} cannot be had: ${reason}`);
  }
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(refusalFile(), `${refusal ?? 'does not run'}\n`);
  return runtime;
}

/**
 * @param {ElectronRuntime} runtime
 * @returns {string} for people, to be printed wherever the kiosk app runs
 */
export function describeElectronRuntime({ kind, version }) {
  return kind === 'electron' ? `Electron ${version}` : `the stand-in for Electron ${version} (Node and Chromium)`;
}

/**
 * @param {string} distPath
 * @returns {string | undefined} the version of the Electron there, if it starts on this machine
 */
function runningVersion(distPath) {
  const executable = path.join(
    distPath,
    process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron',
  );
  const versionFile = path.join(distPath, 'version');
  if (!existsSync(executable) || !existsSync(versionFile)) return undefined;
  const { status } = spawnSync(executable, ['--version'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeout: 10_000,
  });
  return status === 0 ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : undefined;
}

function wantedVersion() {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(path.join(electronPackage, 'package.json'), 'utf8'));
  return version;
}

function refusalFile() {
  return path.join(cacheFolder, `electron-${wantedVersion()}-not-to-be-had`);
}

function wasRefusedLately() {
  const refused = statSync(refusalFile(), { throwIfNoEntry: false });
  return refused !== undefined && Date.now() - refused.mtimeMs < ASK_AGAIN_AFTER_MS;
}

/**
 * Electron's own installer waits long for a server that does not answer; this asks first, with a short time-out.
 * @param {string} version
 */
async function assertDownloadable(version) {
  if (process.env.electron_config_cache) return; // may hold the binary already: the installer looks there first
  const mirror = process.env.ELECTRON_MIRROR || 'https://github.com/electron/electron/releases/download/';
  const url = `${mirror}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`;
  const answer = await fetch(url, {
    method: 'HEAD',
    redirect: 'manual',
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  }).catch((error) => {
    throw new SetupError(`${new URL(url).host} does not answer (${error.cause?.code ?? error.message})`);
  });
  if (answer.status >= 400) throw new SetupError(`${url}: HTTP ${answer.status}`);
}
