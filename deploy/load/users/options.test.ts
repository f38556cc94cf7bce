import { expect, it } from 'vitest';
import { parseOptions } from './options.mjs';

it('is a hundred people for two minutes on SQLite unless somebody says otherwise', () => {
  expect(parseOptions([])).toEqual({
    db: 'sqlite',
    users: 100,
    seconds: 120,
    seed: 2027,
    json: undefined,
    help: false,
  });
});

it('takes what is said', () => {
  const args = ['--db', 'postgres', '--users', '400', '--seconds', '30', '--seed', '0', '--json', 'users.json'];
  expect(parseOptions(args)).toEqual({
    db: 'postgres',
    users: 400,
    seconds: 30,
    seed: 0,
    json: 'users.json',
    help: false,
  });
});

it.each([
  [['--db', 'mysql'], '--db takes sqlite or postgres, not mysql'],
  [['--users', '4'], '--users takes a whole number from 5 to 2000, not 4'],
  [['--users', '1e3'], '--users takes a whole number from 5 to 2000, not 1e3'],
  [['--seconds', '0'], '--seconds takes a whole number from 1 to 3600, not 0'],
  [['--user', '10'], "Unknown option '--user'"],
])('%j is refused, with how it is used', (args, message) => {
  expect(() => parseOptions(args)).toThrow(message);
  expect(() => parseOptions(args)).toThrow('npm run bench:users');
});
