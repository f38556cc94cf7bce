import { Device } from 'mediasoup-client';
import type { ConsumerOptions, Transport, TransportOptions } from 'mediasoup-client/types';
import { onTestFinished } from 'vitest';
import * as werift from 'werift';
import { z } from 'zod';
import { until } from './fake-scheduler.ts';
import type { RawClient } from './raw-client.ts';

const loopback = '127.0.0.1';

class LoopbackConnection extends werift.RTCPeerConnection {
  constructor(config: ConstructorParameters<typeof werift.RTCPeerConnection>[0] = {}) {
    super({
      ...config,
      iceServers: [],
      bundlePolicy: 'max-bundle',
      iceUseIpv6: false,
      iceAdditionalHostAddresses: [loopback],
      iceFilterCandidatePair: ({ localCandidate }) => localCandidate.host === loopback,
      headerExtensions: { audio: [], video: [] },
    });
  }
}

const { MediaStream, RTCRtpTransceiver, RTCSessionDescription } = werift;
// mediasoup-client takes them from the page.
Object.assign(globalThis, {
  RTCPeerConnection: LoopbackConnection,
  MediaStream,
  RTCRtpTransceiver,
  RTCSessionDescription,
});

const Capabilities = z.object({ rtpCapabilities: z.custom<Parameters<Device['load']>[0]['routerRtpCapabilities']>() });
const TransportFigures = z.custom<TransportOptions>();
const Restarted = z.object({ iceParameters: z.custom<TransportOptions['iceParameters']>() });
const Produced = z.object({ producerId: z.string() });
const Joined = z.object({ self: z.object({ peerId: z.uuid() }), resumeKey: z.string() });
const Offered = z
  .object({ consumerId: z.string(), source: z.string() })
  .and(z.custom<Required<Pick<ConsumerOptions, 'producerId' | 'kind' | 'rtpParameters'>>>());

/** A client with real media, though nothing is encoded: sound that is sent all the time, and what comes is counted. */
export class MediaClient {
  /** Its signalling at present. */
  wire: RawClient;
  received = 0;
  readonly #device = new Device({ handlerName: 'Chrome74' });
  readonly #transports = new Map<'send' | 'receive', Transport>();
  readonly #offers = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  private constructor(wire: RawClient) {
    this.wire = wire;
  }

  static async join(wire: RawClient): Promise<MediaClient> {
    const client = new MediaClient(wire);
    onTestFinished(() => client.close());
    const { rtpCapabilities } = Capabilities.parse(await wire.ask('room.capabilities', {}));
    await client.#device.load({ routerRtpCapabilities: rtpCapabilities });
    await client.#open('receive');
    const joined = Joined.parse(await wire.ask('room.join', { rtpCapabilities: client.#device.recvRtpCapabilities }));
    wire.place = { peerId: joined.self.peerId, key: joined.resumeKey };
    await client.#send();
    return client;
  }

  /** Takes up all that was offered so far. */
  async consume(): Promise<void> {
    await this.wire.hears('consumer.new');
    for (const { name, payload } of this.wire.told) {
      if (name !== 'consumer.new') continue;
      const { consumerId, source, ...offer } = Offered.parse(payload);
      if (this.#offers.has(consumerId)) continue;
      this.#offers.add(consumerId);
      const consumer = await this.#transport('receive').consume({ ...offer, id: consumerId });
      z.instanceof(werift.MediaStreamTrack)
        .parse(consumer.track)
        .onReceiveRtp.subscribe(() => {
          this.received += 1;
        });
      await this.wire.ask('consumer.resume', { consumerId });
    }
  }

  async hearsMore(packets = 10): Promise<void> {
    const before = this.received;
    await until(() => this.received >= before + packets, 'media');
  }

  /** For a transport that receives: werift, as the one who offers, forgets the candidates of the other end. */
  async restartIce(direction: 'receive'): Promise<void> {
    await this.#transport(direction).restartIce({ iceParameters: await this.askToRestartIce(direction) });
  }

  /** @returns the new credentials, of which the client itself is not told */
  async askToRestartIce(direction: 'send' | 'receive') {
    const reply = await this.wire.ask('transport.restart-ice', { transportId: this.#transport(direction).id });
    return Restarted.parse(reply).iceParameters;
  }

  stopSending(): void {
    clearInterval(this.#timer);
  }

  close(): void {
    this.stopSending();
    this.wire.close();
    for (const transport of this.#transports.values()) transport.close();
  }

  #transport(direction: 'send' | 'receive'): Transport {
    const transport = this.#transports.get(direction);
    if (!transport) throw new Error(`Nothing to ${direction} on`);
    return transport;
  }

  async #open(direction: 'send' | 'receive'): Promise<Transport> {
    const options = TransportFigures.parse(await this.wire.ask('transport.create', { direction }));
    const transport =
      direction === 'send' ? this.#device.createSendTransport(options) : this.#device.createRecvTransport(options);
    this.#transports.set(direction, transport);
    return transport.on('connect', ({ dtlsParameters }, done, failed) => {
      this.wire.ask('transport.connect', { transportId: transport.id, dtlsParameters }).then(done, failed);
    });
  }

  async #send(): Promise<void> {
    const transport = await this.#open('send');
    transport.on('produce', ({ kind, rtpParameters }, done, failed) => {
      const payload = { transportId: transport.id, kind, source: 'microphone', rtpParameters, paused: false };
      this.wire.ask('producer.create', payload).then((reply) => done({ id: Produced.parse(reply).producerId }), failed);
    });
    const track = new werift.MediaStreamTrack({ kind: 'audio' });
    const { rtpParameters } = await transport.produce({ track: z.custom<MediaStreamTrack>().parse(track) });
    const payloadType = rtpParameters.codecs[0]?.payloadType ?? 0;
    let packets = 0;
    this.#timer = setInterval(() => {
      packets += 1;
      const header = new werift.RtpHeader({ sequenceNumber: packets, timestamp: packets * 960, payloadType });
      track.writeRtp(new werift.RtpPacket(header, Buffer.alloc(80)));
    }, 20);
  }
}
