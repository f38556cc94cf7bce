import { Store } from '@remote-clerk/shared/call/store.ts';
import type { CallSignal, IncomingSignal, KioskControl } from '@remote-clerk/shared/contracts/live/call-signals.ts';

/** What a specialist may ask of the kiosk; one yes is good for the whole call. */
export type Consent = KioskControl['what'] | 'document';
export type Question = { request: string; consent: Consent; isPicture: boolean; name: string };

export interface ConsentPorts {
  answer(signal: CallSignal): void;
  setVolume(volume: number): void;
  /** @returns whether there is another camera */
  nextCamera(): Promise<boolean>;
  startDocument(): Promise<boolean>;
  stopDocument(): void;
  takePicture(): Promise<boolean>;
}

type Pending = { question: Question; allow: () => void; deny: () => void };

/** Asks the citizen before anything of the kiosk is changed from afar, does it, and answers who asked. */
export class Consents {
  readonly #store = new Store<{ question: Question | null }>({ question: null });
  readonly subscribe = this.#store.subscribe;
  readonly getSnapshot = this.#store.getSnapshot;
  readonly #ports: ConsentPorts;
  readonly #given = new Set<Consent>();
  #pending: Pending[] = [];

  constructor(ports: ConsentPorts) {
    this.#ports = ports;
  }

  receive({ from, signal }: IncomingSignal): void {
    // Nobody else has a say in the kiosk.
    if (from.role !== 'specialist') return;
    if (signal.kind === 'control.ask') {
      const { request, control } = signal;
      const answer = (allowed: boolean) => this.#ports.answer({ kind: 'control.answer', request, allowed });
      const question = { request, consent: control.what, isPicture: false, name: from.name };
      this.#ask(
        question,
        async () => answer(await this.#apply(control)),
        () => answer(false),
      );
    } else if (signal.kind === 'document.ask') {
      const { request, want } = signal;
      const answer = (done: boolean) => this.#ports.answer({ kind: 'document.answer', request, done });
      if (want === 'stop') {
        this.#ports.stopDocument();
        answer(true);
        return;
      }
      const { startDocument, takePicture } = this.#ports;
      const isPicture = want === 'picture';
      const question = { request, consent: 'document', isPicture, name: from.name } as const;
      const act = isPicture ? takePicture : startDocument;
      this.#ask(
        question,
        async () => answer(await act.call(this.#ports)),
        () => answer(false),
      );
    }
  }

  /** The citizen's answer to the question that is shown. */
  reply(allowed: boolean): void {
    const [first] = this.#pending;
    if (!first) return;
    // The answer is good for what was asked of the same kind meanwhile.
    const { consent } = first.question;
    if (allowed) this.#given.add(consent);
    const answered = this.#pending.filter(({ question }) => question.consent === consent);
    this.#pending = this.#pending.filter(({ question }) => question.consent !== consent);
    this.#show();
    for (const { allow, deny } of answered) (allowed ? allow : deny)();
  }

  forget(): void {
    this.#given.clear();
    this.#pending = [];
    this.#show();
  }

  #ask(question: Question, act: () => Promise<void>, deny: () => void): void {
    const allow = () => void act().catch(deny);
    if (this.#given.has(question.consent)) {
      allow();
    } else {
      this.#pending = [...this.#pending, { question, allow, deny }];
      this.#show();
    }
  }

  #show(): void {
    this.#store.update({ question: this.#pending[0]?.question ?? null });
  }

  async #apply(control: KioskControl): Promise<boolean> {
    if (control.what === 'next-camera') return this.#ports.nextCamera();
    this.#ports.setVolume(control.value);
    return true;
  }
}
