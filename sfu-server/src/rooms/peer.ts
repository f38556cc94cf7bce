import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { CallRole, CallTicketClaims } from '@remote-clerk/shared/contracts/call-ticket.ts';
import {
  type ConsumerId,
  type MediaSource,
  PeerId,
  type ProducerId,
  type TransportId,
} from '@remote-clerk/shared/contracts/signaling/media.ts';
import type { RoomPeer } from '@remote-clerk/shared/contracts/signaling/messages.ts';
import type { Consumer, Producer, RtpCapabilities, WebRtcTransport } from '../media/types.ts';
import type { PeerWire } from './peer-wire.ts';

export type PeerTransport = { transport: WebRtcTransport; direction: 'send' | 'receive'; connecting: boolean };
export type PeerProducer = {
  producer: Producer;
  source: MediaSource;
  /** Whether media of it was ever seen, and whether it is seen now. */
  received: boolean;
  flowing: boolean;
};
export type PeerConsumer = {
  consumer: Consumer;
  sender: Peer;
  /** Whether the client said that it can render. */
  ready: boolean;
  /** What was decided last. */
  flows: boolean;
};

type Identity = Pick<CallTicketClaims, 'sub' | 'role' | 'name' | 'standing'>;

const sha256 = (text: string) => createHash('sha256').update(text).digest();

/** One person's connection to a room, for as long as one call ticket brought it: its media, and its signalling over several sockets. */
export class Peer {
  readonly id: PeerId = PeerId.parse(randomUUID());
  readonly subject: CallTicketClaims['sub'];
  readonly role: CallRole;
  readonly wire: PeerWire;
  /** Given to the client alone: with it another socket takes this peer's signalling up again. 128 bits. */
  readonly resumeKey = randomBytes(16).toString('base64url');
  readonly transports = new Map<TransportId, PeerTransport>();
  readonly producers = new Map<ProducerId, PeerProducer>();
  readonly consumers = new Map<ConsumerId, PeerConsumer>();
  /** Directions in which a transport is being made. */
  readonly pendingTransports = new Set<PeerTransport['direction']>();
  /** What it has a producer of, or is getting one. */
  readonly sources = new Set<MediaSource>();
  /** Producers that consumers were made for, or are being made for. */
  readonly offered = new Set<ProducerId>();
  standing: CallTicketClaims['standing'];
  /** What it can receive; null until it has joined. */
  rtpCapabilities: RtpCapabilities | null = null;
  connected = true;
  /** Whether it was told that the call has started. */
  started = false;
  closed = false;
  readonly #name: string;

  constructor({ sub, role, name, standing }: Identity, wire: (peer: Peer) => PeerWire) {
    this.subject = sub;
    this.role = role;
    this.#name = name;
    this.standing = standing;
    this.wire = wire(this);
  }

  get joined(): boolean {
    return this.rtpCapabilities !== null;
  }

  get isParticipant(): boolean {
    return this.joined && this.standing === 'participant' && !this.closed;
  }

  get view(): RoomPeer {
    return {
      peerId: this.id,
      role: this.role,
      name: this.#name,
      standing: this.standing,
      connected: this.connected,
    };
  }

  transport(direction: PeerTransport['direction']): PeerTransport | undefined {
    return [...this.transports.values()].find((one) => one.direction === direction);
  }

  /** In a time that says nothing of how much of the key is right. */
  isResumedWith(key: string): boolean {
    return this.joined && !this.closed && timingSafeEqual(sha256(key), sha256(this.resumeKey));
  }

  /** Whether its media has been seen; or, when all is muted, whether it is at least connected. */
  get sendsMedia(): boolean {
    const active = this.#unmuted();
    return active.length > 0 ? active.some(({ received }) => received) : this.hasPath;
  }

  /** Whether the engine itself would say when nothing comes any more: of a picture in layers it does, of all else it does not. */
  get isWitnessed(): boolean {
    return this.#unmuted().some(({ producer, flowing }) => producer.type === 'simulcast' && flowing);
  }

  get hasPath(): boolean {
    return [...this.transports.values()].some(({ transport }) => transport.dtlsState === 'connected');
  }

  /** Whether the engine has given one of its paths up. */
  get isPathDown(): boolean {
    return [...this.transports.values()].some(
      ({ transport: { iceState, dtlsState } }) =>
        iceState === 'disconnected' || dtlsState === 'failed' || dtlsState === 'closed',
    );
  }

  /** @returns all bytes that came over the transport by which it sends, of whatever kind; over the other when there is no such */
  async bytesReceived(): Promise<number> {
    const up = [...this.transports.values()].filter(({ transport }) => transport.dtlsState === 'connected');
    const { transport } = up.find(({ direction }) => direction === 'send') ?? up[0] ?? {};
    const stats = (await transport?.getStats()) ?? [];
    return stats.reduce((sum, { bytesReceived }) => sum + bytesReceived, 0);
  }

  close(): void {
    this.closed = true;
    for (const { transport } of this.transports.values()) transport.close();
    this.transports.clear();
    this.producers.clear();
    this.consumers.clear();
  }

  #unmuted(): PeerProducer[] {
    return [...this.producers.values()].filter(({ producer }) => !producer.paused);
  }
}
