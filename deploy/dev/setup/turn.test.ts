import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createProgress } from './progress.mjs';
import { takeTurn } from './turn.mjs';

const silent = createProgress({ write: () => true });
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'turn-'));
  file = path.join(folder, 'set-up.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('a set-up holds its turn until it is done', async () => {
  const release = await takeTurn(silent, file, /./);
  expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
  release();
  expect(existsSync(file)).toBe(false);
});

it('a set-up waits for the one before it', async () => {
  const other = spawn('sleep', ['600']);
  writeFileSync(file, String(other.pid));
  const turn = takeTurn(silent, file, /sleep/);
  const first = await Promise.race([
    turn.then(() => 'took it'),
    new Promise((resolve) => setImmediate(() => resolve('waits'))),
  ]);
  expect(first).toBe('waits');
  other.kill();
  (await turn)();
});
