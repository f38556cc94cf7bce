import { Device } from 'mediasoup-client';
import * as werift from 'werift';
import { z } from 'zod';

export { RtpHeader } from 'werift';

const loopback = '127.0.0.1';

/** A peer connection on loopback, without header extensions: all servers carry the same bytes. */
export class LoopbackConnection extends werift.RTCPeerConnection {
  /** Those that are not closed. */
  static readonly all = new Set<LoopbackConnection>();

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
    LoopbackConnection.all.add(this);
    this.connectionStateChange.subscribe((state) => state === 'closed' && LoopbackConnection.all.delete(this));
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

export const createDevice = () => new Device({ handlerName: 'Chrome74' });

/** Waits until every connection that carries media is up. @throws Error when one failed */
export async function allConnected(): Promise<void> {
  const carrying = [...LoopbackConnection.all].filter((one) => one.dtlsTransports.length > 0);
  await Promise.all(carrying.map(connected));
}

export function connected(connection: werift.RTCPeerConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (connection.connectionState === 'connected') resolve();
      if (connection.connectionState === 'failed') reject(new Error('A connection failed'));
    };
    connection.connectionStateChange.subscribe(look);
    look();
  });
}

export async function gathered(connection: werift.RTCPeerConnection): Promise<void> {
  if (connection.iceGatheringState === 'complete') return;
  await new Promise<void>((resolve) => {
    connection.iceGatheringStateChange.subscribe((state) => state === 'complete' && resolve());
  });
}

export const isTrack = (track: unknown): track is werift.MediaStreamTrack => track instanceof werift.MediaStreamTrack;

/** The same track, as the DOM's types call it. */
export const asDomTrack = (track: werift.MediaStreamTrack) => z.custom<MediaStreamTrack>(isTrack).parse(track);
