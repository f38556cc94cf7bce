import { addMilliseconds, Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Clock } from '../clock.ts';

export type FakeClock = Clock & { advance(milliseconds: number): void };

/** A clock that stands still until it is told to go on. */
export function createFakeClock(start = '2027-03-01T08:00:00.000Z'): FakeClock {
  let now = Instant.parse(start);
  return {
    now: () => now,
    advance(milliseconds) {
      now = addMilliseconds(now, milliseconds);
    },
  };
}
