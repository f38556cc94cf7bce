import { randomUUID } from 'node:crypto';
import { NodeBootId } from '@remote-clerk/shared/domain/ids.ts';
import { TicketVerifier } from './auth/ticket-verifier.ts';
import { type Clock, systemClock } from './clock.ts';
import type { SfuConfig } from './config/config.ts';
import { logEngineTo } from './media/engine-log.ts';
import { WorkerPool } from './media/worker-pool.ts';
import { NodeLink } from './nodes/node-link.ts';
import { RoomRegistry } from './rooms/room-registry.ts';
import { createSignalingServer } from './signaling/signaling-server.ts';
import { createProbeServer } from './telemetry/http.ts';
import { createLogger, type Logger } from './telemetry/logger.ts';
import { createMetrics } from './telemetry/metrics.ts';

/** Milliseconds that a clean close may spend on telling the scheduler-api what it closed. */
const lastReportsMs = 2_000;

export type SfuServer = {
  /** Where browsers reach its signalling. */
  url: string;
  bootId: NodeBootId;
  /** Process ids of its media workers. */
  workerPids: () => number[];
  /** Whether it is registered and all its workers are alive. */
  isReady: () => boolean;
  /** Tells every room, reports, and stops. May be called twice. */
  close: () => Promise<void>;
  /** Takes no new consultations, and closes when the last room is over or after the configured time. May be called twice. */
  drain: () => Promise<void>;
};

type Surroundings = { logger?: Logger; clock?: Clock };

/** Starts a whole media node in this process; it registers with the scheduler-api by itself, now or later. */
export async function createSfuServer(config: SfuConfig, surroundings: Surroundings = {}): Promise<SfuServer> {
  const { logger = createLogger(config.logLevel, config.nodeId), clock = systemClock } = surroundings;
  const bootId = NodeBootId.parse(randomUUID());
  logEngineTo(logger);
  const metrics = createMetrics();
  const workers = await WorkerPool.create({
    count: config.workers,
    mediaPort: config.mediaPort,
    listenAddress: config.listenAddress,
    announcedAddress: config.announcedAddress,
    clock,
    logger,
    onDied: () => metrics.workersDied.inc(),
  });
  const tickets = new TicketVerifier({
    nodeId: config.nodeId,
    bootId,
    clock,
    logger,
    onRefused: (reason) => metrics.ticketsRefused.inc({ reason }),
  });
  const rooms = new RoomRegistry({
    createRouter: () => workers.createRouter(),
    clock,
    logger,
    report: (report) => link.report(report),
    onClosed: (reason) => metrics.roomsClosed.inc({ reason }),
  });
  const isReady = () => link.isRegistered && workers.isWhole;
  const httpServer = createProbeServer({ isReady, registry: metrics.registry });
  const { allowedOrigins } = config;
  const signaling = createSignalingServer({ httpServer, allowedOrigins, tickets, rooms, clock, logger, metrics });
  await new Promise<void>((resolve, reject) => {
    httpServer.once('error', reject).listen(config.port, config.host, resolve);
  }).catch((error) => {
    workers.close();
    throw error;
  });
  const address = httpServer.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const url = config.publicUrl ?? `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`;
  const link = new NodeLink({
    apiUrl: config.apiUrl,
    secret: config.nodeSecret,
    nodeId: config.nodeId,
    bootId,
    publicUrl: url,
    logger,
    load: async () => ({
      ...(await workers.load()),
      rooms: rooms.count,
      peers: rooms.peers.length,
      draining: draining !== undefined,
    }),
    rooms: () => rooms.figures,
    onTicketKey: (key) => tickets.setKey(key),
    onClose: (orders) => void rooms.end(orders),
    onHold: (roomId, held) => void rooms.setHeld(roomId, held),
    onRemove: (roomId, subject) => void rooms.sendOut(roomId, subject),
  });
  metrics.observe({
    workersAlive: () => workers.alive,
    rooms: () => rooms.count,
    peers: () => rooms.peers.length,
    detached: () => rooms.peers.filter(({ wire }) => !wire.isAttached).length,
    transports: () => rooms.peers.reduce((sum, peer) => sum + peer.transports.size, 0),
    reportsWaiting: () => link.reportsWaiting,
    registered: () => link.isRegistered,
    draining: () => draining !== undefined,
  });
  logger.info({ url, bootId, workers: workers.alive }, 'The media node is up');

  let closing: Promise<void> | undefined;
  let draining: Promise<void> | undefined;
  const stop = async () => {
    logger.info('The media node closes');
    await rooms.close();
    await link.close(lastReportsMs);
    await signaling.close();
    workers.close();
  };
  const close = () => {
    closing ??= stop();
    return closing;
  };
  const finish = async () => {
    logger.info({ rooms: rooms.count, seconds: config.drainSeconds }, 'The media node drains');
    const over = rooms.drain();
    void link.beat();
    const tooLong = Promise.withResolvers<void>();
    const callOff = clock.after(config.drainSeconds * 1_000, tooLong.resolve);
    await Promise.race([over, tooLong.promise]);
    callOff();
    await close();
  };
  return {
    url,
    bootId,
    isReady,
    workerPids: () => workers.pids,
    close,
    drain: () => {
      draining ??= finish();
      return draining;
    },
  };
}
