import { spawn } from 'node:child_process';
import { projectEnvironment, projectNode, root } from './paths.mjs';

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
  child.once('exit', (code) => process.exit(code ?? 1));
}
