import { Store } from '@remote-clerk/shared/call/store.ts';
import type { CallRole } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { CallSignal, IncomingSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';

type Speaker = { readonly id: string; readonly name: string; readonly role: CallRole };
export type TalkState = {
  /** Who has a hand up, the first one first. */
  readonly hands: readonly Speaker[];
  /** What others are writing just now. */
  readonly drafts: readonly (Speaker & { readonly text: string })[];
  readonly ownHand: boolean;
};

/** Milliseconds at least between two pictures of what is being written: fast enough to be read along. */
const draftEveryMs = 200;

type Later = (run: () => void, ms: number) => () => void;

/** Hands and real-time text: what passes between those in the call and is kept nowhere. */
export class Talk {
  readonly state = new Store<TalkState>({ hands: [], drafts: [], ownHand: false });
  readonly #send: (signal: CallSignal) => Promise<void>;
  readonly #later: Later;
  #draft = '';
  #sentDraft = '';
  #waiting: (() => void) | null = null;

  constructor(send: (signal: CallSignal) => Promise<void>, later: Later) {
    this.#send = send;
    this.#later = later;
  }

  receive({ from, signal }: IncomingSignal): void {
    const { hands, drafts } = this.state.getSnapshot();
    const others = <One extends Speaker>(list: readonly One[]) => list.filter(({ id }) => id !== from.id);
    if (signal.kind === 'hand') {
      if (signal.raised && hands.some(({ id }) => id === from.id)) return;
      this.state.update({ hands: signal.raised ? [...hands, from] : others(hands) });
    }
    if (signal.kind === 'draft') {
      const text = signal.text.trim();
      this.state.update({ drafts: text ? [...others(drafts), { ...from, text }] : others(drafts) });
    }
  }

  raise(raised: boolean): void {
    this.state.update({ ownHand: raised });
    void this.#tell({ kind: 'hand', raised });
  }

  /** What stands in the field now; empty once it was sent. */
  write(text: string): void {
    this.#draft = text;
    if (this.#waiting) return;
    this.#tellDraft();
  }

  /** Forgets what is said in passing: whoever was away may have missed that it is over. */
  forget(): void {
    this.#waiting?.();
    this.#waiting = null;
    this.#draft = '';
    this.#sentDraft = '';
    this.state.update({ hands: [], drafts: [], ownHand: false });
  }

  #tellDraft(): void {
    this.#waiting = null;
    if (this.#draft === this.#sentDraft) return;
    this.#sentDraft = this.#draft;
    void this.#tell({ kind: 'draft', text: this.#draft });
    this.#waiting = this.#later(() => this.#tellDraft(), draftEveryMs);
  }

  async #tell(signal: CallSignal): Promise<void> {
    // Nothing depends on it: what is written is sent whole, and a hand can be raised again.
    await this.#send(signal).catch(() => undefined);
  }
}
