import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from '../setup/setup-error.mjs';

/** Marks a data folder as in use by one running system. */
export type RunLock = { release: () => void };

/**
 * @param isRunning whether a process with this number is a running system
 * @throws SetupError where another one runs on the same data
 */
export function takeRunLock(file: string, isRunning: (pid: number) => boolean = isRunningSystem): RunLock {
  const holder = findHolder(file, isRunning);
  if (holder !== undefined) {
    throw new SetupError(`remote-clerk is already running here (process ${holder}). Stop it first: kill ${holder}`);
  }
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, String(process.pid));
  return { release: () => rmSync(file, { force: true }) };
}

function findHolder(file: string, isRunning: (pid: number) => boolean): number | undefined {
  const pid = Number(readIfThere(file));
  return Number.isInteger(pid) && pid > 0 && pid !== process.pid && isRunning(pid) ? pid : undefined;
}

/** A number alone proves little: after a crash or in a new container another process may have it. */
function isRunningSystem(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const commandLine = readIfThere(`/proc/${pid}/cmdline`);
  return commandLine === undefined || commandLine.includes('deploy/dev/run.ts');
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
