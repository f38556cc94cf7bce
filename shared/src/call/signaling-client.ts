import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import type { CallTicket } from '../contracts/call-ticket.ts';
import { fromProblem, Problem } from '../contracts/problem.ts';
import {
  type NotificationOf,
  notificationHandler,
  type PayloadOf,
  type ReplyOf,
  request,
} from '../contracts/request.ts';
import {
  type SignalingHandshake,
  type SignalingNotifications,
  type SignalingRequests,
  signalingNotifications,
  signalingRequests,
} from '../contracts/signaling/messages.ts';
import { ProblemError } from '../domain/problems.ts';

const connectTimeoutMs = 5_000;
const replyTimeoutMs = 5_000;

/** What socket.io gives as the reason when a connection is refused. */
const Refusal = z.object({ data: Problem });

/** Who this is at the node, for taking the wire up again. */
type Place = Pick<Extract<SignalingHandshake, { resume: unknown }>['resume'], 'peerId' | 'key'>;

/**
 * The typed wire to one media node, for one call ticket. A ticket admits once; when the wire goes, `resume` takes it up again
 * for as long as the node keeps the place, and what was notified meanwhile comes first.
 */
export class SignalingClient {
  readonly #nodeUrl: string;
  #socket: Socket;
  #place: Place | null = null;
  #closed = false;
  /** Notifications so far, over all sockets: the node says again just those after them. */
  #heard = 0;
  readonly #receivers = new Map<string, (raw: unknown) => void>();
  #onLost: () => void = () => undefined;

  private constructor(nodeUrl: string, socket: Socket) {
    this.#nodeUrl = nodeUrl;
    this.#socket = socket;
    socket.onAny((name: string, raw: unknown) => this.#hear(name, raw));
    socket.once('disconnect', () => this.#onLost());
  }

  /** @throws ProblemError the node's refusal, or `unavailable` when it does not answer within 5 s */
  static async connect({ nodeUrl, ticket }: Pick<CallTicket, 'nodeUrl' | 'ticket'>): Promise<SignalingClient> {
    return new SignalingClient(nodeUrl, await open(nodeUrl, { ticket }, connectTimeoutMs));
  }

  get connected(): boolean {
    return this.#socket.connected;
  }

  /** From now on the wire can be taken up again. */
  keepPlace(place: Place): void {
    this.#place = place;
  }

  /**
   * Takes the wire up again, on a new connection also where the old one still seems to stand.
   * @throws ProblemError `ticket-refused` when the place is not kept (any more), `unavailable` when the node cannot be reached
   */
  async resume(timeoutMs: number): Promise<void> {
    if (!this.#place || this.#closed) throw new ProblemError('ticket-refused');
    retire(this.#socket);
    const resume = { ...this.#place, heard: this.#heard };
    const socket = await open(this.#nodeUrl, { resume }, timeoutMs, (name, raw) => this.#hear(name, raw));
    if (this.#closed) {
      retire(socket);
      throw new ProblemError('unavailable');
    }
    this.#socket = socket;
    socket.once('disconnect', () => this.#onLost());
  }

  /** @throws ProblemError the node's refusal; Error when it does not answer within 5 s or the connection goes */
  request<Name extends keyof SignalingRequests & string>(
    name: Name,
    payload: PayloadOf<SignalingRequests, Name>,
    timeoutMs = replyTimeoutMs,
  ): Promise<ReplyOf<SignalingRequests, Name>> {
    const ask = (event: string, content: unknown) => this.#socket.timeout(timeoutMs).emitWithAck(event, content);
    return request(ask, name, signalingRequests[name], payload);
  }

  /** One handler a name. Notifications that do not parse are dropped: nothing on screen may come from them. */
  on<Name extends keyof SignalingNotifications & string>(
    name: Name,
    handler: (payload: NotificationOf<SignalingNotifications, Name>) => void,
  ): void {
    const receive = notificationHandler({ payload: signalingNotifications[name] }, handler);
    this.#receivers.set(name, (raw) => {
      if (!receive(raw)) console.warn(`A media node's "${name}" does not parse`);
    });
  }

  /** Told each time that the wire goes, until `close`. */
  onLost(handler: () => void): void {
    this.#onLost = handler;
  }

  /** No handler runs after this. */
  close(): void {
    this.#closed = true;
    this.#receivers.clear();
    this.#onLost = () => undefined;
    retire(this.#socket);
  }

  #hear(name: string, raw: unknown): void {
    this.#heard += 1;
    this.#receivers.get(name)?.(raw);
  }
}

function retire(socket: Socket): void {
  socket.off();
  socket.offAny();
  socket.disconnect();
}

/** @param hear gets what comes from the first moment on */
function open(
  nodeUrl: string,
  auth: SignalingHandshake,
  timeoutMs: number,
  hear?: (name: string, raw: unknown) => void,
): Promise<Socket> {
  const socket = io(nodeUrl, {
    auth,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    timeout: timeoutMs,
  });
  if (hear) socket.onAny(hear);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(new ProblemError('unavailable')), timeoutMs);
    const fail = (error: unknown) => {
      clearTimeout(timer);
      retire(socket);
      const refusal = Refusal.safeParse(error);
      reject(
        refusal.success
          ? fromProblem(refusal.data.data)
          : new ProblemError('unavailable', 'The media node cannot be reached', { cause: error }),
      );
    };
    socket.once('connect_error', fail);
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.off('connect_error', fail);
      resolve(socket);
    });
  });
}
