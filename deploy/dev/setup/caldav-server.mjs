import { existsSync } from 'node:fs';
import { ensureSystemPackages } from './system-packages.mjs';

/**
 * Radicale as a library: the package `radicale` would make it a service of this machine.
 * @param {import('./progress.mjs').Progress} progress
 */
export async function installCalDavServer(progress) {
  if (existsSync('/usr/lib/python3/dist-packages/radicale')) return;
  await ensureSystemPackages(progress, 'test calendars against a real CalDAV server', ['python3-radicale']);
}
