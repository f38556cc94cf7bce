import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { SetupError } from './setup-error.mjs';

const LINES_SHOWN_ON_FAILURE = 40;

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Runs a command without a terminal; its output is shown only if it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void, timeoutMs?: number }} [options]
 * @returns {Promise<void>} rejects with a SetupError that carries the last lines of output
 */
export async function runCommand(command, args, { cwd, env = process.env, onLine, timeoutMs } = {}) {
  /** @type {string[]} */
  const lastLines = [];
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: timeoutMs });
  running.add(child);
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
  running.delete(child);
  if (outcome !== undefined) {
    throw new SetupError([`${command} ${args.join(' ')}: ${outcome}`, ...lastLines].join('\n    '));
  }
}

/**
 * Asks the commands that run to stop; each then rejects when it has.
 * @returns {boolean} whether there are any
 */
export function stopCommands() {
  for (const child of running) child.kill();
  return running.size > 0;
}
