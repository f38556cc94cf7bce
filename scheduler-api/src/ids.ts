import { randomBytes } from 'node:crypto';
import { epochMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import type { Clock } from './clock.ts';

export type Ids = ReturnType<typeof createIds>;

/** Makes UUIDs of version 7 (RFC 9562): of one generator, each is greater as text than the one before. */
export function createIds(clock: Clock) {
  let last = 0n;
  return {
    uuid(): string {
      // 48 bits of milliseconds and 12 bits that count within one; a full count borrows from the next millisecond.
      const earliest = BigInt(epochMilliseconds(clock.now())) << 12n;
      last = earliest > last ? earliest : last + 1n;
      const time = (last >> 12n).toString(16).padStart(12, '0');
      const count = (last & 0xfffn).toString(16).padStart(3, '0');
      const bytes = randomBytes(8);
      const random = bytes.toString('hex');
      const variant = (8 + ((bytes[0] ?? 0) & 3)).toString(16);
      return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${variant}${random.slice(1, 4)}-${random.slice(4)}`;
    },
  };
}
