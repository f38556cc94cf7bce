import { Store } from '@remote-clerk/shared/call/store.ts';
import type { IncomingSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';
import type { Later } from '../kiosk/kiosk-booking.ts';

/** How many utterances stand on the screen at once, and for how many milliseconds the last of them stays. */
const most = 2;
const staysMs = 10_000;

export type Caption = { id: string; name: string; text: string };

/** What a recogniser hears of the others' speech, the latest last. */
export class Captions {
  readonly #store = new Store<{ captions: Caption[] }>({ captions: [] });
  readonly subscribe = this.#store.subscribe;
  readonly getSnapshot = this.#store.getSnapshot;
  readonly #later: Later;
  #clearing: (() => void) | null = null;

  constructor(later: Later) {
    this.#later = later;
  }

  receive({ from, signal }: IncomingSignal): void {
    if (signal.kind !== 'caption') return;
    const caption = { id: signal.id, name: from.name, text: signal.text };
    const { captions } = this.getSnapshot();
    // Words that are heard better later are mended where they stand.
    const isKnown = captions.some(({ id }) => id === caption.id);
    const next = isKnown ? captions.map((each) => (each.id === caption.id ? caption : each)) : [...captions, caption];
    this.#store.update({ captions: next.slice(-most) });
    this.#clearing?.();
    this.#clearing = this.#later(() => this.forget(), staysMs);
  }

  forget(): void {
    this.#clearing?.();
    this.#clearing = null;
    this.#store.update({ captions: [] });
  }
}
