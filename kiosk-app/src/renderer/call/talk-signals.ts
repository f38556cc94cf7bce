import type { CallSignals } from '@remote-clerk/shared/call/call-signals.ts';
import type { CallSignal, IncomingSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';
import type { ConsultationId } from '@remote-clerk/shared/domain/ids.ts';

type Send = (consultationId: ConsultationId, signal: CallSignal) => Promise<void>;
type Listener = (incoming: IncomingSignal) => void;

/** What passes between those in a consultation, over the kiosk's one socket: each consultation hears its own alone. */
export class TalkSignals {
  readonly #send: Send;
  readonly #listeners = new Map<Listener, ConsultationId>();

  constructor(send: Send) {
    this.#send = send;
  }

  of(consultationId: ConsultationId): CallSignals {
    return {
      send: (signal) => this.#send(consultationId, signal),
      subscribe: (listener) => {
        this.#listeners.set(listener, consultationId);
        return () => this.#listeners.delete(listener);
      },
    };
  }

  receive(incoming: IncomingSignal): void {
    for (const [listener, consultationId] of [...this.#listeners]) {
      if (consultationId === incoming.consultationId) listener(incoming);
    }
  }
}
