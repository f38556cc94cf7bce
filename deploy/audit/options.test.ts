import { expect, it } from 'vitest';
import { parseOptions } from './options.mjs';

const hash = 'a'.repeat(64);

it('takes anchors as the log says them', () => {
  const { anchors } = parseOptions(['--anchor', `none:12:${hash}`, '--anchor', `none:13:${hash}`]);
  expect(anchors).toEqual([
    { chain: 'none', number: 12, hash },
    { chain: 'none', number: 13, hash },
  ]);
});

it.each(['none:12', `none:x:${hash}`, 'none:12:abc', `'; drop table:1:${hash}`])('refuses %s as an anchor', (text) => {
  expect(() => parseOptions(['--anchor', text])).toThrow('--anchor takes CHAIN:NUMBER:HASH');
});
