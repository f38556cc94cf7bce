import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeRunLock } from './run-lock.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'run-lock-'));
  file = path.join(folder, '.data/run.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the data folder', () => {
  it('is free again when its system has stopped', () => {
    takeRunLock(file).release();
    expect(existsSync(file)).toBe(false);
  });

  it('is refused while another system runs on it', () => {
    takeRunLock(file);
    const other = spawn('sleep', ['600']);
    writeFileSync(file, String(other.pid));
    expect(() => takeRunLock(file, /sleep/)).toThrow(`already running here (process ${other.pid})`);
    other.kill();
  });

  it('is taken over from a system that died', () => {
    takeRunLock(file);
    writeFileSync(file, '999999999');
    takeRunLock(file);
    expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
  });
});
