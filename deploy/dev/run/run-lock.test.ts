import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
    writeFileSync(file, '4711');
    expect(() => takeRunLock(file, (pid) => pid === 4711)).toThrow('already running here (process 4711)');
  });

  it('is taken over from a system that died', () => {
    takeRunLock(file);
    writeFileSync(file, '4711');
    expect(() => takeRunLock(file, () => false)).not.toThrow();
  });

  it('is taken over when the number now belongs to another program', () => {
    takeRunLock(file);
    writeFileSync(file, String(process.ppid));
    expect(() => takeRunLock(file)).not.toThrow();
  });
});
