import type { Clock } from '../clock.ts';

/** Turns a process's growing CPU time into the share of one core that it used since it was last asked. */
export class CpuMeter {
  readonly #clock: Clock;
  #last: { atMs: number; cpuMs: number } | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param cpuMs milliseconds of CPU used since the process began @returns 0–1, 0 when first asked */
  share(cpuMs: number): number {
    const atMs = this.#clock.now();
    const last = this.#last;
    this.#last = { atMs, cpuMs };
    if (!last || atMs <= last.atMs) return 0;
    return Math.max(0, (cpuMs - last.cpuMs) / (atMs - last.atMs));
  }
}
