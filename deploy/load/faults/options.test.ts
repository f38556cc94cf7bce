import { expect, it } from 'vitest';
import { parseOptions, scenarioNames } from './options.mjs';

it('is every scenario ten times on SQLite unless somebody says otherwise', () => {
  expect(parseOptions([])).toMatchObject({ scenarios: [...scenarioNames], runs: 10, db: 'sqlite', json: undefined });
});

it('takes what is said, in the order in which it is run', () => {
  const args = ['--scenario', 'worker-killed,link-cut-2s', '--runs', '3', '--db', 'postgres', '--json', 'faults.json'];
  expect(parseOptions(args)).toMatchObject({
    scenarios: ['link-cut-2s', 'worker-killed'],
    runs: 3,
    db: 'postgres',
    json: 'faults.json',
  });
});

it.each([
  [['--scenario', 'earthquake'], '--scenario: there is no earthquake'],
  [['--runs', '0'], '--runs takes a whole number from 1'],
  [['--db', 'mysql'], '--db takes sqlite or postgres'],
])('%j is refused, with how it is used', (args, message) => {
  expect(() => parseOptions(args)).toThrow(message);
  expect(() => parseOptions(args)).toThrow('npm run faults');
});
