import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findRunningProcess } from './running-process.mjs';

const LOOK_EVERY_MS = 200;

/**
 * Waits until no other process holds the file, then holds it until released or this process ends. Two set-ups of one
 * checkout at the same time would write into each other's files.
 * @param {import('./progress.mjs').Progress} progress
 * @param {string} file
 * @param {RegExp} pattern of the other's command line
 * @returns {Promise<() => void>} releases the file
 */
export async function takeTurn(progress, file, pattern) {
  const other = findRunningProcess(file, pattern);
  if (other !== undefined) {
    await progress.step(`Waiting for another set-up here (process ${other})`, async () => {
      while (findRunningProcess(file, pattern) !== undefined) await sleep(LOOK_EVERY_MS);
    });
  }
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, String(process.pid));
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  return () => {
    process.off('exit', release);
    release();
  };
}
