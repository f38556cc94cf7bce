import { ChatLog, type ChatState } from '@remote-clerk/shared/call/chat-log.ts';
import { Store } from '@remote-clerk/shared/call/store.ts';
import type { ChatNews } from '@remote-clerk/shared/contracts/chat.ts';
import type { CallSignal, IncomingSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';
import type { KioskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import type { ConsultationId } from '@remote-clerk/shared/domain/ids.ts';
import type { Later } from '../kiosk/kiosk-booking.ts';
import type { KioskServer } from '../kiosk/kiosk-server.ts';
import { Captions } from './captions.ts';
import { Consents } from './consents.ts';
import { DocumentCamera, type DocumentPorts } from './document-camera.ts';
import type { TalkSignals } from './talk-signals.ts';
import { Writing } from './writing.ts';

export interface TalkPorts {
  readonly signals: TalkSignals;
  readonly server: Pick<KioskServer, 'listChat' | 'writeChat' | 'savePicture'>;
  readonly document: Omit<DocumentPorts, 'keep'>;
  /** @returns whether there is another camera, which is seen from now on */
  nextCamera(): Promise<boolean>;
  readonly later: Later;
}

/** What stands beside the pictures. */
export type Panel = 'none' | 'chat' | 'document';
export type TalkState = {
  panel: Panel;
  chat: ChatState;
  /** Whether others wrote what has not been on the screen yet. */
  unread: boolean;
  handRaised: boolean;
  /** Of the speakers, 0–1. */
  volume: number;
};
const silence: TalkState = {
  panel: 'none',
  chat: { lines: [], sending: [] },
  unread: false,
  handRaised: false,
  volume: 1,
};

/**
 * All of a consultation but its media: chat and real-time text, captions, the raised hand, what the specialist may change here,
 * and the document camera. It begins anew with each consultation, and nothing of one is left for the next.
 */
export class Talk {
  readonly #ports: TalkPorts;
  readonly #store = new Store<TalkState>(silence);
  readonly subscribe = this.#store.subscribe;
  readonly getSnapshot = this.#store.getSnapshot;
  readonly writing: Writing;
  readonly captions: Captions;
  readonly consents: Consents;
  readonly document: DocumentCamera;
  #consultationId: ConsultationId | null = null;
  #chat: ChatLog | null = null;
  #endSignals: () => void = () => undefined;
  readonly #newsListeners = new Set<(news: ChatNews) => void>();
  readonly #backListeners = new Set<() => void>();

  constructor(ports: TalkPorts) {
    this.#ports = ports;
    this.writing = new Writing({ tell: (text) => this.#say({ kind: 'draft', text }), later: ports.later });
    this.captions = new Captions(ports.later);
    this.document = new DocumentCamera({ ...ports.document, keep: (jpeg) => this.#keepPicture(jpeg) });
    this.document.subscribe(() => this.#followDocument());
    this.consents = new Consents({
      answer: (signal) => this.#say(signal),
      setVolume: (volume) => this.#store.update({ volume }),
      nextCamera: () => ports.nextCamera(),
      startDocument: () => this.document.start(),
      stopDocument: () => this.document.stop(),
      takePicture: () => this.document.takePicture(),
    });
  }

  /** Call with every view. @param consultation the one on the screen, also when it is over */
  follow(consultation: KioskConsultation | null): void {
    if (consultation?.id !== this.#consultationId) this.#begin(consultation?.id ?? null);
    if (!consultation) return;
    const isTalking = consultation.state === 'accepted' || consultation.state === 'live';
    if (isTalking && !this.#chat) this.#openChat(consultation.id);
    if (consultation.held || !isTalking) this.document.stop();
  }

  show(panel: Panel): void {
    this.#store.update({ panel, ...(panel === 'chat' && { unread: false }) });
  }

  /** The socket is there again: what was written meanwhile is read. */
  connected(): void {
    for (const listener of [...this.#backListeners]) listener();
  }

  signal(incoming: IncomingSignal): void {
    this.#ports.signals.receive(incoming);
  }

  chat(news: ChatNews): void {
    if (news.consultationId !== this.#consultationId) return;
    for (const listener of [...this.#newsListeners]) listener(news);
  }

  /** Sends what is being written. */
  sendWritten(): void {
    const { own } = this.writing.getSnapshot();
    this.#chat?.write(own);
    this.writing.write('');
  }

  /** Tries a line again that the server refused. */
  sendAgain(key: string): void {
    this.#chat?.sendAgain(key);
  }

  raiseHand(handRaised: boolean): void {
    this.#store.update({ handRaised });
    this.#say({ kind: 'hand', raised: handRaised });
  }

  #begin(consultationId: ConsultationId | null): void {
    this.#endSignals();
    this.#chat?.close();
    this.#chat = null;
    for (const part of [this.writing, this.captions, this.consents, this.document]) part.forget();
    this.#store.update(silence);
    this.#consultationId = consultationId;
    this.#endSignals = consultationId
      ? this.#ports.signals.of(consultationId).subscribe((incoming) => this.#receive(incoming))
      : () => undefined;
  }

  #receive(incoming: IncomingSignal): void {
    for (const part of [this.writing, this.captions, this.consents]) part.receive(incoming);
    if (incoming.signal.kind === 'draft' && incoming.signal.text !== '') this.#bringUp();
  }

  #openChat(consultationId: ConsultationId): void {
    const { server } = this.#ports;
    const chat = new ChatLog({
      list: (after) => server.listChat(consultationId, after),
      write: (text, key) => server.writeChat(consultationId, text, key),
      subscribeNews: (listener) => subscribed(this.#newsListeners, listener),
      onReconnected: (listener) => subscribed(this.#backListeners, listener),
    });
    chat.subscribe(() => this.#followChat(chat.getSnapshot()));
    this.#chat = chat;
  }

  #followChat(chat: ChatState): void {
    const ofOthers = ({ lines }: ChatState) => lines.filter(({ from }) => from !== 'citizen').length;
    const isNew = ofOthers(chat) > ofOthers(this.getSnapshot().chat);
    this.#store.update({ chat });
    if (isNew) this.#bringUp();
  }

  /** Who cannot hear must see at once that somebody writes; what is on the screen already is not taken away. */
  #bringUp(): void {
    const { panel } = this.getSnapshot();
    if (panel === 'none') this.show('chat');
    else if (panel !== 'chat') this.#store.update({ unread: true });
  }

  #followDocument(): void {
    const { phase } = this.document.getSnapshot();
    const { panel } = this.getSnapshot();
    if (phase === 'starting' && panel !== 'document') this.show('document');
    if (phase === 'off' && panel === 'document') this.show('none');
  }

  async #keepPicture(jpeg: string): Promise<void> {
    if (!this.#consultationId) throw new Error('There is no consultation');
    await this.#ports.server.savePicture(this.#consultationId, jpeg, crypto.randomUUID());
  }

  /** In passing: nothing depends on its being heard. */
  #say(signal: CallSignal): void {
    if (this.#consultationId) {
      this.#ports.signals
        .of(this.#consultationId)
        .send(signal)
        .catch(() => undefined);
    }
  }
}

function subscribed<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
