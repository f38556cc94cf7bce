export interface BackoffLimits {
  firstMs: number;
  maxMs: number;
  /** After this long without trouble the next delay is `firstMs` again. */
  calmAfterMs: number;
}

/** How long to wait before trying again: twice as long each time, up to a limit. */
export class Backoff {
  readonly #limits: BackoffLimits;
  readonly #monotonicMs: () => number;
  #delay = 0;
  #calmAt = 0;

  constructor(limits: BackoffLimits, monotonicMs: () => number) {
    this.#limits = limits;
    this.#monotonicMs = monotonicMs;
  }

  /** Milliseconds. */
  next(): number {
    const { firstMs, maxMs, calmAfterMs } = this.#limits;
    const now = this.#monotonicMs();
    this.#delay = this.#delay === 0 || now >= this.#calmAt ? firstMs : Math.min(this.#delay * 2, maxMs);
    this.#calmAt = now + this.#delay + calmAfterMs;
    return this.#delay;
  }
}
