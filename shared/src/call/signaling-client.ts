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

/** The typed wire to one media node, for one call ticket. It never reconnects: a ticket admits once. */
export class SignalingClient {
  readonly #socket: Socket;

  private constructor(socket: Socket) {
    this.#socket = socket;
  }

  /** @throws ProblemError the node's refusal, or `unavailable` when it does not answer within 5 s */
  static connect({ nodeUrl, ticket }: Pick<CallTicket, 'nodeUrl' | 'ticket'>): Promise<SignalingClient> {
    const socket = io(nodeUrl, {
      auth: { ticket },
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      timeout: connectTimeoutMs,
    });
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => fail(new ProblemError('unavailable')), connectTimeoutMs);
      const fail = (error: unknown) => {
        clearTimeout(timer);
        socket.disconnect();
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
        resolve(new SignalingClient(socket));
      });
    });
  }

  /** @throws ProblemError the node's refusal; Error when it does not answer within 5 s or the connection goes */
  request<Name extends keyof SignalingRequests & string>(
    name: Name,
    payload: PayloadOf<SignalingRequests, Name>,
  ): Promise<ReplyOf<SignalingRequests, Name>> {
    const ask = (event: string, content: unknown) => this.#socket.timeout(replyTimeoutMs).emitWithAck(event, content);
    return request(ask, name, signalingRequests[name], payload);
  }

  /** Notifications that do not parse are dropped: nothing on screen may come from them. */
  on<Name extends keyof SignalingNotifications & string>(
    name: Name,
    handler: (payload: NotificationOf<SignalingNotifications, Name>) => void,
  ): void {
    const receive = notificationHandler({ payload: signalingNotifications[name] }, handler);
    this.#socket.on<string>(name, (raw: unknown) => {
      if (!receive(raw)) console.warn(`A media node's "${name}" does not parse`);
    });
  }

  onDisconnect(handler: () => void): void {
    this.#socket.once('disconnect', handler);
  }

  /** No handler runs after this. */
  close(): void {
    this.#socket.off();
    this.#socket.disconnect();
  }
}
