import { Store } from '@remote-clerk/shared/call/store.ts';
import type { IncomingSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';
import type { Later } from '../kiosk/kiosk-booking.ts';

/** How often, in milliseconds, others are told what is being written: often enough to be read along. */
const everyMs = 300;
/** A draft that nobody goes on with is not shown for ever: its writer may be gone. */
const forgottenMs = 60_000;
const longest = 2_000;

export type Draft = { id: string; name: string; text: string };
export type WritingState = { own: string; others: Draft[] };
const blank: WritingState = { own: '', others: [] };

/** Real-time text: each sees what the others are writing while they write it. Nothing of it is kept anywhere. */
export class Writing {
  readonly #store = new Store<WritingState>(blank);
  readonly subscribe = this.#store.subscribe;
  readonly getSnapshot = this.#store.getSnapshot;
  readonly #tell: (text: string) => void;
  readonly #later: Later;
  /** Set while the others were told a moment ago. */
  #pause: (() => void) | null = null;
  #told = '';
  readonly #forgetting = new Map<string, () => void>();

  constructor(ports: { tell: (text: string) => void; later: Later }) {
    this.#tell = ports.tell;
    this.#later = ports.later;
  }

  /** The citizen's own words, whole. */
  write(text: string): void {
    this.#store.update({ own: text.slice(0, longest) });
    if (!this.#pause) this.#tellNow();
  }

  receive({ from, signal }: IncomingSignal): void {
    if (signal.kind !== 'draft') return;
    this.#drop(from.id);
    if (signal.text === '') return;
    const { others } = this.getSnapshot();
    this.#store.update({ others: [...others, { id: from.id, name: from.name, text: signal.text }] });
    this.#forgetting.set(
      from.id,
      this.#later(() => this.#drop(from.id), forgottenMs),
    );
  }

  forget(): void {
    this.#pause?.();
    this.#pause = null;
    this.#told = '';
    for (const callOff of this.#forgetting.values()) callOff();
    this.#forgetting.clear();
    this.#store.update(blank);
  }

  #drop(writer: string): void {
    this.#forgetting.get(writer)?.();
    this.#forgetting.delete(writer);
    this.#store.update({ others: this.getSnapshot().others.filter(({ id }) => id !== writer) });
  }

  #tellNow(): void {
    const { own } = this.getSnapshot();
    if (own === this.#told) return;
    this.#told = own;
    this.#tell(own);
    this.#pause = this.#later(() => {
      this.#pause = null;
      this.#tellNow();
    }, everyMs);
  }
}
