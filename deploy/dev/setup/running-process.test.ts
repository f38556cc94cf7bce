import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findRunningProcess } from './running-process.mjs';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'running-process-'));
  file = path.join(folder, 'pid');
});
afterEach(() => rmSync(folder, { recursive: true }));

function startSleeper() {
  const sleeper = spawn('sleep', ['600']);
  writeFileSync(file, String(sleeper.pid));
  return sleeper;
}

describe('the process that a file names', () => {
  it('is found while it runs', () => {
    const sleeper = startSleeper();
    expect(findRunningProcess(file, /sleep/)).toBe(sleeper.pid);
    sleeper.kill();
  });

  it('is not found when it has ended', async () => {
    const sleeper = startSleeper();
    const ended = new Promise((resolve) => sleeper.once('exit', resolve));
    sleeper.kill();
    await ended;
    expect(findRunningProcess(file, /sleep/)).toBeUndefined();
  });

  it.runIf(process.platform === 'linux')('is not found when its number is now that of another program', () => {
    const sleeper = startSleeper();
    expect(findRunningProcess(file, /deploy\/dev\/run\.ts/)).toBeUndefined();
    sleeper.kill();
  });

  it.each(['', 'no number', '-1', String(process.pid)])('is not found where the file holds "%s"', (text) => {
    writeFileSync(file, text);
    expect(findRunningProcess(file, /./)).toBeUndefined();
  });

  it('is not found where there is no file', () => {
    expect(findRunningProcess(file, /./)).toBeUndefined();
  });
});
