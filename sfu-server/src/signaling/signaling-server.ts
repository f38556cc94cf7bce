import type { Server as HttpServer } from 'node:http';
import type { Acknowledgement } from '@remote-clerk/shared/contracts/messages.ts';
import { problemName, toProblem } from '@remote-clerk/shared/contracts/problem.ts';
import { SignalingHandshake, signalingRequests } from '@remote-clerk/shared/contracts/signaling/messages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { type DefaultEventsMap, Server, type Socket } from 'socket.io';
import type { TicketVerifier } from '../auth/ticket-verifier.ts';
import type { Clock } from '../clock.ts';
import type { PeerLink } from '../rooms/peer-wire.ts';
import type { Place, RoomRegistry } from '../rooms/room-registry.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { RateLimit } from './rate-limit.ts';
import type { RequestContext } from './request-context.ts';
import { ResumeGuard } from './resume-guard.ts';
import { createSignalingAnswerer } from './signaling-answers.ts';

/** Milliseconds to connect, and again to join the room. */
const patienceMs = 10_000;
const maxMessageBytes = 64 * 1024;
const requestsPerSecond = 100;

/** What the handshake has found out: how this socket gets to its place. @throws ProblemError `unavailable` */
type Entry = { enter: (link: PeerLink) => Promise<Place> };

type Events = DefaultEventsMap;
type SignalingSocket = Socket<Events, Events, Events, Entry>;
export type SignalingServer = Server<Events, Events, Events, Entry>;

type Options = {
  httpServer: HttpServer;
  allowedOrigins: ReadonlySet<string>;
  tickets: TicketVerifier;
  rooms: RoomRegistry;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
};

/** The socket.io server that browsers signal over: WebSocket only, from our own pages, each with a call ticket or a place of its own. */
export function createSignalingServer(options: Options): SignalingServer {
  const { httpServer, allowedOrigins, logger } = options;
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
  const admit = createDoor(options);
  io.use(async (socket, next) => {
    try {
      socket.data.enter = await admit(socket.handshake.auth);
      next();
    } catch (error) {
      const problem = toProblem(error);
      next(Object.assign(new Error(problem.title), { data: problem }));
    }
  });
  io.on('connection', (socket) => serve(socket, options));
  return io;
}

/** @returns what looks at a handshake's `auth` and says how its socket gets in @throws ProblemError when it does not */
function createDoor({ tickets, rooms, clock, logger, metrics }: Options): (auth: unknown) => Promise<Entry['enter']> {
  const guard = new ResumeGuard({ rooms, clock, logger, onOutcome: (outcome) => metrics.resumes.inc({ outcome }) });
  return async (auth) => {
    const handshake = SignalingHandshake.safeParse(auth);
    if (!handshake.success) throw new ProblemError('ticket-refused');
    if ('resume' in handshake.data) {
      const { resume } = handshake.data;
      const { room, peer } = guard.admit(resume);
      return async (link) => {
        if (!peer.isResumedWith(resume.key)) throw new ProblemError('unavailable');
        room.resume(peer, link, resume.heard);
        return { room, peer };
      };
    }
    const claims = await tickets.use(handshake.data.ticket);
    if (!rooms.takes(claims)) throw new ProblemError('unavailable');
    metrics.ticketsAdmitted.inc();
    return (link) => rooms.enter(claims, link);
  };
}

function serve(socket: SignalingSocket, { tickets, clock, logger: parent, metrics }: Options): void {
  const logger = parent.child({ socketId: socket.id });
  const answer = createSignalingAnswerer(logger);
  const link: PeerLink = {
    notify: (name, payload) => void socket.emit(name, payload),
    disconnect: () => void socket.disconnect(true),
  };
  const entered: Promise<RequestContext | null> = socket.data
    .enter(link)
    .then(({ room, peer }) => {
      logger.info({ roomId: room.id, peerId: peer.id, role: peer.role }, 'A peer has a signalling connection');
      return { room, peer, useTicket: tickets.use.bind(tickets) };
    })
    .catch((error) => {
      // That the node takes nobody in is no failure.
      if (error instanceof ProblemError) logger.warn({ reason: error.type }, 'A peer was not let into its room');
      else logger.error({ err: error }, 'A room could not be opened');
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
    context?.room.detach(context.peer, link);
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
