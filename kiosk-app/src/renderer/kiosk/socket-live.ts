import type { CallSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';
import { kioskNamespace, kioskNotifications, kioskRequests } from '@remote-clerk/shared/contracts/live/messages.ts';
import { fromProblem, Problem } from '@remote-clerk/shared/contracts/problem.ts';
import { notificationHandler, request } from '@remote-clerk/shared/contracts/request.ts';
import type { KioskActivity } from '@remote-clerk/shared/contracts/views.ts';
import type { ConsultationId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import type { KioskSession } from '../session/kiosk-session.ts';
import type { KioskLive, LiveListener } from './kiosk-server.ts';

const Refusal = z.object({ data: Problem });
/** Short breaks are nobody's business: only a longer one is told. */
const graceMs = 3_000;
const againMs = 1_500;
const replyMs = 5_000;

/** The kiosk's socket to the scheduler-api: reconnects by itself, and proves the kiosk anew when it has to. */
export class SocketLive implements KioskLive {
  readonly #session: KioskSession;
  #listener: LiveListener | null = null;
  #socket: Socket | null = null;
  #activity: KioskActivity | null = null;
  #lossTimer: ReturnType<typeof setTimeout> | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: KioskSession) {
    this.#session = session;
  }

  start(listener: LiveListener): void {
    this.stop();
    this.#listener = listener;
    void this.#connect(listener);
  }

  report(activity: KioskActivity): void {
    this.#activity = activity;
    if (this.#socket?.connected) void this.#sendActivity(this.#socket, activity);
  }

  async send(consultationId: ConsultationId, signal: CallSignal): Promise<void> {
    const socket = this.#socket;
    // Not kept for later: what is said in passing is of no use when it comes late.
    if (!socket?.connected) throw new Error('The server is away');
    const ask = (name: string, payload: unknown) => socket.timeout(replyMs).emitWithAck(name, payload);
    await request(ask, 'call.signal', kioskRequests['call.signal'], { consultationId, signal });
  }

  stop(): void {
    this.#listener = null;
    clearTimeout(this.#retryTimer);
    this.#found();
    this.#drop();
  }

  async #connect(listener: LiveListener): Promise<void> {
    try {
      await this.#session.token();
    } catch (error) {
      if (this.#listener !== listener) return;
      if (error instanceof ProblemError && error.type === 'kiosk-not-proven') return listener.revoked();
      listener.lost();
      return this.#connectLater(listener);
    }
    if (this.#listener !== listener) return;
    this.#drop();
    this.#socket = this.#open(listener);
  }

  #open(listener: LiveListener): Socket {
    const auth = (give: (data: object) => void) => {
      // Asked for at every reconnection: the token may have been renewed. Without one the server's refusal says so.
      this.#session.token().then(
        (token) => give({ token }),
        () => give({}),
      );
    };
    const socket = io(kioskNamespace, { auth, forceNew: true, transports: ['websocket'], reconnectionDelayMax: 3_000 });
    const receive = notificationHandler({ payload: kioskNotifications.kiosk }, (view) => listener.view(view));
    const proveAnew = () => {
      this.#session.forget();
      this.#drop();
      this.#connectLater(listener);
    };
    socket.on('connect', () => {
      this.#found();
      listener.connected();
      if (this.#activity) void this.#sendActivity(socket, this.#activity);
    });
    socket.on('kiosk', (raw: unknown) => {
      if (!receive(raw)) console.warn('The server sent a view that does not parse');
    });
    const signalled = notificationHandler({ payload: kioskNotifications['call.signal'] }, (incoming) =>
      listener.signal(incoming),
    );
    const chatted = notificationHandler({ payload: kioskNotifications.chat }, (news) => listener.chat(news));
    socket.on('call.signal', (raw: unknown) => {
      if (!signalled(raw)) console.warn('The server sent a call signal that does not parse');
    });
    socket.on('chat', (raw: unknown) => {
      if (!chatted(raw)) console.warn('The server sent news of the chat that do not parse');
    });
    socket.on('session.ended', proveAnew);
    socket.on('disconnect', (reason) => {
      this.#missed(listener);
      if (reason === 'io server disconnect') proveAnew();
    });
    socket.on('connect_error', (error) => {
      this.#missed(listener);
      // socket.io tries again by itself after a lost wire, but not after a refusal.
      const refusal = Refusal.safeParse(error);
      if (!socket.active || (refusal.success && fromProblem(refusal.data.data).type !== 'unavailable')) proveAnew();
    });
    return socket;
  }

  async #sendActivity(socket: Socket, activity: KioskActivity): Promise<void> {
    const ask = (name: string, payload: unknown) => socket.timeout(replyMs).emitWithAck(name, payload);
    try {
      await request(ask, 'activity.report', kioskRequests['activity.report'], { activity });
    } catch {
      // Told again after the next connection and with the next screen.
    }
  }

  #missed(listener: LiveListener): void {
    this.#lossTimer ??= setTimeout(() => listener.lost(), graceMs);
  }

  #found(): void {
    clearTimeout(this.#lossTimer);
    this.#lossTimer = undefined;
  }

  #connectLater(listener: LiveListener): void {
    clearTimeout(this.#retryTimer);
    this.#retryTimer = setTimeout(() => void this.#connect(listener), againMs);
  }

  #drop(): void {
    this.#socket?.off();
    this.#socket?.disconnect();
    this.#socket = null;
  }
}
