import { HEARTBEAT_INTERVAL_MS } from '../../bridge/bridge.ts';

const ALLOWED_SILENCE_MS = 3 * HEARTBEAT_INTERVAL_MS;

/** Calls `onSilence` once when a page that should be alive has missed three heartbeats. */
export class HeartbeatWatchdog {
  readonly #onSilence: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(onSilence: () => void) {
    this.#onSilence = onSilence;
  }

  /** The page has as long as three heartbeats to say its next word, or `withinMs` for its first one. */
  watch(withinMs = ALLOWED_SILENCE_MS): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#onSilence();
    }, withinMs);
  }

  beat(): void {
    if (this.#timer) this.watch();
  }

  rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
