import type { SettingsStore } from '../settings/settings.ts';

const MAX_FAILURES = 5;
const LOCK_MS = 5 * 60_000;

/**
 * Five wrong tries, then five minutes of none. `monotonicMs` must not follow the wall clock, which whoever stands at
 * the kiosk may be able to set; it does not survive a restart, so a restart begins the five minutes again.
 */
export class AttemptLock {
  readonly #settings: SettingsStore;
  readonly #monotonicMs: () => number;
  #lockedUntil: number | null = null;

  constructor(settings: SettingsStore, monotonicMs: () => number) {
    this.#settings = settings;
    this.#monotonicMs = monotonicMs;
    this.#lockIfSpent();
  }

  attemptsLeft(): number {
    this.#openIfServed();
    return Math.max(0, MAX_FAILURES - this.#settings.current().exitFailures);
  }

  /** Whole seconds, rounded up; 0 when not locked. */
  lockedForSeconds(): number {
    this.#openIfServed();
    return this.#lockedUntil === null ? 0 : Math.ceil((this.#lockedUntil - this.#monotonicMs()) / 1000);
  }

  countFailure(): void {
    this.#settings.update({ exitFailures: this.#settings.current().exitFailures + 1 });
    this.#lockIfSpent();
  }

  reset(): void {
    this.#lockedUntil = null;
    this.#settings.update({ exitFailures: 0 });
  }

  #lockIfSpent(): void {
    if (this.#settings.current().exitFailures >= MAX_FAILURES) this.#lockedUntil = this.#monotonicMs() + LOCK_MS;
  }

  #openIfServed(): void {
    if (this.#lockedUntil !== null && this.#monotonicMs() >= this.#lockedUntil) this.reset();
  }
}
