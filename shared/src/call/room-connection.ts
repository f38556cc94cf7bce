import { Device, type types } from 'mediasoup-client';
import type { CallTicket } from '../contracts/call-ticket.ts';
import type { CallQuality } from '../contracts/quality.ts';
import type { NotificationOf } from '../contracts/request.ts';
import { type ConsumerId, MediaSource, TransportId } from '../contracts/signaling/media.ts';
import type { SignalingNotifications } from '../contracts/signaling/messages.ts';
import { layerFor } from './layers.ts';
import type { LocalMedia } from './local-media.ts';
import { RemoteMedia } from './remote-media.ts';
import { SignalingClient } from './signaling-client.ts';

type Notification<Name extends keyof SignalingNotifications> = NotificationOf<SignalingNotifications, Name>;

/** What a connection tells its session; nothing after `roomClosed`. */
export type RoomConnectionEvents = {
  /** Someone or something in the room changed: read `remote`, `started` and `held` again. */
  changed: () => void;
  roomClosed: (reason: Notification<'room.closed'>['reason']) => void;
  /** The wire went; `resume` may take it up again. */
  signalingLost: () => void;
  /** The path of the media went, or came back, as ICE has it. */
  mediaState: (state: 'connected' | 'disconnected' | 'failed') => void;
};

type Transports = { send: types.Transport; receive: types.Transport };

/** One stay in a room, for one call ticket: the signalling, both transports, and what they carry. */
export class RoomConnection {
  readonly ticket: CallTicket;
  readonly remote = new RemoteMedia();
  /** Whether both ends are admitted: media may leave. */
  started = false;
  held = false;
  closed = false;
  readonly #signaling: SignalingClient;
  readonly #events: RoomConnectionEvents;
  readonly #transports: Transports;
  /** Consumers that the node has not heard yet are ready. */
  readonly #unready = new Set<ConsumerId>();

  private constructor(
    ticket: CallTicket,
    signaling: SignalingClient,
    transports: Transports,
    events: RoomConnectionEvents,
  ) {
    this.ticket = ticket;
    this.#signaling = signaling;
    this.#transports = transports;
    this.#events = events;
  }

