import { HEARTBEAT_INTERVAL_MS } from '../../bridge/bridge.ts';

const ALLOWED_SILENCE_MS = 3 * HEARTBEAT_INTERVAL_MS;

/** Calls `onSilence` once when a page that should be alive has missed three heartbeats. */
export class HeartbeatWatchdog {
  readonly #onSilence: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(onSilence: () => void) {
    this.#onSilence = onSilence;
  }

  /** A page was loaded and has as long as three heartbeats to say its first word. */
  watch(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#onSilence();
    }, ALLOWED_SILENCE_MS);
  }

  beat(): void {
    if (this.#timer) this.watch();
  }

  rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
