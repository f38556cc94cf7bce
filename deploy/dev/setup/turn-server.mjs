import { existsSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './paths.mjs';
import { unpackPackage } from './unpacked-package.mjs';

const unpacked = path.join(cacheFolder, 'coturn');

/** @param {string} name a program of Debian's package coturn @returns {string} where it is */
export const turnProgram = (name) =>
  existsSync(path.join('/usr/bin', name)) ? path.join('/usr/bin', name) : path.join(unpacked, 'usr/bin', name);

/** @param {import('./progress.mjs').Progress} progress */
export async function installTurnServer(progress) {
  if (existsSync(turnProgram('turnserver'))) return;
  await unpackPackage(progress, 'coturn', 'test calls through a TURN server', unpacked);
}
