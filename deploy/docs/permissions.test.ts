import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describePermissions } from './permissions.ts';

it('the page about permissions says what the contracts say', () => {
  // `npm run docs:permissions` writes it anew.
  expect(readFileSync(new URL('permissions.md', import.meta.url), 'utf8')).toBe(describePermissions());
});
