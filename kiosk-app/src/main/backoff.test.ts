import { describe, expect, it } from 'vitest';
import { Backoff } from './backoff.ts';

const troubled = () => {
  const clock = { ms: 0 };
  return { clock, backoff: new Backoff({ firstMs: 1_000, maxMs: 15_000, calmAfterMs: 60_000 }, () => clock.ms) };
};

describe('the backoff', () => {
  it('doubles up to its limit while trouble goes on', () => {
    const { clock, backoff } = troubled();
    const delays = Array.from({ length: 6 }, () => {
      const delay = backoff.next();
      clock.ms += delay;
      return delay;
    });
    expect(delays).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  });

  it('begins again after a calm time', () => {
    const { clock, backoff } = troubled();
    backoff.next();
    clock.ms += 60_999;
    expect(backoff.next()).toBe(2_000);
    clock.ms += 62_000;
    expect(backoff.next()).toBe(1_000);
  });
});
