import { describe, expect, test } from 'vitest';
import { percentile } from './percentile.ts';

describe('the percentile of some measurements', () => {
  test('is one of them', () => {
    expect(percentile([40, 10, 30, 20], 0.5)).toBe(20);
    expect(percentile([40, 10, 30, 20], 0.95)).toBe(40);
  });

  test('of twenty leaves only the worst one above the 95th', () => {
    const twenty = Array.from({ length: 20 }, (_, index) => index + 1);
    expect(percentile(twenty, 0.95)).toBe(19);
  });

  test('of one is that one', () => {
    expect(percentile([7], 0.5)).toBe(7);
  });

  test('of none is nothing', () => {
    expect(percentile([], 0.95)).toBeNull();
  });
});
