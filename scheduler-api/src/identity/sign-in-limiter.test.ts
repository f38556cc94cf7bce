import { describe, expect, it } from 'vitest';
import { waitAfter } from './sign-in-limiter.ts';

describe('the wait after failed sign-ins', () => {
  it('is none at first, then doubles, and stops growing', () => {
    const limit = { free: 3, longestMs: 10_000 };
    expect([1, 2, 3, 4, 5, 6, 60].map((failures) => waitAfter(failures, limit))).toEqual([
      0, 0, 2_000, 4_000, 8_000, 10_000, 10_000,
    ]);
  });
});
