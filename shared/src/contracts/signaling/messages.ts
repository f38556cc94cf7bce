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
 * A `standby` peer has transports, and producers and consumers that the node holds paused; `room.admit` with a
 * `participant` ticket lets the media through, so that an accepted call needs one round trip and one key frame.
 */
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
    reply: z.object({ self: RoomPeer, peers: z.array(RoomPeer) }),
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
  /** The room is closed: the consultation is over, or the node is going. */
  'room.closed': z.object({ reason: z.enum(['ended', 'replaced', 'shutting-down']) }),
});
export type SignalingNotifications = typeof signalingNotifications;
