import type { Clock } from '../clock.ts';
import { MediaPulse } from './media-pulse.ts';
import type { Peer } from './peer.ts';

/** Milliseconds for which the place of a peer without signalling is kept: their media may go on all the while. */
const participantMs = 60_000;
const standbyMs = 15_000;

type Options = {
  clock: Clock;
  onChange: (peer: Peer, connected: boolean) => void;
  /** It was away for too long. */
  onGivenUp: (peer: Peer) => void;
};

/**
 * Who is really there. Media decides: a peer whose path is dead is away, and one whose signalling went is there for as long as
 * anything comes from it.
 */
export class Presence {
  readonly #options: Options;
  readonly #pulses = new Map<Peer, MediaPulse>();
  readonly #callOff = new Map<Peer, () => void>();
  #closed = false;

  constructor(options: Options) {
    this.#options = options;
  }

  /** The peer's signalling went: its place is kept for a while. */
  detached(peer: Peer): void {
    const keepMs = peer.standing === 'participant' ? participantMs : standbyMs;
    this.#callOff.get(peer)?.();
    this.#callOff.set(
      peer,
      this.#options.clock.after(keepMs, () => this.#options.onGivenUp(peer)),
    );
    this.look(peer);
  }

  /** The peer's signalling is there again. */
  attached(peer: Peer): void {
    this.#callOff.get(peer)?.();
    this.#callOff.delete(peer);
    this.look(peer);
  }

  /** Something about the peer's media or signalling is different. */
  look(peer: Peer): void {
    if (peer.closed || this.#closed) return;
    const { isAttached } = peer.wire;
    const pulse = this.#pulseOf(peer);
    const isDoubted = pulse.silent || !isAttached || (peer.started && !peer.isWitnessed);
    if (peer.hasPath && isDoubted) pulse.watch();
    else pulse.rest();
    const connected = !peer.isPathDown && !pulse.silent && (isAttached || peer.hasPath);
    if (connected !== peer.connected) this.#options.onChange(peer, connected);
  }

  forget(peer: Peer): void {
    this.#pulses.get(peer)?.rest();
    this.#pulses.delete(peer);
    this.#callOff.get(peer)?.();
    this.#callOff.delete(peer);
  }

  close(): void {
    this.#closed = true;
    for (const peer of [...this.#pulses.keys(), ...this.#callOff.keys()]) this.forget(peer);
  }

  #pulseOf(peer: Peer): MediaPulse {
    const existing = this.#pulses.get(peer);
    if (existing) return existing;
    const pulse = new MediaPulse({
      clock: this.#options.clock,
      readBytes: () => peer.bytesReceived(),
      onChange: () => this.look(peer),
    });
    this.#pulses.set(peer, pulse);
    return pulse;
  }
}
