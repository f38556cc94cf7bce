import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { SetupError } from './setup-error.mjs';

const LINES_SHOWN_ON_FAILURE = 40;

/**
 * Runs a command without a terminal; its output is shown only if it fails. It does not outlive this process.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void, timeoutMs?: number }} [options]
 * @returns {Promise<void>} rejects with a SetupError that carries the last lines of output
 */
export async function runCommand(command, args, { cwd, env = process.env, onLine, timeoutMs } = {}) {
  /** @type {string[]} */
  const lastLines = [];
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: timeoutMs });
  const stop = () => child.kill();
  process.once('exit', stop);
  for (const output of [child.stdout, child.stderr]) {
    createInterface({ input: output }).on('line', (line) => {
      lastLines.push(line);
      if (lastLines.length > LINES_SHOWN_ON_FAILURE) lastLines.shift();
      onLine?.(line);
    });
  }
  const outcome = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code === 0 ? undefined : `ended with ${signal ?? code}`));
  });
  process.off('exit', stop);
  if (outcome !== undefined) {
    throw new SetupError([`${command} ${args.join(' ')}: ${outcome}`, ...lastLines].join('\n    '));
  }
}
