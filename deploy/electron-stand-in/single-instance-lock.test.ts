import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SingleInstanceLock } from './single-instance-lock.ts';

const NO_SUCH_PROCESS = 2 ** 22 + 1;

describe('the single instance lock', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'single-instance-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is given to the first', () => expect(new SingleInstanceLock(folder).take()).toBe(true));

  it('is refused to a second while the first lives', () => {
    new SingleInstanceLock(folder).take();
    expect(new SingleInstanceLock(folder).take()).toBe(false);
  });

  it('is free again after a release', () => {
    const first = new SingleInstanceLock(folder);
    first.take();
    first.release();
    expect(new SingleInstanceLock(folder).take()).toBe(true);
  });

  it('is taken over from a process that died', () => {
    writeFileSync(join(folder, 'single-instance.pid'), String(NO_SUCH_PROCESS));
    expect(new SingleInstanceLock(folder).take()).toBe(true);
  });
});
