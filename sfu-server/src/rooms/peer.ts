import { randomUUID } from 'node:crypto';
import type { CallRole, CallTicketClaims } from '@remote-clerk/shared/contracts/call-ticket.ts';
import {
  type ConsumerId,
  type MediaSource,
  PeerId,
  type ProducerId,
  type TransportId,
} from '@remote-clerk/shared/contracts/signaling/media.ts';
import type { RoomPeer, SignalingNotifications } from '@remote-clerk/shared/contracts/signaling/messages.ts';
import type { z } from 'zod';
import type { Consumer, Producer, RtpCapabilities, WebRtcTransport } from '../media/types.ts';

/** The wire to a peer. */
export type PeerLink = {
  notify: <Name extends keyof SignalingNotifications & string>(
    name: Name,
    payload: z.input<SignalingNotifications[Name]>,
  ) => void;
  disconnect: () => void;
};

export type PeerTransport = { transport: WebRtcTransport; direction: 'send' | 'receive'; connecting: boolean };
export type PeerProducer = { producer: Producer; source: MediaSource; received: boolean };
export type PeerConsumer = {
  consumer: Consumer;
  sender: Peer;
  /** Whether the client said that it can render. */
  ready: boolean;
};

type Identity = Pick<CallTicketClaims, 'sub' | 'role' | 'name' | 'standing'>;

/** One person's connection to a room, for as long as one call ticket brought it. */
export class Peer {
  readonly id: PeerId = PeerId.parse(randomUUID());
  readonly subject: CallTicketClaims['sub'];
  readonly role: CallRole;
  readonly link: PeerLink;
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

  constructor({ sub, role, name, standing }: Identity, link: PeerLink) {
    this.subject = sub;
    this.role = role;
    this.#name = name;
    this.standing = standing;
    this.link = link;
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

  /** Whether its media has been seen; or, when all is muted, whether it is at least connected. */
  get sendsMedia(): boolean {
    const active = [...this.producers.values()].filter(({ producer }) => !producer.paused);
    if (active.length > 0) return active.some(({ received }) => received);
    return [...this.transports.values()].some(({ transport }) => transport.dtlsState === 'connected');
  }

  close(): void {
    this.closed = true;
    for (const { transport } of this.transports.values()) transport.close();
    this.transports.clear();
    this.producers.clear();
    this.consumers.clear();
  }
}
