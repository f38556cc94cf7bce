import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findRunningProcess } from '../setup/running-process.mjs';
import { SetupError } from '../setup/setup-error.mjs';

/** Marks a data folder as in use by one running system. */
export type RunLock = { release: () => void };

/**
 * @param pattern of a running system's command line
 * @throws SetupError where another one runs on the same data
 */
export function takeRunLock(file: string, pattern = /deploy\/dev\/run\.ts/): RunLock {
  const holder = findRunningProcess(file, pattern);
  if (holder !== undefined) {
    throw new SetupError(`remote-clerk is already running here (process ${holder}). Stop it first: kill ${holder}`);
  }
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, String(process.pid));
  return { release: () => rmSync(file, { force: true }) };
}
