import { expect, it } from 'vitest';
import { parseOptions } from './options.mjs';

it('is fifty calls of each unless somebody says otherwise', () => {
  expect(parseOptions([])).toMatchObject({ calls: 50, json: undefined });
  expect(parseOptions(['--calls', '3', '--json', 'join.json'])).toMatchObject({ calls: 3, json: 'join.json' });
});

it('refuses what it does not know, with how it is used', () => {
  expect(() => parseOptions(['--calls', 'many'])).toThrow('--calls takes a whole number');
  expect(() => parseOptions(['--call', '3'])).toThrow('npm run bench:join');
});
