import { describe, expect, it } from 'vitest';
import { isLast, waitAfter } from './retries.ts';

describe('a message that was not sent', () => {
  it('is tried again after waits that grow, and then stay', () => {
    const minutes = [1, 2, 3, 4, 5, 6, 20].map((attempts) => waitAfter(attempts) / 60_000);
    expect(minutes).toEqual([1, 5, 30, 120, 360, 360, 360]);
  });

  it('is given up when the server has refused it six times', () => {
    expect([5, 6].map((attempts) => isLast(attempts, 'message', false))).toEqual([false, true]);
  });

  it('is given up at once when there is no such address', () => {
    expect(isLast(1, 'address', false)).toBe(true);
  });

  it('waits for a server that is away until the appointment has begun', () => {
    expect(isLast(100, 'server', false)).toBe(false);
    expect(isLast(100, 'server', true)).toBe(true);
    expect(isLast(1, 'server', true)).toBe(false);
  });
});
