import { Device, type types } from 'mediasoup-client';
import type { CallTicket } from '../contracts/call-ticket.ts';
import type { CallQuality } from '../contracts/quality.ts';
import type { NotificationOf } from '../contracts/request.ts';
import { MediaSource, TransportId } from '../contracts/signaling/media.ts';
import type { SignalingNotifications } from '../contracts/signaling/messages.ts';
import type { LocalMedia } from './local-media.ts';
import { RemoteMedia } from './remote-media.ts';
import { SignalingClient } from './signaling-client.ts';

type Notification<Name extends keyof SignalingNotifications> = NotificationOf<SignalingNotifications, Name>;

/** What a connection tells its session; nothing after `lost` or `roomClosed`. */
export type RoomConnectionEvents = {
  /** Someone or something in the room changed: read `remote` and `started` again. */
  changed: () => void;
  roomClosed: (reason: Notification<'room.closed'>['reason']) => void;
  /** The wire or the media went. */
  lost: () => void;
};

type Transports = { send: types.Transport; receive: types.Transport };

/** One stay in a room, for one call ticket: the signalling, both transports, and what they carry. */
export class RoomConnection {
  readonly ticket: CallTicket;
  readonly remote = new RemoteMedia();
  /** Whether both ends are admitted: media may leave. */
  started = false;
  closed = false;
  readonly #signaling: SignalingClient;
  readonly #events: RoomConnectionEvents;
  readonly #transports: Transports;

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
      const transports = { send: device.createSendTransport(send), receive: device.createRecvTransport(receive) };
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

  async reportQuality(quality: CallQuality): Promise<void> {
    await this.#signaling.request('quality.report', quality);
  }

  async stats(): Promise<{ send: RTCStatsReport; receive: RTCStatsReport }> {
    const [send, receive] = await Promise.all([this.#transports.send.getStats(), this.#transports.receive.getStats()]);
    return { send, receive };
  }

  /** Says that this end leaves on purpose, then closes. */
  async leave(): Promise<void> {
    await this.#signaling.request('room.leave', {}).catch(() => undefined);
    this.close();
  }

  close(): void {
    this.closed = true;
    this.#signaling.close();
    this.#transports.send.close();
    this.#transports.receive.close();
  }

  async #join(rtpCapabilities: types.RtpCapabilities): Promise<void> {
    const { self, peers } = await this.#signaling.request('room.join', { rtpCapabilities });
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
        if (state === 'failed') this.#lose();
      });
    }
    send.on('produce', ({ kind, rtpParameters, appData }, done, failed) => {
      const transportId = TransportId.parse(send.id);
      const source = MediaSource.parse(appData.source);
      this.#signaling
        .request('producer.create', { transportId, kind, source, rtpParameters, paused: appData.paused === true })
        .then(({ producerId }) => done({ id: producerId }), failed);
    });

    const changing =
      <Payload>(change: (payload: Payload) => void) =>
      (payload: Payload) => {
        change(payload);
        this.#events.changed();
      };
    const { remote } = this;
    const signaling = this.#signaling;
    signaling.on(
      'peer.joined',
      changing((peer) => remote.setPeer(peer)),
    );
    signaling.on(
      'peer.changed',
      changing((peer) => remote.setPeer(peer)),
    );
    signaling.on(
      'peer.left',
      changing(({ peerId }) => {
        remote.removePeer(peerId);
        if (!remote.hasParticipant()) this.started = false;
      }),
    );
    signaling.on('consumer.new', (offered) => void this.#consume(offered));
    signaling.on(
      'consumer.closed',
      changing(({ consumerId }) => remote.removeConsumer(consumerId)),
    );
    signaling.on(
      'consumer.paused',
      changing(({ consumerId }) => remote.setPaused(consumerId, true)),
    );
    signaling.on(
      'consumer.resumed',
      changing(({ consumerId }) => remote.setPaused(consumerId, false)),
    );
    signaling.on(
      'call.started',
      changing(() => {
        this.started = true;
      }),
    );
    signaling.on('room.closed', ({ reason }) => {
      this.close();
      this.#events.roomClosed(reason);
    });
    signaling.onDisconnect(() => this.#lose());
  }

  async #consume(offered: Notification<'consumer.new'>): Promise<void> {
    const { consumerId, producerId, kind, rtpParameters } = offered;
    try {
      const consumer = await this.#transports.receive.consume({ id: consumerId, producerId, kind, rtpParameters });
      this.remote.addConsumer(consumer, offered);
      this.#events.changed();
      await this.#signaling.request('consumer.resume', { consumerId });
    } catch (error) {
      // A producer that closed meanwhile, or a connection that went: the node says so in its own message.
      console.warn('Media offered by the node could not be received', error);
    }
  }

  #lose(): void {
    this.close();
    this.#events.lost();
  }
}
