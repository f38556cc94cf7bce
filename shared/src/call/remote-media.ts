import type { types } from 'mediasoup-client';
import { type CallRole, isMainRole } from '../contracts/call-ticket.ts';
import type { NotificationOf } from '../contracts/request.ts';
import type { ConsumerId, MediaSource, PeerId } from '../contracts/signaling/media.ts';
import type { RoomPeer, SignalingNotifications } from '../contracts/signaling/messages.ts';
import type { RemoteParty } from './call-state.ts';

type NewConsumer = NotificationOf<SignalingNotifications, 'consumer.new'>;
type Received = { consumer: types.Consumer; peerId: PeerId; source: MediaSource; paused: boolean };
type Picture = 'face' | 'screen' | 'document';

const pictureOf: Record<MediaSource, Picture> = {
  camera: 'face',
  microphone: 'face',
  screen: 'screen',
  document: 'document',
};

/** Who else is in the room, and what is received from them. */
export class RemoteMedia {
  #ownRole: CallRole | null = null;
  readonly #peers = new Map<PeerId, RoomPeer>();
  readonly #streams = new Map<string, MediaStream>();
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
    for (const picture of ['face', 'screen', 'document'] as const) this.#streams.delete(`${peerId} ${picture}`);
    for (const [id, received] of this.#received) if (received.peerId === peerId) this.removeConsumer(id);
  }

  addConsumer(consumer: types.Consumer, { consumerId, peerId, source, producerPaused }: NewConsumer): void {
    this.#received.set(consumerId, { consumer, peerId, source, paused: producerPaused });
    this.#streamOf(peerId, pictureOf[source]).addTrack(consumer.track);
  }

  removeConsumer(consumerId: ConsumerId): void {
    const received = this.#received.get(consumerId);
    if (!received) return;
    this.#received.delete(consumerId);
    const { peerId, source, consumer } = received;
    this.#streams.get(`${peerId} ${pictureOf[source]}`)?.removeTrack(consumer.track);
    consumer.close();
  }

  setPaused(consumerId: ConsumerId, paused: boolean): void {
    const received = this.#received.get(consumerId);
    if (received) received.paused = paused;
  }

  /** The simulcast picture of that kind, if it is one. @returns how many layers it has, at least 2 */
  layered(party: string, source: MediaSource): { consumerId: ConsumerId; layers: number } | null {
    for (const [consumerId, { consumer, peerId, source: from }] of this.#received) {
      if (peerId !== party || from !== source) continue;
      const mode = consumer.rtpParameters.encodings?.[0]?.scalabilityMode ?? '';
      const layers = Number(/^[LS](\d)/.exec(mode)?.[1] ?? 1);
      return layers > 1 ? { consumerId, layers } : null;
    }
    return null;
  }

  /** Whether the other main end is in the room and takes part. */
  hasParticipant(): boolean {
    return this.#main()?.standing === 'participant';
  }

  /** Whether something is to come from somebody who is there. */
  isExpected(): boolean {
    return [...this.#received.values()].some(
      ({ peerId, paused, source }) =>
        !paused && pictureOf[source] === 'face' && this.#peers.get(peerId)?.connected === true,
    );
  }

  party(): RemoteParty | null {
    const peer = this.#main();
    return peer ? this.#view(peer) : null;
  }

  /** The other main end, then the guests as they came. */
  parties(): RemoteParty[] {
    const main = this.#main();
    const guests = [...this.#peers.values()].filter((peer) => !isMainRole(peer.role));
    // A guest sees both main ends; the one who is not `main` comes second.
    const second = this.#participants().filter((peer) => peer !== main);
    return [...(main ? [main] : []), ...second, ...guests].map((peer) => this.#view(peer));
  }

  #participants(): RoomPeer[] {
    return [...this.#peers.values()].filter(
      (peer) => isMainRole(peer.role) && peer.role !== this.#ownRole && peer.standing === 'participant',
    );
  }

  #view(peer: RoomPeer): RemoteParty {
    const received = (source: MediaSource) =>
      [...this.#received.values()].find((one) => one.peerId === peer.peerId && one.source === source);
    const silent = (source: MediaSource) => received(source)?.paused !== false;
    const shown = (source: 'screen' | 'document') => (silent(source) ? null : this.#streamOf(peer.peerId, source));
    return {
      id: peer.peerId,
      stream: this.#streamOf(peer.peerId, 'face'),
      screen: shown('screen'),
      document: shown('document'),
      name: peer.name,
      role: peer.role,
      microphoneMuted: silent('microphone'),
      cameraMuted: silent('camera'),
      connected: peer.connected,
    };
  }

  /** The citizen for everyone else, the specialist for the citizen: the latest to come, who is admitted before who is not. */
  #main(): RoomPeer | undefined {
    if (this.#ownRole === null) return undefined;
    const role = this.#ownRole === 'citizen' ? 'specialist' : 'citizen';
    const others = [...this.#peers.values()].filter((peer) => peer.role === role).toReversed();
    return others.find((peer) => peer.standing === 'participant') ?? others[0];
  }

  #streamOf(peerId: PeerId, picture: Picture): MediaStream {
    const key = `${peerId} ${picture}`;
    const stream = this.#streams.get(key) ?? new MediaStream();
    this.#streams.set(key, stream);
    return stream;
  }
}
