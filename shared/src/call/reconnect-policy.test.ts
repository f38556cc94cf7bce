import { describe, expect, it } from 'vitest';
import { defaultReconnectPolicy, nextDelay } from './reconnect-policy.ts';

describe('reconnecting', () => {
  it('is tried soon, then ever less often', () => {
    expect([0, 1, 2, 3, 4, 9].map((attempt) => nextDelay(defaultReconnectPolicy, attempt, 0))).toEqual([
      300, 1_000, 2_000, 4_000, 4_000, 4_000,
    ]);
  });

  it('is given up when the next attempt would begin after twenty seconds', () => {
    expect(nextDelay(defaultReconnectPolicy, 5, 16_000)).toBe(4_000);
    expect(nextDelay(defaultReconnectPolicy, 5, 16_001)).toBeNull();
  });
});
