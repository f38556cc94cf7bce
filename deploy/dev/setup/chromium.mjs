import { existsSync } from 'node:fs';
import { ensureSystemPackages } from './system-packages.mjs';

/** @returns {string} where the browser for tests, rehearsal and stand-in is, or would be */
export function chromiumPath() {
  return process.env.CHROMIUM_PATH || '/usr/bin/chromium';
}

/** @param {import('./progress.mjs').Progress} progress */
export async function installChromium(progress) {
  if (existsSync(chromiumPath())) return;
  await ensureSystemPackages(progress, 'show the kiosk and to test in a real browser', ['chromium']);
}
