import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';

const drawn = (count: number, draw: () => number) => Array.from({ length: count }, draw);
const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

describe('chance', () => {
  it('comes out the same for the same seed, otherwise for another', () => {
    const first = (seed: number) => drawn(20, createRandom(seed).next);
    expect(first(7)).toEqual(first(7));
    expect(first(7)).not.toEqual(first(8));
  });

  it('is even, and normal or logarithmic where it should be', () => {
    const random = createRandom(1);
    const even = drawn(20_000, random.next);
    expect(mean(even)).toBeCloseTo(0.5, 1);
    expect(Math.min(...even)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...even)).toBeLessThan(1);
    const normal = drawn(20_000, () => random.normal(10, 2));
    expect(mean(normal)).toBeCloseTo(10, 0);
    expect(mean(normal.map((one) => (one - 10) ** 2))).toBeCloseTo(4, 0);
    const times = drawn(20_001, () => random.logNormal(15, 0.4)).toSorted((a, b) => a - b);
    expect(times[10_000]).toBeCloseTo(15, 0);
  });

  it('picks by weight and shuffles without losing anyone', () => {
    const random = createRandom(2);
    const picked = drawn(10_000, () => random.pick([1, 3], (weight) => weight));
    expect(picked.filter((one) => one === 3).length / 10_000).toBeCloseTo(0.75, 1);
    expect(random.shuffled([1, 2, 3, 4]).toSorted()).toEqual([1, 2, 3, 4]);
    expect(() => random.pick([])).toThrow(RangeError);
  });
});
