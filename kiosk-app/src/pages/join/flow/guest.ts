import type { CallSignals } from '@remote-clerk/shared/call/call-signals.ts';
import { ChatLog } from '@remote-clerk/shared/call/chat-log.ts';
import { Store } from '@remote-clerk/shared/call/store.ts';
import type { CallTicket } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { IncomingSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';
import type { GuestView } from '@remote-clerk/shared/contracts/views.ts';
import type { RoomId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError, type ProblemType } from '@remote-clerk/shared/domain/problems.ts';
import type { EnterCall, GuestCall } from './guest-call.ts';
import type { ConnectGuestLive, GuestLive } from './guest-live.ts';
import type { GuestServer } from './guest-server.ts';
import type { OwnMedia } from './own-media.ts';
import { Talk } from './talk.ts';
import { type WhyOver, whyOver } from './why-over.ts';

/**
 * `opening`: the code is being exchanged. `not-valid`: nobody comes in with it. `unreachable`: it could not be asked.
 * `at-door`: the invitation is open, devices are checked. `entering`: a ticket is sought, for as long as it takes.
 */
export type Stage =
  | 'no-code'
  | 'opening'
  | 'not-valid'
  | 'unreachable'
  | 'at-door'
  | 'entering'
  | 'in-call'
  | 'left'
  | 'over';

export type GuestState = {
  readonly stage: Stage;
  readonly view: GuestView | null;
  readonly over: WhyOver | null;
  readonly call: GuestCall | null;
  /** While in the call. */
  readonly chat: ChatLog | null;
  /** Why one is still `entering`; the next try comes by itself. */
  readonly obstacle: ProblemType | null;
  /** The connection over which the view comes is being sought again. */
  readonly isAway: boolean;
};

type GuestParts = {
  readonly code: string | null;
  readonly server: GuestServer;
  readonly connect: ConnectGuestLive;
  readonly enter: EnterCall;
  readonly media: OwnMedia;
  readonly later: (run: () => void, ms: number) => () => void;
  readonly forgetCode: () => void;
};

/** Milliseconds between two tries to get into a call that cannot be entered yet. */
const againMs = 2_000;
/** Nobody belongs in the call any more, or not yet. */
const noCall: readonly ProblemType[] = ['not-found', 'not-allowed', 'illegal-transition', 'invitation-not-valid'];

/** Somebody who was invited: from the link to the call and out of it again. */
export class Guest {
  readonly state: Store<GuestState>;
  readonly media: OwnMedia;
  readonly server: GuestServer;
  readonly signals: CallSignals;
  readonly talk: Talk;
  readonly #parts: GuestParts;
  readonly #listeners = new Set<(signal: IncomingSignal) => void>();
  readonly #chatNews = new Set<(news: { latest: number }) => void>();
  readonly #reconnections = new Set<() => void>();
  #live: GuestLive | null = null;
  #cancelTry: (() => void) | null = null;
  #cancelConnect: (() => void) | null = null;
  #screen: MediaStreamTrack | null = null;
  /** What the call has of the devices. */
  #given: { camera: MediaStreamTrack | null; microphone: MediaStreamTrack | null } = { camera: null, microphone: null };
  /** Counts comings and goings: an answer to an earlier one changes nothing. */
  #coming = 0;

  constructor(parts: GuestParts) {
    this.#parts = parts;
    this.media = parts.media;
    this.server = parts.server;
    this.state = new Store<GuestState>({
      stage: parts.code ? 'opening' : 'no-code',
      view: null,
      over: null,
      call: null,
      chat: null,
      obstacle: null,
      isAway: false,
    });
    this.signals = {
      send: async (signal) => {
        const { view } = this.state.getSnapshot();
        if (!this.#live || !view) throw new Error('There is no connection');
        await this.#live.send({ consultationId: view.consultation.id, signal });
      },
      subscribe: (listener) => subscribeTo(this.#listeners, listener),
    };
    this.talk = new Talk(this.signals.send, parts.later);
    this.signals.subscribe((incoming) => this.talk.receive(incoming));
    this.media.state.subscribe(() => this.#passDevicesOn());
  }

  /** Opens the invitation; again after it could not be asked, or after one has gone out. */
  async open(): Promise<void> {
    const { code, server } = this.#parts;
    if (!code) return;
    const coming = ++this.#coming;
    this.state.update({ stage: 'opening', over: null });
    try {
      const view = await server.open(code);
      if (coming !== this.#coming) return;
      this.#connect();
      this.state.update({ stage: 'at-door', view });
      this.#follow(view);
      if (this.state.getSnapshot().stage === 'at-door') await this.media.open();
    } catch (error) {
      if (coming !== this.#coming) return;
      const isAway = error instanceof ProblemError && ['unavailable', 'too-many-requests'].includes(error.type);
      if (!isAway) this.#parts.forgetCode();
      this.state.update({ stage: isAway ? 'unreachable' : 'not-valid' });
    }
  }

  /** Goes into the call, as soon as there is one. */
  enter(): void {
    if (this.state.getSnapshot().stage !== 'at-door') return;
    this.state.update({ stage: 'entering', obstacle: null });
    void this.#tryToEnter(++this.#coming);
  }

  async shareScreen(isShared: boolean): Promise<void> {
    const { call } = this.state.getSnapshot();
    if (!call) return;
    if (!isShared) {
      this.#stopScreen();
      return call.setScreen(null);
    }
    const track = await this.media.port.openScreen().catch(() => null);
    if (!track) return;
    this.#screen = track;
    // The browser has a button of its own to end it with.
    track.addEventListener('ended', () => void call.setScreen(null).catch(() => undefined));
    await call.setScreen(track);
  }

  #stopScreen(): void {
    this.#screen?.stop();
    this.#screen = null;
  }

  /** Goes out; the way back stays open until the conversation is over. */
  async leave(): Promise<void> {
    this.#goOut({ stage: 'left' });
    await this.server.leave().catch(() => undefined);
  }

  async #tryToEnter(coming: number): Promise<void> {
    const { view } = this.state.getSnapshot();
    if (!view) return;
    try {
      const ticket = await this.server.callTicket(view.consultation.id);
      if (coming !== this.#coming) return;
      this.#cameIn(ticket, view);
    } catch (error) {
      if (coming !== this.#coming) return;
      this.state.update({ obstacle: error instanceof ProblemError ? error.type : 'internal' });
      if (error instanceof ProblemError && error.type === 'invitation-not-valid') return this.#over('ended');
      this.#cancelTry = this.#parts.later(() => void this.#tryToEnter(coming), againMs);
    }
  }

  #cameIn(ticket: CallTicket, view: GuestView): void {
    const { camera, microphone } = this.media.state.getSnapshot();
    this.#given = { camera, microphone };
    const call = this.#parts.enter({
      ticket,
      role: view.invitation.role,
      media: { audio: microphone, video: camera },
      renewTicket: (unreachableRoomId) => this.#renewTicket(view, unreachableRoomId),
    });
    const chat = this.state.getSnapshot().chat ?? this.#openChat(view);
    this.state.update({ stage: 'in-call', call, chat, obstacle: null });
    call.subscribe(() => this.#followCall(call));
  }

  #openChat({ consultation }: GuestView): ChatLog {
    return new ChatLog({
      list: (after) => this.server.readChat(consultation.id, after),
      write: (text, key) => this.server.writeChat(consultation.id, text, key),
      subscribeNews: (listener) => subscribeTo(this.#chatNews, listener),
      onReconnected: (listener) => subscribeTo(this.#reconnections, listener),
    });
  }

  /** @returns null when there is no call to come back to. @throws ProblemError when it could not be had now */
  async #renewTicket(view: GuestView, unreachableRoomId?: RoomId): Promise<CallTicket | null> {
    try {
      return await this.server.callTicket(view.consultation.id, unreachableRoomId);
    } catch (error) {
      if (error instanceof ProblemError && noCall.includes(error.type)) return null;
      throw error;
    }
  }

  #followCall(call: GuestCall): void {
    const { phase, closedBecause } = call.getSnapshot();
    if (phase !== 'closed' || call !== this.state.getSnapshot().call) return;
    const { view } = this.state.getSnapshot();
    if (closedBecause === 'replaced') this.#over('elsewhere');
    else if (closedBecause !== 'left') this.#over((view && whyOver(view)) ?? 'ended');
  }

  #connect(): void {
    this.#live?.close();
    const token = this.server.token();
    if (!token) return;
    const live = this.#parts.connect(token, {
      onConnected: () => {
        this.state.update({ isAway: false });
        for (const heard of this.#reconnections) heard();
      },
      onLost: () => this.state.update({ isAway: true }),
      onView: (view) => this.#follow(view),
      onChat: (news) => {
        for (const heard of this.#chatNews) heard(news);
      },
      onSignal: (incoming) => {
        for (const listener of this.#listeners) listener(incoming);
      },
      onRefused: () => void this.#openAgain(),
      // What there is to say of it was in the view before; without that, only another window is left.
      onEnded: () => this.#over('elsewhere'),
    });
    this.#live = live;
  }

  #follow(view: GuestView): void {
    const { stage } = this.state.getSnapshot();
    if (stage === 'left' || stage === 'over') return;
    this.state.update({ view });
    const over = whyOver(view);
    if (over) this.#over(over);
  }

  /** The token is not taken any more: it was too old, or it is over. The call goes on meanwhile. */
  async #openAgain(): Promise<void> {
    const { code, later } = this.#parts;
    if (!code || !this.#live) return;
    const coming = this.#coming;
    this.#live.close();
    this.#live = null;
    this.state.update({ isAway: true });
    try {
      const view = await this.server.open(code);
      if (coming !== this.#coming) return;
      // Not at once: a server that refuses what it has just given is not asked without end.
      this.#cancelConnect = later(() => this.#connect(), againMs);
      this.#follow(view);
    } catch (error) {
      if (coming !== this.#coming) return;
      if (error instanceof ProblemError && error.type === 'invitation-not-valid') return this.#over('ended');
      this.#cancelConnect = later(() => this.#connect(), againMs);
    }
  }

  #passDevicesOn(): void {
    const { call } = this.state.getSnapshot();
    if (!call) return;
    const { camera, microphone } = this.media.state.getSnapshot();
    const before = this.#given;
    this.#given = { camera, microphone };
    // What fails here fails with the connection, which says so itself.
    if (before.camera !== camera) void call.setCamera(camera).catch(() => undefined);
    if (before.microphone !== microphone) void call.setMicrophone(microphone).catch(() => undefined);
  }

  #over(over: WhyOver): void {
    const { stage } = this.state.getSnapshot();
    if (stage === 'over' || stage === 'left') return;
    if (over !== 'elsewhere') this.#parts.forgetCode();
    this.#goOut({ stage: 'over', over });
  }

  #goOut(change: Partial<GuestState>): void {
    this.#coming += 1;
    this.#cancelTry?.();
    this.#cancelConnect?.();
    this.#cancelTry = this.#cancelConnect = null;
    const { call, chat } = this.state.getSnapshot();
    chat?.close();
    this.state.update({ ...change, call: null, chat: null, obstacle: null, isAway: false });
    this.#live?.close();
    this.#live = null;
    this.talk.forget();
    this.#stopScreen();
    this.media.close();
    void call?.leave().catch(() => undefined);
  }
}

function subscribeTo<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
