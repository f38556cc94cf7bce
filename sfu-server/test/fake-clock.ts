import type { Clock } from '../src/clock.ts';

/** Time that stands still until it is told to pass. */
export class FakeClock implements Clock {
  #nowMs = Date.now();
  #waiting: Array<{ at: number; then: () => void }> = [];

  readonly now = () => this.#nowMs;

  readonly after = (milliseconds: number, then: () => void) => {
    const entry = { at: this.#nowMs + milliseconds, then };
    this.#waiting.push(entry);
    return () => {
      this.#waiting = this.#waiting.filter((one) => one !== entry);
    };
  };

  pass(milliseconds: number): void {
    this.#nowMs += milliseconds;
    const due = this.#waiting.filter(({ at }) => at <= this.#nowMs);
    this.#waiting = this.#waiting.filter(({ at }) => at > this.#nowMs);
    for (const { then } of due) then();
  }
}
