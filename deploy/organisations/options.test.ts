import { expect, it } from 'vitest';
import { parseOptions } from './options.mjs';

const good = ['--name', 'Kuldīgas novads', '--administrator', 'kristine', '--manager', 'andris'];

it('takes a name and two people', () => {
  expect(parseOptions(good)).toMatchObject({ kind: 'municipality', administrator: 'kristine', manager: 'andris' });
});

it.each([
  ['nobody who manages it', ['--name', 'Kuldīgas novads']],
  ['one person for both', [...good.slice(0, 4), '--manager', 'kristine']],
  ['a kind that there is not', [...good, '--kind', 'kingdom']],
])('does not take %s', (_what, args) => {
  expect(() => parseOptions(args)).toThrow();
});
