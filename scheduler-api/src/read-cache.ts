import { type Instant, millisecondsBetween } from '@remote-clerk/shared/domain/time.ts';
import type { Clock } from './clock.ts';

/**
 * How long what was read counts, in milliseconds. A screen that loads asks many things at once; what another process changes
 * is seen after this.
 */
const keepMs = 250;
/** Enough for all who work at once. Beyond it, all is read anew. */
const most = 5_000;

type Kept<T> = { value: T; readAt: Instant };

/** What was just read of credentials. What this process changes is forgotten at once, also by a reading that is under way. */
export function createReadCache<T extends { owner: string }>(clock: Clock) {
  const kept = new Map<string, Kept<T>>();
  let changes = 0;

  return {
    async get(key: string, read: () => Promise<T | undefined>): Promise<T | undefined> {
      const known = kept.get(key);
      if (known && millisecondsBetween(known.readAt, clock.now()) < keepMs) return known.value;
      const [changesBefore, readAt] = [changes, clock.now()];
      const value = await read();
      if (kept.size >= most) kept.clear();
      if (value && changes === changesBefore) kept.set(key, { value, readAt });
      else kept.delete(key);
      return value;
    },

    forget(owner: string): void {
      changes += 1;
      for (const [key, { value }] of kept) if (value.owner === owner) kept.delete(key);
    },

    /** What an organisation's rights are made of has changed. */
    forgetAll(): void {
      changes += 1;
      kept.clear();
    },
  };
}
