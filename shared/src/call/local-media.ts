import type { types } from 'mediasoup-client';
import type { MediaSource } from '../contracts/signaling/media.ts';
import { ProducerId } from '../contracts/signaling/media.ts';
import { cameraEncodings } from './encodings.ts';
import type { SignalingClient } from './signaling-client.ts';

type Attachment = { transport: types.Transport; signaling: SignalingClient };

type Source = {
  track: MediaStreamTrack | null;
  muted: boolean;
  /** Where `producer` belongs to. */
  attachment: Attachment | null;
  producer: types.Producer | null;
  /** What the node was told last. */
  paused: boolean;
  /** Changes are made one after the other. */
  changes: Promise<void>;
};

const codecOptions: Record<MediaSource, types.ProducerCodecOptions> = {
  microphone: { opusFec: true, opusDtx: true, opusStereo: false, opusNack: true },
  // Kilobits: high enough that the first picture is sharp on an ordinary line.
  camera: { videoGoogleStartBitrate: 1_000 },
};

/**
 * The microphone and the camera of this end. A sender has no track, so that not one packet leaves, until `open()`; muting
 * takes the track away again. Tracks belong to the caller: none is stopped here.
 */
export class LocalMedia {
  readonly #sources: Record<MediaSource, Source>;
  #attachment: Attachment | null = null;
  #open = false;

  constructor(tracks: { audio: MediaStreamTrack | null; video: MediaStreamTrack | null }) {
    this.#sources = { microphone: aSource(), camera: aSource() };
    this.#take('microphone', tracks.audio);
    this.#take('camera', tracks.video);
  }

  isMuted(name: MediaSource): boolean {
    return this.#sources[name].muted;
  }

  /** Makes producers on a new send transport; those of an earlier one went with it. */
  async attach(transport: types.Transport, signaling: SignalingClient): Promise<void> {
    this.#attachment = { transport, signaling };
    this.#open = false;
    await this.#changeAll();
  }

  /** Lets media leave. */
  async open(): Promise<void> {
    this.#open = true;
    await this.#changeAll();
  }

  /** No sound and no picture leaves after this. */
  async close(): Promise<void> {
    this.#open = false;
    await this.#changeAll();
  }

  async setTrack(name: MediaSource, track: MediaStreamTrack | null): Promise<void> {
    this.#take(name, track);
    await this.#change(name);
  }

  async setMuted(name: MediaSource, muted: boolean): Promise<void> {
    this.#sources[name].muted = muted;
    await this.#change(name);
  }

  /** A device that is unplugged is one that is not there any more. */
  #take(name: MediaSource, track: MediaStreamTrack | null): void {
    this.#sources[name].track = track?.readyState === 'ended' ? null : track;
    track?.addEventListener('ended', () => {
      if (this.#sources[name].track === track) this.setTrack(name, null).catch(() => undefined);
    });
  }

  async #changeAll(): Promise<void> {
    await Promise.all([this.#change('microphone'), this.#change('camera')]);
  }

  #change(name: MediaSource): Promise<void> {
    const source = this.#sources[name];
    const attachment = this.#attachment;
    const change = source.changes.then(() => this.#bringIntoLine(name, source));
    source.changes = change.catch(() => undefined);
    return change.catch((error) => {
      // What fails with a connection is done again on the next one.
      if (attachment === this.#attachment && attachment?.transport.closed === false) throw error;
    });
  }

  /** Makes what is sent, and what the node knows of it, agree with what is wanted by now. */
  async #bringIntoLine(name: MediaSource, source: Source): Promise<void> {
    const attachment = this.#attachment;
    if (!attachment) return;
    if (source.attachment !== attachment) Object.assign(source, { attachment, producer: null });
    source.producer ??= await produce(name, source, attachment);
    const { producer, track, muted } = source;
    if (!producer || producer.closed || attachment !== this.#attachment) return;
    await producer.rtpSender?.replaceTrack(this.#open && !muted ? track : null);
    const paused = muted || track === null;
    if (paused === source.paused) return;
    source.paused = paused;
    const producerId = ProducerId.parse(producer.id);
    await attachment.signaling.request(paused ? 'producer.pause' : 'producer.resume', { producerId });
  }
}

const aSource = (): Source => ({
  track: null,
  muted: false,
  attachment: null,
  producer: null,
  paused: false,
  changes: Promise.resolve(),
});

async function produce(name: MediaSource, source: Source, { transport }: Attachment): Promise<types.Producer | null> {
  const { track, muted } = source;
  if (!track) return null;
  const { width = 640, height = 480 } = track.getSettings();
  source.paused = muted;
  return transport.produce({
    track,
    stopTracks: false,
    disableTrackOnPause: false,
    codecOptions: codecOptions[name],
    ...(name === 'camera' && { encodings: cameraEncodings(width, height) }),
    // Before anything is negotiated: mediasoup-client's own pause would come after the first packets.
    onRtpSender: (sender) => void sender.replaceTrack(null),
    appData: { source: name, paused: muted },
  });
}
