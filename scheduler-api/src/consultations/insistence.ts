import type { RoomId } from '@remote-clerk/shared/domain/ids.ts';
import { addMilliseconds, type Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';

/** Whoever says so twice within this time is believed, in milliseconds. */
const believedWithinMs = 15_000;

/**
 * Whether an end has said before that it cannot enter a room whose node seems well: once may be its own line, twice is worth
 * a try elsewhere. Kept in memory only: what is forgotten has to be said once more.
 */
export function createInsistence({ clock }: Pick<Context, 'clock'>) {
  const said = new Map<string, Instant>();
  return (end: string, roomId: RoomId): boolean => {
    const now = clock.now();
    const limit = addMilliseconds(now, -believedWithinMs);
    for (const [key, at] of said) if (at < limit) said.delete(key);
    const key = `${end} ${roomId}`;
    const again = said.has(key);
    said.set(key, now);
    return again;
  };
}
