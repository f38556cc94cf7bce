import type { CallQuality } from '../contracts/quality.ts';
import { type Counters, countersOf, qualityBetween } from './quality-figures.ts';
import { type QualityWord, qualityWord } from './quality-word.ts';

const sampleMs = 1_000;
/** Reported after the first second, so that even a short call has figures, and then each three. */
const samplesPerReport = 3;

type Source = {
  stats: () => Promise<{ send: RTCStatsReport; receive: RTCStatsReport }>;
  reportQuality: (quality: CallQuality) => Promise<void>;
};

/** Measures a connection each second while a call goes on, and reports to the node each three. */
export class QualityMonitor {
  readonly #source: Source;
  readonly #onMeasured: (quality: QualityWord | null, figures: CallQuality) => void;
  readonly #timer: ReturnType<typeof setInterval>;
  #first: Counters | null = null;
  #last: Counters | null = null;
  #samples = 0;
  #silentSeconds = 0;

  constructor(source: Source, onMeasured: (quality: QualityWord | null, figures: CallQuality) => void) {
    this.#source = source;
    this.#onMeasured = onMeasured;
    this.#timer = setInterval(() => void this.#sample(), sampleMs);
    void this.#sample();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #sample(): Promise<void> {
    try {
      const { send, receive } = await this.#source.stats();
      const now = countersOf(receive, send);
      const before = this.#last;
      this.#last = now;
      this.#first ??= now;
      if (!before) return;
      this.#silentSeconds = now.packetsReceived > before.packetsReceived ? 0 : this.#silentSeconds + 1;
      const lately = qualityBetween(before, now);
      this.#onMeasured(qualityWord(lately, this.#silentSeconds), lately);
      const isDue = this.#samples % samplesPerReport === 0;
      this.#samples += 1;
      if (isDue) await this.#source.reportQuality(qualityBetween(this.#first, now));
    } catch {
      // The connection is closing; the next one brings its own monitor.
    }
  }
}
