import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';

/** The root of this checkout, absolute. */
export const root = path.resolve(import.meta.dirname, '../../..');

/** What may be kept from one checkout to the next; safe to delete at any time. */
export const cacheFolder = path.join(
  process.env.XDG_CACHE_HOME || path.join(process.env.HOME || userInfo().homedir, '.cache'),
  'remote-clerk',
);

/** What is remembered about this checkout alone; goes when node_modules goes. */
export const stampFolder = path.join(root, 'node_modules/.cache/remote-clerk');

/** The Node that everything but the set-up itself runs on: the npm package `node`. */
export const projectNode = path.join(root, 'node_modules/node/bin/node');

const projectBinaries = path.join(root, 'node_modules/.bin');

/** @returns {NodeJS.ProcessEnv} the environment in which `node`, `vite` and the like are the project's own */
export function projectEnvironment() {
  return { ...process.env, PATH: `${projectBinaries}:${process.env.PATH}` };
}

/**
 * The environment in which `node` is the system's: for steps that replace node_modules, where the project's own Node
 * would be deleted while it runs.
 * @returns {NodeJS.ProcessEnv}
 */
export function systemEnvironment() {
  const folders = (process.env.PATH ?? '').split(':').filter((folder) => path.resolve(folder) !== projectBinaries);
  return { ...process.env, PATH: folders.join(':') };
}

/**
 * @param {string} command
 * @returns {boolean} whether the command is on the PATH
 */
export function hasCommand(command) {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(path.join(folder, command)));
}
