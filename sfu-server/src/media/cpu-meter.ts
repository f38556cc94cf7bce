import type { Clock } from '../clock.ts';

const shortestMs = 500;

/** Turns a process's growing CPU time into the share of one core that it used since it was last asked. */
export class CpuMeter {
  readonly #clock: Clock;
  #last: { atMs: number; cpuMs: number } | null = null;
  #share = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** What was found last, 0–1; 0 at first. */
  get latest(): number {
    return this.#share;
  }

  /**
   * Too short a time tells nothing: asked again within half a second, it says what it said.
   * @param cpuMs milliseconds of CPU used since the process began
   * @returns 0–1, 0 when first asked
   */
  share(cpuMs: number): number {
    const atMs = this.#clock.now();
    const last = this.#last;
    if (last && atMs - last.atMs < shortestMs) return this.#share;
    this.#last = { atMs, cpuMs };
    if (last) this.#share = Math.max(0, (cpuMs - last.cpuMs) / (atMs - last.atMs));
    return this.#share;
  }
}
