import { spawn } from 'node:child_process';
import { projectEnvironment, projectNode, root } from './paths.mjs';

const LOOK_FOR_PARENT_EVERY_MS = 1000;

/**
 * Goes on in a TypeScript file under the project's Node, and ends as it ends.
 * @param {string} script
 * @param {string[]} args
 */
export function handOver(script, args) {
  const child = spawn(projectNode, [script, ...args], { cwd: root, env: projectEnvironment(), stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    // From a keyboard the child has the signal already; a second one does it no harm.
    process.on(signal, () => child.kill(signal));
  }
  // Whoever kills npm outright should not have to look for what it leaves behind.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), LOOK_FOR_PARENT_EVERY_MS);
  child.once('exit', (code) => process.exit(code ?? 1));
}
