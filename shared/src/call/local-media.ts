import type { types } from 'mediasoup-client';
import type { MediaSource } from '../contracts/signaling/media.ts';
import { ProducerId } from '../contracts/signaling/media.ts';
import { cameraEncodings } from './encodings.ts';
import type { SignalingClient } from './signaling-client.ts';

type Attachment = { transport: types.Transport; signaling: SignalingClient };
type Source = { track: MediaStreamTrack | null; muted: boolean; producer: types.Producer | null; toldPaused: boolean };

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
    const source = (track: MediaStreamTrack | null): Source => ({
      track,
      muted: false,
      producer: null,
      toldPaused: false,
    });
    this.#sources = { microphone: source(tracks.audio), camera: source(tracks.video) };
  }

  isMuted(name: MediaSource): boolean {
    return this.#sources[name].muted;
  }

  /** Makes producers on a new send transport; those of an earlier one went with it. */
  async attach(transport: types.Transport, signaling: SignalingClient): Promise<void> {
    this.#attachment = { transport, signaling };
    this.#open = false;
    for (const source of Object.values(this.#sources)) source.producer = null;
    await Promise.all([this.#produce('microphone'), this.#produce('camera')]);
  }

  /** Lets media leave. */
  async open(): Promise<void> {
    this.#open = true;
    await Promise.all([this.#apply('microphone'), this.#apply('camera')]);
  }

  /** Not one packet leaves after this. */
  async close(): Promise<void> {
    this.#open = false;
    await Promise.all([this.#apply('microphone'), this.#apply('camera')]);
  }

  async setTrack(name: MediaSource, track: MediaStreamTrack | null): Promise<void> {
    this.#sources[name].track = track;
    await (this.#sources[name].producer ? this.#apply(name) : this.#produce(name));
  }

  async setMuted(name: MediaSource, muted: boolean): Promise<void> {
    this.#sources[name].muted = muted;
    await this.#apply(name);
  }

  async #produce(name: MediaSource): Promise<void> {
    const source = this.#sources[name];
    const attachment = this.#attachment;
    if (!attachment || !source.track || source.track.readyState === 'ended') return;
    const { width = 640, height = 480 } = source.track.getSettings();
    source.toldPaused = source.muted;
    const producer = await attachment.transport.produce({
      track: source.track,
      stopTracks: false,
      disableTrackOnPause: false,
      codecOptions: codecOptions[name],
      ...(name === 'camera' && { encodings: cameraEncodings(width, height) }),
      // Before anything is negotiated: mediasoup-client's own pause would come after the first packets.
      onRtpSender: (sender) => void sender.replaceTrack(null),
      appData: { source: name, paused: source.muted },
    });
    if (this.#attachment !== attachment) return;
    source.producer = producer;
    await this.#apply(name);
  }

  async #apply(name: MediaSource): Promise<void> {
    const { track, muted, producer } = this.#sources[name];
    if (!producer || producer.closed || !this.#attachment) return;
    await producer.rtpSender?.replaceTrack(this.#open && !muted ? track : null);
    await this.#tellPaused(name, producer, this.#attachment);
  }

  async #tellPaused(name: MediaSource, producer: types.Producer, { signaling }: Attachment): Promise<void> {
    const source = this.#sources[name];
    const paused = source.muted || source.track === null;
    if (paused === source.toldPaused) return;
    source.toldPaused = paused;
    await signaling.request(paused ? 'producer.pause' : 'producer.resume', {
      producerId: ProducerId.parse(producer.id),
    });
  }
}
