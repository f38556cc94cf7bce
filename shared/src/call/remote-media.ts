import type { types } from 'mediasoup-client';
import type { CallRole } from '../contracts/call-ticket.ts';
import type { NotificationOf } from '../contracts/request.ts';
import type { ConsumerId, MediaSource, PeerId } from '../contracts/signaling/media.ts';
import type { RoomPeer, SignalingNotifications } from '../contracts/signaling/messages.ts';
import type { RemoteParty } from './call-state.ts';

type NewConsumer = NotificationOf<SignalingNotifications, 'consumer.new'>;
type Received = { consumer: types.Consumer; peerId: PeerId; source: MediaSource; paused: boolean };

/** Who else is in the room, and what is received from them. */
export class RemoteMedia {
  #ownRole: CallRole | null = null;
  readonly #peers = new Map<PeerId, RoomPeer>();
  readonly #streams = new Map<PeerId, MediaStream>();
  readonly #received = new Map<ConsumerId, Received>();

  /** Nobody is the other end until this end knows what it is itself. */
  setSelf({ role }: RoomPeer): void {
    this.#ownRole = role;
  }

  setPeer(peer: RoomPeer): void {
    this.#peers.set(peer.peerId, peer);
  }

  removePeer(peerId: PeerId): void {
    this.#peers.delete(peerId);
    this.#streams.delete(peerId);
    for (const [id, received] of this.#received) if (received.peerId === peerId) this.removeConsumer(id);
  }

  addConsumer(consumer: types.Consumer, { consumerId, peerId, source, producerPaused }: NewConsumer): void {
    this.#received.set(consumerId, { consumer, peerId, source, paused: producerPaused });
    this.#streamOf(peerId).addTrack(consumer.track);
  }

  removeConsumer(consumerId: ConsumerId): void {
    const received = this.#received.get(consumerId);
    if (!received) return;
    this.#received.delete(consumerId);
    this.#streams.get(received.peerId)?.removeTrack(received.consumer.track);
    received.consumer.close();
  }

  setPaused(consumerId: ConsumerId, paused: boolean): void {
    const received = this.#received.get(consumerId);
    if (received) received.paused = paused;
  }

  hasParticipant(): boolean {
    return this.#other()?.standing === 'participant';
  }

  party(): RemoteParty | null {
    const peer = this.#other();
    if (!peer) return null;
    const silent = (source: MediaSource) =>
      ![...this.#received.values()].some((one) => one.peerId === peer.peerId && one.source === source && !one.paused);
    return {
      stream: this.#streamOf(peer.peerId),
      name: peer.name,
      role: peer.role,
      microphoneMuted: silent('microphone'),
      cameraMuted: silent('camera'),
      connected: peer.connected,
    };
  }

  /** The latest to come in the other role; whoever is admitted before whoever is not. */
  #other(): RoomPeer | undefined {
    if (this.#ownRole === null) return undefined;
    const others = [...this.#peers.values()].filter((peer) => peer.role !== this.#ownRole).toReversed();
    return others.find((peer) => peer.standing === 'participant') ?? others[0];
  }

  #streamOf(peerId: PeerId): MediaStream {
    const stream = this.#streams.get(peerId) ?? new MediaStream();
    this.#streams.set(peerId, stream);
    return stream;
  }
}
