import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectEnvironment, root, stampFolder } from './paths.mjs';
import { runCommand } from './run-command.mjs';

const FRONT_ENDS = ['clerk-console', 'kiosk-app'];
const NOT_SOURCES = new Set(['dist', 'node_modules']);
const TEST_FILE = /\.(test|spec)\.tsx?$/;

/**
 * Bundles the front ends into their `dist/` folders, only those whose sources changed since.
 * @param {import('./progress.mjs').Progress} progress
 */
export async function buildFrontEnds(progress) {
  for (const workspace of FRONT_ENDS) {
    const folder = path.join(root, workspace);
    const stamp = path.join(stampFolder, `${workspace}-sources`);
    const sources = hashSources([folder, path.join(root, 'shared/src'), path.join(root, 'package-lock.json')]);
    const built = existsSync(path.join(folder, 'dist')) && existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
    if (built === sources) continue;
    await progress.step(`Building ${workspace}`, () =>
      runCommand('npm', ['run', 'build', '-w', workspace], { cwd: root, env: projectEnvironment() }),
    );
    mkdirSync(stampFolder, { recursive: true });
    writeFileSync(stamp, sources);
  }
}

/**
 * @param {string[]} locations files, and folders that are walked without build results and tests
 * @returns {string} changes whenever one of the files does
 */
export function hashSources(locations) {
  const hash = createHash('sha256');
  for (const location of locations) {
    for (const file of listFiles(location))
      hash.update(path.relative(root, file)).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * @param {string} location a file or a folder
 * @returns {string[]}
 */
function listFiles(location) {
  if (statSync(location).isFile()) return [location];
  return readdirSync(location)
    .filter((name) => !NOT_SOURCES.has(name) && !TEST_FILE.test(name))
    .sort()
    .flatMap((name) => listFiles(path.join(location, name)));
}
