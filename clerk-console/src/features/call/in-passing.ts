import type { CallSignals } from '@remote-clerk/shared/call/call-signals.ts';
import { Store } from '@remote-clerk/shared/call/store.ts';
import { type CallRole, isMainRole } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { CallSignal, IncomingSignal, KioskControl } from '@remote-clerk/shared/contracts/live/call-signals.ts';

type Speaker = IncomingSignal['from'];
export type Draft = Speaker & { readonly text: string };
export type Caption = Speaker & { readonly captionId: string; readonly text: string; readonly final: boolean };

export type DocumentWish = Extract<CallSignal, { kind: 'document.ask' }>['want'];
/** `unanswered`: nobody said yes or no in time. `unsent`: it did not get as far as the kiosk. */
type AskState = 'waiting' | 'allowed' | 'refused' | 'unanswered' | 'unsent';
export type Asked<Wish> = { readonly request: string; readonly wish: Wish; readonly state: AskState };

export type PassingState = {
  /** What others are writing just now. */
  readonly drafts: readonly Draft[];
  readonly hands: readonly Speaker[];
  readonly captions: readonly Caption[];
  /** What was last asked of the kiosk. */
  readonly control: Asked<KioskControl> | null;
  readonly document: Asked<DocumentWish> | null;
};

/** Milliseconds after which something said in passing is shown no longer. */
const passing = { draft: 20_000, caption: 6_000, answer: 30_000 } as const;

/** Whether two are the same person: there is one citizen and one specialist; guests go by their names. */
export const isSamePerson = (one: { role: CallRole; name: string }, other: { role: CallRole; name: string }) =>
  one.role === other.role && (isMainRole(one.role) || one.name === other.name);

/** What those in a consultation tell each other in passing, as it stands now. Nothing of it is kept. */
export class InPassing {
  readonly state = new Store<PassingState>({ drafts: [], hands: [], captions: [], control: null, document: null });
  readonly #signals: CallSignals;
  readonly #unsubscribe: () => void;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(signals: CallSignals) {
    this.#signals = signals;
    this.#unsubscribe = signals.subscribe((incoming) => this.#hear(incoming));
  }

  /** Tells the others; who is away misses it. */
  tell(signal: CallSignal): void {
    this.#signals.send(signal).catch(() => undefined);
  }

  askControl(control: KioskControl): void {
    const request = crypto.randomUUID();
    this.#ask('control', { request, wish: control, state: 'waiting' }, { kind: 'control.ask', request, control });
  }

  askDocument(want: DocumentWish): void {
    const request = crypto.randomUUID();
    this.#ask('document', { request, wish: want, state: 'waiting' }, { kind: 'document.ask', request, want });
  }

  close(): void {
    this.#unsubscribe();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #ask(about: 'control', asked: Asked<KioskControl>, signal: CallSignal): void;
  #ask(about: 'document', asked: Asked<DocumentWish>, signal: CallSignal): void;
  #ask(about: 'control' | 'document', asked: Asked<unknown>, signal: CallSignal): void {
    this.state.update({ [about]: asked });
    this.#signals.send(signal).catch(() => this.#answered(about, asked.request, 'unsent'));
    this.#later(about, passing.answer, () => this.#answered(about, asked.request, 'unanswered'));
  }

  /** An answer counts for what was asked last, once. */
  #answered(about: 'control' | 'document', request: string, state: AskState): void {
    const asked = this.state.getSnapshot()[about];
    if (asked?.request !== request || asked.state !== 'waiting') return;
    this.state.update({ [about]: { ...asked, state } });
  }

  #hear({ from, signal }: IncomingSignal): void {
    const { drafts, hands, captions } = this.state.getSnapshot();
    const others = <Said extends Speaker>(said: readonly Said[]) => said.filter((each) => each.id !== from.id);
    switch (signal.kind) {
      case 'draft': {
        const { text } = signal;
        this.state.update({ drafts: text ? [...others(drafts), { ...from, text }] : others(drafts) });
        this.#later(`draft ${from.id}`, passing.draft, () =>
          this.state.update({ drafts: others(this.state.getSnapshot().drafts) }),
        );
        return;
      }
      case 'hand':
        this.state.update({ hands: signal.raised ? [...others(hands), from] : others(hands) });
        return;
      case 'caption': {
        const { id: captionId, text, final } = signal;
        this.state.update({ captions: [...others(captions), { ...from, captionId, text, final }] });
        this.#later(`caption ${from.id}`, passing.caption, () =>
          this.state.update({ captions: others(this.state.getSnapshot().captions) }),
        );
        return;
      }
      case 'control.answer':
        if (from.role === 'citizen') this.#answered('control', signal.request, signal.allowed ? 'allowed' : 'refused');
        return;
      case 'document.answer':
        if (from.role === 'citizen') this.#answered('document', signal.request, signal.done ? 'allowed' : 'refused');
        return;
    }
  }

  #later(name: string, milliseconds: number, run: () => void): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.set(name, setTimeout(run, milliseconds));
  }
}
