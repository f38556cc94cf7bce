import type SimplePeer from 'simple-peer';

/** What shall leave; null for what is muted or not there. */
export type Tracks = { audio: MediaStreamTrack | null; video: MediaStreamTrack | null };

type Sender = {
  of: MediaStreamTrack;
  now: MediaStreamTrack /** By which simple-peer knows the sender. */;
  first: MediaStreamTrack;
};

/**
 * What leaves over a direct call: copies of the tracks, so that muting here (black, silence) touches no one else's use of the
 * device.
 */
export class DirectSending {
  readonly stream = new MediaStream();
  readonly #senders: { audio: Sender | null; video: Sender | null };

  constructor(tracks: Tracks) {
    this.#senders = { audio: this.#begin(tracks.audio), video: this.#begin(tracks.video) };
  }

  set(tracks: Tracks, peer: SimplePeer.Instance): void {
    for (const kind of ['audio', 'video'] as const) {
      const wanted = tracks[kind];
      const sender = this.#senders[kind];
      if (sender && (!wanted || wanted === sender.of)) sender.now.enabled = wanted !== null;
      else if (sender && wanted) {
        const next = wanted.clone();
        peer.replaceTrack(sender.first, next, this.stream);
        sender.now.stop();
        Object.assign(sender, { of: wanted, now: next });
      } else if (wanted) {
        const added = this.#begin(wanted);
        this.#senders[kind] = added;
        if (added) peer.addTrack(added.now, this.stream);
      }
    }
  }

  stop(): void {
    for (const sender of [this.#senders.audio, this.#senders.video]) sender?.now.stop();
  }

  #begin(track: MediaStreamTrack | null): Sender | null {
    if (!track) return null;
    const copy = track.clone();
    this.stream.addTrack(copy);
    return { of: track, now: copy, first: copy };
  }
}
