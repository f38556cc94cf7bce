import { z } from 'zod';
import { CallRole } from '../call-ticket.ts';
import { defineNotifications, defineRequests, Nothing } from '../messages.ts';
import { CallQuality } from '../quality.ts';
import {
  ConsumerId,
  DtlsParameters,
  IceCandidates,
  IceParameters,
  MediaKind,
  MediaSource,
  PeerId,
  ProducerId,
  RtpCapabilities,
  RtpParameters,
  TransportId,
} from './media.ts';

/**
 * Client ↔ media node, over the node's socket.io namespace `/`. The handshake carries `auth: { ticket }`; a ticket that is
 * not good refuses the connection with a problem as `error.data`. Every request needs only that the socket was admitted.
 *
 * When the connection went and the media did not, the handshake carries `auth: { resume }` instead: the peer is as it was, and
 * the notifications that it missed come first. `ticket-refused`: its place is not kept any more, enter with a new ticket.
 *
 * A `standby` peer has transports, and producers and consumers that the node holds paused; `room.admit` with a
 * `participant` ticket lets the media through, so that an accepted call needs one round trip and one key frame.
 */
export const SignalingHandshake = z.union([
  z.object({ ticket: z.string().max(4096) }),
  z.object({
    resume: z.object({
      peerId: PeerId,
      key: z.string().max(100),
      /**
       * How many notifications the peer has heard since it joined, over all its sockets: exactly those after them are said
       * again. Left out: only what came while the node knew that the socket had gone.
       */
      heard: z.int().nonnegative().optional(),
    }),
  }),
]);
export type SignalingHandshake = z.infer<typeof SignalingHandshake>;

export const RoomPeer = z.object({
  peerId: PeerId,
  role: CallRole,
  name: z.string(),
  standing: z.enum(['standby', 'participant']),
  /** false while its connection is away and may come back. */
  connected: z.boolean(),
});
export type RoomPeer = z.infer<typeof RoomPeer>;

const TransportOptions = z.object({
  id: TransportId,
  iceParameters: IceParameters,
  iceCandidates: IceCandidates,
  dtlsParameters: DtlsParameters,
});

export const signalingRequests = defineRequests({
  'room.capabilities': {
    permission: 'call-ticket',
    payload: Nothing,
    reply: z.object({ rtpCapabilities: RtpCapabilities }),
  },
  /** After this, `consumer.new` comes for each producer that the peer may get. */
  'room.join': {
    permission: 'call-ticket',
    payload: z.object({ rtpCapabilities: RtpCapabilities }),
    /** @see SignalingHandshake for `resumeKey` */
    reply: z.object({ self: RoomPeer, peers: z.array(RoomPeer), held: z.boolean(), resumeKey: z.string() }),
  },
  'room.admit': { permission: 'call-ticket', payload: z.object({ ticket: z.string().max(4096) }), reply: Nothing },
  'room.leave': { permission: 'call-ticket', payload: Nothing, reply: Nothing },
  'transport.create': {
    permission: 'call-ticket',
    payload: z.object({ direction: z.enum(['send', 'receive']) }),
    reply: TransportOptions,
  },
  'transport.connect': {
    permission: 'call-ticket',
    payload: z.object({ transportId: TransportId, dtlsParameters: DtlsParameters }),
    reply: Nothing,
  },
  'transport.restart-ice': {
    permission: 'call-ticket',
    payload: z.object({ transportId: TransportId }),
    reply: z.object({ iceParameters: IceParameters }),
  },
  'producer.create': {
    permission: 'call-ticket',
    payload: z.object({
      transportId: TransportId,
      kind: MediaKind,
      source: MediaSource,
      rtpParameters: RtpParameters,
      paused: z.boolean(),
    }),
    reply: z.object({ producerId: ProducerId }),
  },
  /** The peer mutes or shows itself again. */
  'producer.pause': { permission: 'call-ticket', payload: z.object({ producerId: ProducerId }), reply: Nothing },
  'producer.resume': { permission: 'call-ticket', payload: z.object({ producerId: ProducerId }), reply: Nothing },
  'producer.close': { permission: 'call-ticket', payload: z.object({ producerId: ProducerId }), reply: Nothing },
  /** The client is ready to render: until then nothing is sent. */
  'consumer.resume': { permission: 'call-ticket', payload: z.object({ consumerId: ConsumerId }), reply: Nothing },
  'consumer.prefer-layers': {
    permission: 'call-ticket',
    payload: z.object({ consumerId: ConsumerId, spatialLayer: z.int().min(0).max(2) }),
    reply: Nothing,
  },
  /** Nothing but a sign of life, each way. */
  'signaling.beat': { permission: 'call-ticket', payload: Nothing, reply: Nothing },
  /** What the client measured since it joined; the latest one is kept. */
  'quality.report': { permission: 'call-ticket', payload: CallQuality, reply: Nothing },
});
export type SignalingRequests = typeof signalingRequests;

export const signalingNotifications = defineNotifications({
  'peer.joined': RoomPeer,
  /** Standing or connectedness changed. */
  'peer.changed': RoomPeer,
  'peer.left': z.object({ peerId: PeerId }),
  'consumer.new': z.object({
    consumerId: ConsumerId,
    producerId: ProducerId,
    peerId: PeerId,
    kind: MediaKind,
    source: MediaSource,
    rtpParameters: RtpParameters,
    /** Whether the sender has muted it. */
    producerPaused: z.boolean(),
  }),
  'consumer.closed': z.object({ consumerId: ConsumerId }),
  'consumer.paused': z.object({ consumerId: ConsumerId }),
  'consumer.resumed': z.object({ consumerId: ConsumerId }),
  /** You are a participant now, with at least one other: send media. */
  'call.started': Nothing,
  /** The citizen was put on hold, or taken off it. */
  'room.held': z.object({ held: z.boolean() }),
  /**
   * The room is closed. `ended`: the consultation is over. `replaced`: the same person came in anew. `moved`: the room is on
   * another node now. `shutting-down`: its worker died, or the node goes.
   */
  'room.closed': z.object({ reason: z.enum(['ended', 'replaced', 'moved', 'shutting-down']) }),
});
export type SignalingNotifications = typeof signalingNotifications;
