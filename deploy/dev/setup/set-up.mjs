import path from 'node:path';
import { installMediaWorker } from '../../mediasoup-worker/install.mjs';
import { installChromium, installVirtualDisplay } from './browsers.mjs';
import { installCalDavServer } from './caldav-server.mjs';
import { installDependencies, installProjectNode, linkPostgresLibraries } from './dependencies.mjs';
import { installDirectoryServer } from './directory-server.mjs';
import { obtainElectronRuntime } from './electron-runtime.mjs';
import { buildFrontEnds } from './front-ends.mjs';
import { root } from './paths.mjs';
import { createProgress } from './progress.mjs';
import { takeTurn } from './turn.mjs';
import { installTurnServer } from './turn-server.mjs';

/** What a command may need beside the npm packages and Node 24, in the order in which it is got. */
const STEPS = {
  frontEnds: buildFrontEnds,
  chromium: installChromium,
  virtualDisplay: installVirtualDisplay,
  calDavServer: installCalDavServer,
  directoryServer: installDirectoryServer,
  turnServer: installTurnServer,
  electron: obtainElectronRuntime,
  mediaWorker: installMediaWorker,
};

/** @typedef {keyof typeof STEPS} Need */

/**
 * Brings this machine to where the project runs: every step only if its result is missing.
 * @param {Iterable<Need>} needs
 * @throws SetupError where a person has to do something first
 */
export async function setUp(needs) {
  const progress = createProgress();
  const wanted = new Set(needs);
  const release = await takeTurn(progress, path.join(root, '.data/set-up.lock'), /deploy\//);
  await installDependencies(progress);
  await installProjectNode(progress);
  await linkPostgresLibraries(progress);
  for (const [need, step] of Object.entries(STEPS)) {
    if (wanted.has(/** @type {Need} */ (need))) await step(progress);
  }
  release();
}
