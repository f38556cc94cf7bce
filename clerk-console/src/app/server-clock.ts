import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { addMilliseconds, epochMilliseconds, instantFrom } from '@remote-clerk/shared/domain/time.ts';

/** How far the server's clock is from this computer's, so that what counts up or down here is right on a wrong clock. */
export class ServerClock {
  #aheadMs = 0;
  readonly #localNow: () => number;

  constructor(localNow: () => number = Date.now) {
    this.#localNow = localNow;
  }

  /** @param asOf when the server made what has just arrived */
  learn(asOf: Instant): void {
    this.#aheadMs = epochMilliseconds(asOf) - this.#localNow();
  }

  /** The server's instant as this computer's clock shows it. */
  toLocal(instant: Instant): Instant {
    return addMilliseconds(instant, -this.#aheadMs);
  }

  /** What time it is at the server. */
  now(): Instant {
    return instantFrom(this.#localNow() + this.#aheadMs);
  }
}
