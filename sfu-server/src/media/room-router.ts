import type { RtpCapabilities } from '@remote-clerk/shared/contracts/signaling/media.ts';
import type { Router, WebRtcServer, WebRtcTransport } from 'mediasoup/types';
import type { z } from 'zod';
import { knownExtensions } from './header-extensions.ts';

/** Bits per second that one peer may send: all simulcast layers, a screen or a document, and audio, with room for repair. */
const maxIncomingBitrate = 6_000_000;
/**
 * Bits per second below which the estimate of a peer's line does not fall: sound and a face at the smallest size. After a cut the
 * engine takes a line for far thinner than it is, and would send no picture for half a minute.
 */
const minOutgoingBitrate = 400_000;
/** Bits per second assumed before anything was measured: enough for the best layer to be the first that is seen. */
const initialAvailableOutgoingBitrate = 1_500_000;
/**
 * Seconds without an ICE consent check after which a transport lets go of the path (the engine takes 10 at least). Twice a cut
 * of ten seconds: after one, media goes on over the same path at once, without anyone doing anything. Later the transport
 * still comes back with the first check that reaches it. That somebody is away is known long before: see `rooms/presence.ts`.
 */
const iceConsentTimeout = 20;

/** One room's router, on one worker. */
export class RoomRouter {
  readonly router: Router;
  readonly #webRtcServer: WebRtcServer;

  constructor(router: Router, webRtcServer: WebRtcServer) {
    this.router = router;
    this.#webRtcServer = webRtcServer;
  }

  get capabilities(): z.input<typeof RtpCapabilities> {
    const { codecs, headerExtensions } = this.router.rtpCapabilities;
    return { codecs, headerExtensions: knownExtensions(headerExtensions) };
  }

  async createTransport(): Promise<WebRtcTransport> {
    const transport = await this.router.createWebRtcTransport({
      webRtcServer: this.#webRtcServer,
      enableUdp: true,
      enableTcp: true,
      preferUdp: true,
      initialAvailableOutgoingBitrate,
      iceConsentTimeout,
    });
    await transport.setMaxIncomingBitrate(maxIncomingBitrate);
    await transport.setMinOutgoingBitrate(minOutgoingBitrate);
    return transport;
  }

  /** Calls `lost` when the worker under the router died. */
  onLost(lost: () => void): void {
    this.router.on('workerclose', lost);
  }

  close(): void {
    this.router.close();
  }
}
