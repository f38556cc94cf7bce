import type { Server as HttpServer } from 'node:http';
import type { CallTicketClaims } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { Acknowledgement } from '@remote-clerk/shared/contracts/messages.ts';
import { problemName, toProblem } from '@remote-clerk/shared/contracts/problem.ts';
import { signalingRequests } from '@remote-clerk/shared/contracts/signaling/messages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { type DefaultEventsMap, Server, type Socket } from 'socket.io';
import { z } from 'zod';
import type { TicketVerifier } from '../auth/ticket-verifier.ts';
import type { Clock } from '../clock.ts';
import type { PeerLink } from '../rooms/peer.ts';
import type { RoomRegistry } from '../rooms/room-registry.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { RateLimit } from './rate-limit.ts';
import type { RequestContext } from './request-context.ts';
import { createSignalingAnswerer } from './signaling-answers.ts';

/** Milliseconds to connect, and again to join the room. */
const patienceMs = 10_000;
const maxMessageBytes = 64 * 1024;
const requestsPerSecond = 100;

const Handshake = z.object({ ticket: z.string().max(4096) });

type Events = DefaultEventsMap;
type SignalingSocket = Socket<Events, Events, Events, { claims: CallTicketClaims }>;
export type SignalingServer = Server<Events, Events, Events, { claims: CallTicketClaims }>;

type Options = {
  httpServer: HttpServer;
  allowedOrigins: ReadonlySet<string>;
  tickets: TicketVerifier;
  rooms: RoomRegistry;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
};

/** The socket.io server that browsers signal over: WebSocket only, from our own pages, each with a call ticket. */
export function createSignalingServer(options: Options): SignalingServer {
  const { httpServer, allowedOrigins, tickets, logger, metrics } = options;
  const io: SignalingServer = new Server(httpServer, {
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: maxMessageBytes,
    connectTimeout: patienceMs,
    pingInterval: 2_000,
    pingTimeout: 3_000,
    // Browsers do not hold WebSockets to CORS; programs that send no origin must show a ticket like everyone.
    allowRequest: (request, decide) => {
      const { origin } = request.headers;
      const allowed = origin === undefined || allowedOrigins.has(origin);
      if (!allowed) logger.warn({ origin }, 'A connection from another site was refused');
      decide(allowed ? null : 'origin', allowed);
    },
  });
  io.use(async (socket, next) => {
    try {
      const handshake = Handshake.safeParse(socket.handshake.auth);
      if (!handshake.success) throw new ProblemError('ticket-refused');
      socket.data.claims = await tickets.use(handshake.data.ticket);
      metrics.ticketsAdmitted.inc();
      next();
    } catch (error) {
      const problem = toProblem(error);
      next(Object.assign(new Error(problem.title), { data: problem }));
    }
  });
  io.on('connection', (socket) => serve(socket, options));
  return io;
}

function serve(socket: SignalingSocket, { rooms, tickets, clock, logger: parent, metrics }: Options): void {
  const { claims } = socket.data;
  const logger = parent.child({ roomId: claims.room, role: claims.role, socketId: socket.id });
  const answer = createSignalingAnswerer(logger);
  const link: PeerLink = {
    notify: (name, payload) => void socket.emit(name, payload),
    disconnect: () => void socket.disconnect(true),
  };
  const entered: Promise<RequestContext | null> = rooms
    .enter(claims, link)
    .then(({ room, peer }) => ({ room, peer, useTicket: tickets.use.bind(tickets) }))
    .catch((error) => {
      logger.error({ err: error }, 'A room could not be opened');
      socket.disconnect(true);
      return null;
    });

  const callOff = clock.after(patienceMs, async () => {
    const context = await entered;
    if (!context || context.peer.joined) return;
    logger.warn('A peer did not join in time');
    socket.disconnect(true);
  });
  socket.on('disconnect', async (reason) => {
    callOff();
    const context = await entered;
    logger.info({ peerId: context?.peer.id, reason }, 'The signalling of a peer closed');
    context?.room.disconnect(context.peer);
  });

  const limit = new RateLimit({ perSecond: requestsPerSecond, burst: requestsPerSecond, clock });
  socket.onAny(async (name: string, ...args: unknown[]) => {
    const acknowledge = args.pop();
    if (typeof acknowledge !== 'function') return logger.warn('A message that wants no answer was ignored');
    const reply = (acknowledgement: Acknowledgement) => {
      const request = Object.hasOwn(signalingRequests, name) ? name : 'unknown';
      metrics.requests.inc({ request, outcome: acknowledgement.ok ? 'ok' : problemName(acknowledgement.problem) });
      acknowledge(acknowledgement);
    };
    const context = await entered;
    if (!context) return reply({ ok: false, problem: toProblem(new ProblemError('unavailable')) });
    if (!limit.take()) return reply({ ok: false, problem: toProblem(new ProblemError('too-many-requests')) });
    await answer(name, [...args, reply], context);
  });
}
