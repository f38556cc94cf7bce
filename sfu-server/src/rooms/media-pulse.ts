import type { Clock } from '../clock.ts';

const lookEveryMs = 2_000;
/** Chromium checks each path every 2.5 s even when it has nothing to send. */
const silentAfterMs = 4_000;

type Options = {
  clock: Clock;
  /** All bytes that ever came. */
  readBytes: () => Promise<number>;
  /** `silent` has changed. */
  onChange: () => void;
};

/**
 * Whether anything at all still comes from a peer, while there is reason to doubt it or nobody else would say. The engine
 * notices a dead path only after its consent timeout, and asking for everyone's figures all the time would cost more than it tells.
 */
export class MediaPulse {
  readonly #options: Options;
  #isWatching = false;
  #callOff: () => void = () => undefined;
  /** The most that was read, and when that was. */
  #last: { bytes: number; atMs: number } | null = null;
  #silent = false;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Nothing has come for four seconds. */
  get silent(): boolean {
    return this.#silent;
  }

  /** Looks every two seconds until `rest`. */
  watch(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    void this.#look();
  }

  rest(): void {
    this.#isWatching = false;
    this.#callOff();
    this.#last = null;
    this.#silent = false;
  }

  async #look(): Promise<void> {
    const { clock, readBytes, onChange } = this.#options;
    // A transport that is closing has no figures: as good as silence.
    const bytes = await readBytes().catch(() => 0);
    if (!this.#isWatching) return;
    this.#callOff();
    this.#callOff = clock.after(lookEveryMs, () => void this.#look());
    const before = this.#last;
    const grew = before !== null && bytes > before.bytes;
    if (!before || grew) this.#last = { bytes, atMs: clock.now() };
    const silent = !grew && (this.#silent || (before !== null && clock.now() - before.atMs >= silentAfterMs));
    if (silent === this.#silent) return;
    this.#silent = silent;
    onChange();
  }
}
