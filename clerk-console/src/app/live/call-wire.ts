import type { CallSignals } from '@remote-clerk/shared/call/call-signals.ts';
import type { ChatNews } from '@remote-clerk/shared/contracts/chat.ts';
import type { IncomingSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';
import type { ConsultationId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { LiveConnection } from './live-connection.ts';

/**
 * What passes between those in a consultation over the staff's socket. It lasts as long as the page: connections come and go
 * beneath it, and who listens need not know.
 */
export class CallWire {
  #connection: LiveConnection | null = null;
  readonly #heard = new Set<(incoming: IncomingSignal) => void>();
  readonly #told = new Set<(news: ChatNews) => void>();
  readonly #back = new Set<() => void>();

  /** @returns a function that takes the connection off again */
  use(connection: LiveConnection): () => void {
    this.#connection = connection;
    return () => {
      if (this.#connection === connection) this.#connection = null;
    };
  }

  hear(incoming: IncomingSignal): void {
    for (const listener of [...this.#heard]) listener(incoming);
  }

  tell(news: ChatNews): void {
    for (const listener of [...this.#told]) listener(news);
  }

  /** The connection is there, or there again: anything may have been said meanwhile. */
  reconnected(): void {
    for (const listener of [...this.#back]) listener();
  }

  signalsOf(consultationId: ConsultationId): CallSignals {
    return {
      send: async (signal) => {
        if (!this.#connection) throw new ProblemError('unavailable');
        await this.#connection.sendSignal({ consultationId, signal });
      },
      subscribe: (listener) => {
        const ours = (incoming: IncomingSignal) => {
          if (incoming.consultationId === consultationId) listener(incoming);
        };
        this.#heard.add(ours);
        return () => this.#heard.delete(ours);
      },
    };
  }

  onChat(consultationId: ConsultationId, listener: (news: ChatNews) => void): () => void {
    const ours = (news: ChatNews) => {
      if (news.consultationId === consultationId) listener(news);
    };
    this.#told.add(ours);
    return () => this.#told.delete(ours);
  }

  onReconnected(listener: () => void): () => void {
    this.#back.add(listener);
    return () => this.#back.delete(listener);
  }
}
