import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shareOut } from './cost-share.ts';

it('shares out in proportion', () => {
  expect(shareOut(1_000, [1, 1, 2])).toEqual([250, 250, 500]);
});

it('gives what rounding leaves over to those who lost most by it', () => {
  expect(shareOut(100, [1, 1, 1])).toEqual([34, 33, 33]);
  expect(shareOut(10, [1, 5])).toEqual([2, 8]);
});

it('gives nobody anything when nobody has used it', () => {
  expect(shareOut(500, [0, 0])).toEqual([0, 0]);
});

it('always adds up to the whole, with no part more than a cent from its exact size', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e12 }),
      fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 60 }),
      (whole, weights) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        fc.pre(total > 0);
        const shares = shareOut(whole, weights);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(whole);
        for (const [index, share] of shares.entries())
          expect(Math.abs(share - (whole * (weights[index] ?? 0)) / total)).toBeLessThanOrEqual(1.001);
      },
    ),
  );
});
