import { existsSync } from 'node:fs';
import { hasCommand } from './paths.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/** @param {import('./progress.mjs').Progress} progress */
export async function installChromium(progress) {
  if (existsSync(process.env.CHROMIUM_PATH || '/usr/bin/chromium')) return;
  await ensureSystemPackages(progress, 'show the kiosk and to test in a real browser', ['chromium']);
}

/**
 * A screen in memory with a window manager, for specs that look at windows.
 * @param {import('./progress.mjs').Progress} progress
 */
export async function installVirtualDisplay(progress) {
  if (hasCommand('Xvfb') && hasCommand('openbox')) return;
  await ensureSystemPackages(progress, "test the kiosk's window", ['xvfb', 'openbox']);
}
