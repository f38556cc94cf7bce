import type { types } from 'mediasoup-client';
import { type MediaSource, mediaSources, ProducerId } from '../contracts/signaling/media.ts';
import type { DeviceState } from './call-state.ts';
import { hintOf, producerOptions } from './sending.ts';
import type { SignalingClient } from './signaling-client.ts';

type Attachment = { transport: types.Transport; signaling: SignalingClient };

type Source = {
  track: MediaStreamTrack | null;
  /** The device went by itself; a new track makes it good. */
  lost: boolean;
  muted: boolean;
  /** Where `producer` belongs to. */
  attachment: Attachment | null;
  producer: types.Producer | null;
  /** What the node was told last. */
  paused: boolean;
  /** Changes are made one after the other. */
  changes: Promise<void>;
};

/**
 * What this end shows and says. A sender has no track, so that not one packet leaves, until `open()`; muting takes the track
 * away again. Tracks belong to the caller: none is stopped here.
 */
export class LocalMedia {
  readonly #sources: Record<MediaSource, Source> = {
    microphone: aSource(),
    camera: aSource(),
    screen: aSource(),
    document: aSource(),
  };
  readonly #changed: () => void;
  #attachment: Attachment | null = null;
  #open = false;

  /** @param changed called when a device went or was muted by itself */
  constructor(tracks: { audio: MediaStreamTrack | null; video: MediaStreamTrack | null }, changed: () => void) {
    this.#changed = changed;
    this.#take('microphone', tracks.audio);
    this.#take('camera', tracks.video);
  }

  isMuted(name: MediaSource): boolean {
    return this.#sources[name].muted;
  }

  /** What is wanted to leave: the track, or null for what is muted or not there. */
  track(name: MediaSource): MediaStreamTrack | null {
    const { track, muted } = this.#sources[name];
    return muted ? null : track;
  }

  device(name: MediaSource): DeviceState {
    const { track, lost } = this.#sources[name];
    if (!track) return lost ? 'lost' : 'none';
    return track.muted ? 'silent' : 'well';
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

  #take(name: MediaSource, track: MediaStreamTrack | null): void {
    const source = this.#sources[name];
    const there = track?.readyState === 'live' ? track : null;
    // What was lost is still missed by whoever then goes without.
    source.lost = track ? !there : source.lost;
    source.track = there;
    this.#changed();
    if (!there) return;
    hintOf(name, there);
    const ifStill = (then: () => void) => () => {
      if (source.track === there) then();
    };
    there.addEventListener(
      'ended',
      ifStill(() => {
        source.track = null;
        source.lost = true;
        this.#changed();
        this.#change(name).catch(() => undefined);
      }),
    );
    for (const event of ['mute', 'unmute']) there.addEventListener(event, ifStill(this.#changed));
  }

  async #changeAll(): Promise<void> {
    await Promise.all(mediaSources.map((name) => this.#change(name)));
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
    const producerId = ProducerId.parse(producer.id);
    await attachment.signaling.request(paused ? 'producer.pause' : 'producer.resume', { producerId });
    source.paused = paused;
  }
}

const aSource = (): Source => ({
  track: null,
  lost: false,
  muted: false,
  attachment: null,
  producer: null,
  paused: false,
  changes: Promise.resolve(),
});

async function produce(name: MediaSource, source: Source, { transport }: Attachment): Promise<types.Producer | null> {
  const { track, muted } = source;
  if (!track) return null;
  source.paused = muted;
  return transport.produce({
    track,
    stopTracks: false,
    disableTrackOnPause: false,
    ...producerOptions(name, track),
    // Before anything is negotiated: mediasoup-client's own pause would come after the first packets.
    onRtpSender: (sender) => void sender.replaceTrack(null),
    appData: { source: name, paused: muted },
  });
}
