import type { CallQuality } from '../contracts/quality.ts';
import { type Counters, qualityBetween } from './quality-figures.ts';
import { type QualityWord, qualityWord } from './quality-word.ts';

/** Reported after the first second, so that even a short call has figures, and then each three. */
const reportMs = 3_000;
const wordMs = 1_000;

/** Turns what a connection has counted into how the call is: a word each second, a report each three. */
export class QualityMonitor {
  #first: Counters | null = null;
  #last: Counters | null = null;
  #reportedAtMs = Number.NEGATIVE_INFINITY;
  #silentSeconds = 0;

  /**
   * Give it each sample of the connection's stats.
   * @returns what to show, and what is due to be reported; null while there is nothing new to say
   */
  take(now: Counters): { word: QualityWord | null; lately: CallQuality; report: CallQuality | null } | null {
    this.#first ??= now;
    const before = this.#last;
    if (!before) {
      this.#last = now;
      return null;
    }
    if (now.atMs - before.atMs < wordMs) return null;
    this.#last = now;
    this.#silentSeconds = now.packetsReceived > before.packetsReceived ? 0 : this.#silentSeconds + 1;
    const lately = qualityBetween(before, now);
    const isDue = now.atMs - this.#reportedAtMs >= reportMs;
    if (isDue) this.#reportedAtMs = now.atMs;
    return {
      word: qualityWord(lately, this.#silentSeconds),
      lately,
      report: isDue ? qualityBetween(this.#first, now) : null,
    };
  }
}
