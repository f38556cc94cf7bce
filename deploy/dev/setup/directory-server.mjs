import { existsSync } from 'node:fs';
import path from 'node:path';
import { stampFolder } from './paths.mjs';
import { unpackPackage } from './unpacked-package.mjs';

/** Where `scheduler-api/src/testing/slapd.ts` looks for it. */
const unpacked = path.join(stampFolder, 'slapd');

/**
 * OpenLDAP's server.
 * @param {import('./progress.mjs').Progress} progress
 */
export async function installDirectoryServer(progress) {
  if (['', unpacked].some((root) => existsSync(path.join(root, '/usr/sbin/slapd')))) return;
  await unpackPackage(progress, 'slapd', 'test sign-in against a real LDAP directory', unpacked);
}
