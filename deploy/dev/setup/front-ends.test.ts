import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashSources } from './front-ends.mjs';

let folder: string;

function write(name: string, text: string) {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'front-ends-'));
  write('src/main.tsx', 'one');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a front end is built again', () => {
  it.each([
    ['a source changes', () => write('src/main.tsx', 'two')],
    ['a source is added', () => write('src/more.tsx', 'one')],
  ])('when %s', (_when, change) => {
    const before = hashSources([folder]);
    change();
    expect(hashSources([folder])).not.toBe(before);
  });

  it.each([
    ['a test changes', () => write('src/main.test.tsx', 'x')],
    ['its own bundle changes', () => write('dist/main.js', 'x')],
    ['a dependency is installed', () => write('node_modules/a/index.js', 'x')],
  ])('but not when %s', (_when, change) => {
    const before = hashSources([folder]);
    change();
    expect(hashSources([folder])).toBe(before);
  });
});
