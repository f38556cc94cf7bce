import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, type Interval, intersect, lengthOf, overlaps, subtract, totalLength, union } from './interval.ts';

const some = fc.array(
  fc.tuple(fc.nat(40), fc.nat(10)).map(([from, length]): Interval => ({ from, until: from + length })),
  { maxLength: 8 },
);
/** The slow and certain way: every whole point that is in one of them. */
const points = (intervals: readonly Interval[]) =>
  new Set(intervals.flatMap(({ from, until }) => Array.from({ length: until - from }, (_, index) => from + index)));
const expectTidy = (intervals: readonly Interval[]) => {
  for (const [index, one] of intervals.entries()) {
    expect(one.from).toBeLessThan(one.until);
    const next = intervals[index + 1];
    if (next) expect(one.until).toBeLessThan(next.from);
  }
};

describe('intervals', () => {
  it('are half-open: one that ends where another begins does not overlap it', () => {
    expect(overlaps({ from: 1, until: 2 }, { from: 2, until: 3 })).toBe(false);
    expect(overlaps({ from: 1, until: 3 }, { from: 2, until: 4 })).toBe(true);
    expect(covers({ from: 1, until: 3 }, { from: 2, until: 3 })).toBe(true);
    expect(covers({ from: 1, until: 3 }, { from: 2, until: 4 })).toBe(false);
  });

  it('are joined into the same points, in order and apart', () => {
    fc.assert(
      fc.property(some, (intervals) => {
        expectTidy(union(intervals));
        expect(points(union(intervals))).toEqual(points(intervals));
        expect(totalLength(union(intervals))).toBe(points(intervals).size);
      }),
    );
  });

  it('leave, when others are taken away, the points that are in none of those', () => {
    fc.assert(
      fc.property(some, some, (intervals, taken) => {
        const left = subtract(intervals, taken);
        expectTidy(left);
        expect(points(left)).toEqual(new Set([...points(intervals)].filter((point) => !points(taken).has(point))));
      }),
    );
  });

  it('have in common the points that are in both', () => {
    fc.assert(
      fc.property(some, some, (left, right) => {
        const both = intersect(left, right);
        expectTidy(both);
        expect(points(both)).toEqual(new Set([...points(left)].filter((point) => points(right).has(point))));
      }),
    );
  });

  it('have a length', () => {
    expect(lengthOf({ from: 3, until: 10 })).toBe(7);
  });
});
