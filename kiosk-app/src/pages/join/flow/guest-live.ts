import type { ChatNews } from '@remote-clerk/shared/contracts/chat.ts';
import type { IncomingSignal, OutgoingSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';
import { guestNamespace, guestNotifications, guestRequests } from '@remote-clerk/shared/contracts/live/messages.ts';
import { fromProblem, Problem } from '@remote-clerk/shared/contracts/problem.ts';
import { notificationHandler, request } from '@remote-clerk/shared/contracts/request.ts';
import type { GuestView } from '@remote-clerk/shared/contracts/views.ts';
import { io } from 'socket.io-client';
import { z } from 'zod';

export type GuestLiveHandlers = {
  readonly onConnected: () => void;
  /** It is sought again by itself. */
  readonly onLost: () => void;
  readonly onView: (view: GuestView) => void;
  readonly onChat: (news: ChatNews) => void;
  readonly onSignal: (signal: IncomingSignal) => void;
  /** The token was not taken: it may only be too old. */
  readonly onRefused: () => void;
  /** The server has closed this page: nobody belongs in here any more, or they are in another window. */
  readonly onEnded: () => void;
};

export type GuestLive = {
  /** @throws ProblemError, or Error while there is no connection */
  readonly send: (signal: z.input<typeof OutgoingSignal>) => Promise<void>;
  readonly close: () => void;
};
export type ConnectGuestLive = (token: string, handlers: GuestLiveHandlers) => GuestLive;

const Refusal = z.object({ data: Problem });
const replyMs = 5_000;

/** The scheduler-api's guest namespace. */
export const connectSocket: ConnectGuestLive = (token, handlers) => {
  const socket = io(guestNamespace, {
    auth: { token },
    forceNew: true,
    transports: ['websocket'],
    reconnectionDelay: 500,
    reconnectionDelayMax: 3_000,
  });
  function on<Schema extends z.ZodType>(name: string, payload: Schema, handle: (payload: z.output<Schema>) => void) {
    const receive = notificationHandler({ payload }, handle);
    socket.on(name, (raw: unknown) => {
      if (!receive(raw)) console.warn(`The server's "${name}" is not as agreed`);
    });
  }
  socket.on('connect', handlers.onConnected);
  socket.on('disconnect', (reason) => {
    handlers.onLost();
    // socket.io leaves it to us after the server hung up; it may only be restarting.
    if (reason === 'io server disconnect') socket.connect();
  });
  socket.on('connect_error', (error) => {
    const refusal = Refusal.safeParse(error);
    const isRefused = refusal.success && fromProblem(refusal.data.data).type !== 'unavailable';
    if (isRefused) handlers.onRefused();
    else handlers.onLost();
  });
  on('guest', guestNotifications.guest, handlers.onView);
  on('chat', guestNotifications.chat, handlers.onChat);
  on('call.signal', guestNotifications['call.signal'], handlers.onSignal);
  on('session.ended', guestNotifications['session.ended'], handlers.onEnded);
  return {
    send: async (signal) => {
      if (!socket.connected) throw new Error('There is no connection');
      const ask = (name: string, payload: unknown) => socket.timeout(replyMs).emitWithAck(name, payload);
      await request(ask, 'call.signal', guestRequests['call.signal'], signal);
    },
    close: () => {
      socket.off();
      socket.disconnect();
    },
  };
};
