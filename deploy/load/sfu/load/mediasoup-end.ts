import type { Device } from 'mediasoup-client';
import type { ConsumerOptions, DtlsParameters, Transport, TransportOptions } from 'mediasoup-client/types';
import { MediaStreamTrack } from 'werift';
import { z } from 'zod';
import { asDomTrack, createDevice, isTrack } from './engine.ts';
import type { Kind, MediaLoad } from './media-load.ts';

/** What an end asks its server, in that server's own words. */
export type Wire = {
  capabilities(): Promise<unknown>;
  createTransport(direction: 'send' | 'receive'): Promise<unknown>;
  connect(transportId: string, dtlsParameters: DtlsParameters): Promise<unknown>;
  produce(transportId: string, kind: Kind, rtpParameters: object): Promise<string>;
};

const Capabilities = z.custom<Parameters<Device['load']>[0]['routerRtpCapabilities']>(
  (value) => z.object({ codecs: z.array(z.unknown()).min(1) }).safeParse(value).success,
);
const TransportFigures = z.custom<TransportOptions>(
  (value) => z.object({ id: z.string(), iceCandidates: z.array(z.unknown()) }).safeParse(value).success,
);
const Offer = z.custom<Required<Pick<ConsumerOptions, 'id' | 'producerId' | 'kind' | 'rtpParameters'>>>(
  (value) => z.object({ id: z.string(), producerId: z.string(), rtpParameters: z.object({}) }).safeParse(value).success,
);

/** One person of a call on a mediasoup server: a transport each way, sound and picture. */
export class MediasoupEnd {
  readonly #load: MediaLoad;
  readonly #wire: Wire;
  readonly #device = createDevice();
  readonly #transports: Transport[] = [];
  #receiving: Transport | null = null;

  constructor(load: MediaLoad, wire: Wire) {
    this.#load = load;
    this.#wire = wire;
  }

  async prepare(): Promise<unknown> {
    const routerRtpCapabilities = Capabilities.parse(await this.#wire.capabilities());
    await this.#device.load({ routerRtpCapabilities });
    const options = TransportFigures.parse(await this.#wire.createTransport('receive'));
    this.#receiving = this.#connecting(this.#device.createRecvTransport(options));
    return this.#device.recvRtpCapabilities;
  }

  async send(kinds: readonly Kind[]): Promise<void> {
    const options = TransportFigures.parse(await this.#wire.createTransport('send'));
    const transport = this.#connecting(this.#device.createSendTransport(options));
    transport.on('produce', ({ kind, rtpParameters }, done, failed) => {
      this.#wire.produce(transport.id, kind, rtpParameters).then((id) => done({ id }), failed);
    });
    for (const kind of kinds) {
      const track = new MediaStreamTrack({ kind });
      const { rtpParameters } = await transport.produce({ track: asDomTrack(track) });
      this.#load.send(track, kind, rtpParameters.codecs[0]?.payloadType ?? 0);
    }
  }

  async consume(offer: unknown): Promise<void> {
    if (!this.#receiving) throw new Error('Not prepared');
    const { track } = await this.#receiving.consume(Offer.parse(offer));
    if (!isTrack(track)) throw new Error('A track of another engine');
    this.#load.receive(track);
  }

  close(): void {
    for (const transport of this.#transports) transport.close();
  }

  #connecting(transport: Transport): Transport {
    this.#transports.push(transport);
    return transport.on('connect', ({ dtlsParameters }, done, failed) => {
      this.#wire.connect(transport.id, dtlsParameters).then(done, failed);
    });
  }
}
