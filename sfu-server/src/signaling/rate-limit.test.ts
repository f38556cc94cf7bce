import { describe, expect, it } from 'vitest';
import { FakeClock } from '../../test/fake-clock.ts';
import { RateLimit } from './rate-limit.ts';

const taken = (limit: RateLimit, tries: number) =>
  Array.from({ length: tries }, () => limit.take()).filter(Boolean).length;

describe('a rate limit', () => {
  it('lets a burst through, then so many a second', () => {
    const clock = new FakeClock();
    const limit = new RateLimit({ perSecond: 10, burst: 20, clock });
    expect(taken(limit, 50)).toBe(20);
    clock.pass(500);
    expect(taken(limit, 50)).toBe(5);
  });

  it('does not save up more than a burst', () => {
    const clock = new FakeClock();
    const limit = new RateLimit({ perSecond: 10, burst: 20, clock });
    clock.pass(3_600_000);
    expect(taken(limit, 50)).toBe(20);
  });
});
