import { describe, expect, it } from 'vitest';
import { isInstalled } from './dependencies.mjs';

const wanted = {
  '': { version: '0.1.0' },
  'node_modules/zod': { version: '4.6.7' },
  'node_modules/only-on-macos': { version: '1.0.0', optional: true },
};

describe('what the lock file wants', () => {
  it('is installed when every version is the one asked for', () => {
    expect(isInstalled(wanted, { 'node_modules/zod': { version: '4.6.7' } })).toBe(true);
  });

  it('is not installed in a fresh checkout', () => {
    expect(isInstalled(wanted, {})).toBe(false);
  });

  it('is not installed when a version is another', () => {
    expect(isInstalled(wanted, { 'node_modules/zod': { version: '4.6.6' } })).toBe(false);
  });

  it('is not installed when an optional package is stale', () => {
    const installed = { 'node_modules/zod': { version: '4.6.7' }, 'node_modules/only-on-macos': { version: '0.9.0' } };
    expect(isInstalled(wanted, installed)).toBe(false);
  });
});
