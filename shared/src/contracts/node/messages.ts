import { z } from 'zod';
import { ConsultationId, InvitationId, NodeBootId, NodeId, RoomId } from '../../domain/ids.ts';
import { Instant } from '../../domain/time.ts';
import { MainRole } from '../call-ticket.ts';
import { defineNotifications, defineRequests, Nothing } from '../messages.ts';
import { QualitySummary } from '../quality.ts';

/**
 * Media node ↔ scheduler-api, over the scheduler-api's socket.io namespace `/nodes`. The node proves itself in the
 * handshake with `auth: { secret }`.
 */
export const nodeNamespace = '/nodes';
/** Milliseconds between heartbeats; a node that misses three is silent. */
export const heartbeatMs = 2_000;
export const silentAfterMs = 3 * heartbeatMs;

const room = { roomId: RoomId, consultationId: ConsultationId };

/** What happened in a room. Sent until acknowledged, in order, also after the scheduler-api was away; `id` makes repeats harmless. */
export const RoomReport = z.discriminatedUnion('kind', [
  /** Both participants are admitted and send media. */
  z.object({ kind: z.literal('room.live'), id: z.uuid(), at: Instant, ...room }),
  /** A participant's media went (`left: true` when they said so) or came back. Standby peers and guests are not reported. */
  z.object({ kind: z.literal('peer.gone'), id: z.uuid(), at: Instant, ...room, role: MainRole, left: z.boolean() }),
  z.object({ kind: z.literal('peer.back'), id: z.uuid(), at: Instant, ...room, role: MainRole }),
  /** The room closed behind its last peer, or because it was told to. */
  z.object({ kind: z.literal('room.closed'), id: z.uuid(), at: Instant, ...room, quality: QualitySummary }),
]);
export type RoomReport = z.infer<typeof RoomReport>;

export const NodeLoad = z.object({
  workers: z.int().nonnegative(),
  rooms: z.int().nonnegative(),
  peers: z.int().nonnegative(),
  /** Share of one core used by the busiest worker, and by the one that the next room would get, 0–1. */
  busiestWorker: z.number().min(0),
  idlestWorker: z.number().min(0),
  /** It takes no new rooms and ends when those that it has are over. */
  draining: z.boolean(),
});
export type NodeLoad = z.infer<typeof NodeLoad>;

/** One room as it is now. A room of a kiosk that tests itself is not named. */
export const RoomFigures = z.object({ roomId: RoomId, peers: z.int().nonnegative(), quality: QualitySummary });
export type RoomFigures = z.infer<typeof RoomFigures>;

/** `ended`: nobody belongs there any more. `moved`: those who do have a room on another node. */
export const CloseOrder = z.object({ roomId: RoomId, reason: z.enum(['ended', 'moved']) });
export type CloseOrder = z.infer<typeof CloseOrder>;

export const nodeRequests = defineRequests({
  'node.register': {
    permission: 'node.serve',
    payload: z.object({
      nodeId: NodeId,
      bootId: NodeBootId,
      url: z.url(),
      load: NodeLoad,
      rooms: z.array(RoomFigures).max(10_000),
    }),
    /** The key that call tickets are checked with: an Ed25519 public JWK. */
    reply: z.object({
      ticketKey: z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), kid: z.string() }),
    }),
  },
  'node.heartbeat': {
    permission: 'node.serve',
    payload: z.object({ load: NodeLoad, rooms: z.array(RoomFigures).max(10_000) }),
    /** Rooms that the node holds but nobody should be in any more. */
    reply: z.object({ close: z.array(CloseOrder) }),
  },
  'node.report': {
    permission: 'node.serve',
    payload: z.object({ reports: z.array(RoomReport).min(1).max(100) }),
    reply: Nothing,
  },
});

export const nodeNotifications = defineNotifications({
  /** scheduler-api → node. */
  'room.close': CloseOrder,
  /** scheduler-api → node: the citizen is put on hold, or taken off it. */
  'room.hold': z.object({ roomId: RoomId, held: z.boolean() }),
  /** scheduler-api → node: a guest has no part in the room any more; the ticket's `sub` says who it is. */
  'peer.remove': z.object({ roomId: RoomId, subject: InvitationId }),
});