  /**
   * Connects, makes both transports, offers the local media and joins.
   * @throws ProblemError the node's refusal, or `unavailable`; Error when the media engine fails
   */
  static async enter(ticket: CallTicket, local: LocalMedia, events: RoomConnectionEvents): Promise<RoomConnection> {
    const signaling = await SignalingClient.connect(ticket);
    let connection: RoomConnection | undefined;
    try {
      const { rtpCapabilities } = await signaling.request('room.capabilities', {});
      const device = await Device.factory();
      await device.load({ routerRtpCapabilities: rtpCapabilities });
      const [send, receive] = await Promise.all([
        signaling.request('transport.create', { direction: 'send' }),
        signaling.request('transport.create', { direction: 'receive' }),
      ]);
      const { iceServers } = ticket;
      const transports = {
        send: device.createSendTransport({ ...send, iceServers }),
        receive: device.createRecvTransport({ ...receive, iceServers }),
      };
      connection = new RoomConnection(ticket, signaling, transports, events);
      connection.#listen();
      await Promise.all([local.attach(transports.send, signaling), connection.#join(device.recvRtpCapabilities)]);
      return connection;
    } catch (error) {
      if (connection) connection.close();
      else signaling.close();
      throw error;
    }
  }

  /** Becomes a participant. @throws ProblemError `ticket-refused` */
  async admit(ticket: string): Promise<void> {
    await this.#signaling.request('room.admit', { ticket });
  }

  /** @throws Error when the node does not answer in time */
  async beat(timeoutMs: number): Promise<void> {
    await this.#signaling.request('signaling.beat', {}, timeoutMs);
  }

  /** Takes the signalling up again. @throws ProblemError `ticket-refused` when this stay is over, `unavailable` */
  async resume(timeoutMs: number): Promise<void> {
    await this.#signaling.resume(timeoutMs);
    await Promise.all([...this.#unready].map((id) => this.#ready(id)));
  }

  /** Looks for a new path for both transports; what they carry stays. */
  async restartIce(): Promise<void> {
    await Promise.all(
      [this.#transports.send, this.#transports.receive].map(async (transport) => {
        const transportId = TransportId.parse(transport.id);
        const { iceParameters } = await this.#signaling.request('transport.restart-ice', { transportId });
        await transport.restartIce({ iceParameters });
      }),
    );
  }

  async reportQuality(quality: CallQuality): Promise<void> {
    await this.#signaling.request('quality.report', quality);
  }

  /** Tells the node how large a picture is on the screen, so that it sends no more than is seen. @param width in device pixels */
  async showAt(party: string, source: MediaSource, width: number): Promise<void> {
    const layered = this.remote.layered(party, source);
    if (!layered) return;
    await this.#signaling.request('consumer.prefer-layers', {
      consumerId: layered.consumerId,
      spatialLayer: layerFor(layered.layers, width),
    });
  }

  async stats(): Promise<{ send: RTCStatsReport; receive: RTCStatsReport }> {
    const [send, receive] = await Promise.all([this.#transports.send.getStats(), this.#transports.receive.getStats()]);
    return { send, receive };
  }

  /** Says that this end leaves on purpose, then closes. */
  async leave(): Promise<void> {
    if (this.#signaling.connected) await this.#signaling.request('room.leave', {}).catch(() => undefined);
    this.close();
  }

  close(): void {
    this.closed = true;
    this.#signaling.close();
    this.#transports.send.close();
    this.#transports.receive.close();
  }

  async #join(rtpCapabilities: types.RtpCapabilities): Promise<void> {
    const { self, peers, held, resumeKey } = await this.#signaling.request('room.join', { rtpCapabilities });
    this.#signaling.keepPlace({ peerId: self.peerId, key: resumeKey });
    this.held = held;
    this.remote.setSelf(self);
    for (const peer of peers) this.remote.setPeer(peer);
  }

  #listen(): void {
    const { send, receive } = this.#transports;
    for (const transport of [send, receive]) {
      transport.on('connect', ({ dtlsParameters }, done, failed) => {
        const transportId = TransportId.parse(transport.id);
        this.#signaling.request('transport.connect', { transportId, dtlsParameters }).then(done, failed);
      });
      transport.on('connectionstatechange', (state) => {
        if (state === 'connected' || state === 'disconnected' || state === 'failed') this.#events.mediaState(state);
      });
    }
    send.on('produce', ({ kind, rtpParameters, appData }, done, failed) => {
      const transportId = TransportId.parse(send.id);
      const source = MediaSource.parse(appData.source);
      this.#signaling
        .request('producer.create', { transportId, kind, source, rtpParameters, paused: appData.paused === true })
        .then(({ producerId }) => done({ id: producerId }), failed);
    });

    const { remote } = this;
    const signaling = this.#signaling;
    const on = <Name extends keyof SignalingNotifications & string>(
      name: Name,
      change: (payload: Notification<Name>) => void,
    ) =>
      signaling.on(name, (payload) => {
        change(payload);
        this.#events.changed();
      });
    on('peer.joined', (peer) => remote.setPeer(peer));
    on('peer.changed', (peer) => remote.setPeer(peer));
    on('peer.left', ({ peerId }) => {
      remote.removePeer(peerId);
      if (!remote.hasParticipant()) this.started = false;
    });
    on('consumer.closed', ({ consumerId }) => {
      this.#unready.delete(consumerId);
      remote.removeConsumer(consumerId);
    });
    on('consumer.paused', ({ consumerId }) => remote.setPaused(consumerId, true));
    on('consumer.resumed', ({ consumerId }) => remote.setPaused(consumerId, false));
    on('room.held', ({ held }) => {
      this.held = held;
    });
    on('call.started', () => {
      this.started = true;
    });
    signaling.on('consumer.new', (offered) => void this.#consume(offered));
    signaling.on('room.closed', ({ reason }) => {
      this.close();
      this.#events.roomClosed(reason);
    });
    signaling.onLost(() => this.#events.signalingLost());
  }

  async #ready(consumerId: ConsumerId): Promise<void> {
    await this.#signaling.request('consumer.resume', { consumerId });
    this.#unready.delete(consumerId);
  }

  async #consume(offered: Notification<'consumer.new'>): Promise<void> {
    const { consumerId, producerId, kind, rtpParameters } = offered;
    try {
      const consumer = await this.#transports.receive.consume({ id: consumerId, producerId, kind, rtpParameters });
      this.remote.addConsumer(consumer, offered);
      this.#unready.add(consumerId);
      this.#events.changed();
      await this.#ready(consumerId);
    } catch (error) {
      // A producer that closed meanwhile, or a connection that went: the node says so in its own message.
      console.warn('Media offered by the node could not be received', error);
    }
  }
}
