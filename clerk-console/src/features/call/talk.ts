import { ChatLog } from '@remote-clerk/shared/call/chat-log.ts';
import { Store } from '@remote-clerk/shared/call/store.ts';
import type { ApiClient } from '@remote-clerk/shared/contracts/http/client.ts';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { ConsultationId } from '@remote-clerk/shared/domain/ids.ts';
import type { CallWire } from '../../app/live/call-wire.ts';
import { InPassing } from './in-passing.ts';

/** Milliseconds between two tellings of what is being written. */
const draftEveryMs = 300;

/**
 * What is said in one consultation beside the voices: the chat with what is being written here, and what is told in passing.
 * It lasts as long as the consultation is the own one, whatever screen is shown and however often the call comes back.
 */
export class Talk {
  readonly id: ConsultationId;
  readonly passing: InPassing;
  readonly chat: ChatLog;
  readonly state = new Store<{
    /** What is being written, not sent yet. */
    readonly text: string;
    /** Number of the latest line that was on the screen. */
    readonly seen: number;
  }>({ text: '', seen: 0 });
  #telling: ReturnType<typeof setTimeout> | null = null;
  #told = '';

  constructor(id: ConsultationId, api: ApiClient, wire: CallWire) {
    this.id = id;
    this.passing = new InPassing(wire.signalsOf(id));
    const params = { consultationId: id };
    this.chat = new ChatLog({
      list: async (after) => (await api.call(routes.listChat, { params, query: { after } })).messages,
      write: (text, idempotencyKey) => api.call(routes.writeChat, { params, body: { text }, idempotencyKey }),
      subscribeNews: (listener) => wire.onChat(id, listener),
      onReconnected: (listener) => wire.onReconnected(listener),
    });
  }

  /** The others see it as it grows. */
  write(text: string): void {
    this.state.update({ text });
    this.#telling ??= setTimeout(() => {
      this.#telling = null;
      this.#tellDraft();
    }, draftEveryMs);
  }

  send(): void {
    const { text } = this.state.getSnapshot();
    if (text.trim() === '') return;
    this.chat.write(text);
    this.state.update({ text: '' });
    this.#tellDraft();
  }

  see(sequence: number): void {
    if (sequence > this.state.getSnapshot().seen) this.state.update({ seen: sequence });
  }

  close(): void {
    if (this.#telling !== null) clearTimeout(this.#telling);
    this.passing.close();
    // A line that is still on its way is sent all the same.
    const closeWhenSent = () => {
      if (this.chat.getSnapshot().sending.every(({ state }) => state === 'failed')) this.chat.close();
    };
    this.chat.subscribe(closeWhenSent);
    closeWhenSent();
  }

  #tellDraft(): void {
    const { text } = this.state.getSnapshot();
    if (text === this.#told) return;
    this.#told = text;
    this.passing.tell({ kind: 'draft', text });
  }
}
