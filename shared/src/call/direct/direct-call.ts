/// <reference path="./simple-peer-bundle.d.ts" />
import type SimplePeer from 'simple-peer';
import Peer from 'simple-peer/simplepeer.min.js';
import type { IceServer, MainRole } from '../../contracts/call-ticket.ts';
import { DirectDescription, type IncomingSignal } from '../../contracts/live/call-signals.ts';
import type { CallSignals } from '../call-signals.ts';
import { DirectSending, type Tracks } from './direct-sending.ts';

/** Milliseconds between greetings, and for which an attempt is let be before the next. */
const greetMs = 1_000;
const attemptMs = 4_000;

type Options = {
  role: MainRole;
  signals: CallSignals;
  iceServers: IceServer[];
  tracks: Tracks;
  /** `stream` or `connected` is another. */
  changed: () => void;
};

type Attempt = {
  session: string;
  peer: SimplePeer.Instance;
  sinceMs: number;
  sending: DirectSending;
};

/**
 * A call between citizen and specialist without a media node. Both greet until they are connected; the specialist's end offers,
 * so that never two offers cross. Begun anew when it breaks, for as long as it is not closed.
 */
export class DirectCall {
  readonly #options: Options;
  readonly #unsubscribe: () => void;
  readonly #timer: ReturnType<typeof setInterval>;
  #tracks: Tracks;
  #attempt: Attempt | null = null;
  #connectedAtMs: number | null = null;
  #stream: MediaStream | null = null;
  #closed = false;

  constructor(options: Options) {
    this.#options = options;
    this.#tracks = options.tracks;
    this.#unsubscribe = options.signals.subscribe((incoming) => this.#take(incoming));
    this.#timer = setInterval(() => this.#greet(), greetMs);
    this.#greet();
  }

  get connected(): boolean {
    return this.#connectedAtMs !== null;
  }

  /** What comes from the other end; null until it does. */
  get stream(): MediaStream | null {
    return this.#stream;
  }

  setTracks(tracks: Tracks): void {
    this.#tracks = tracks;
    this.#attempt?.sending.set(tracks, this.#attempt.peer);
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#timer);
    this.#unsubscribe();
    this.#drop();
  }

  #greet(): void {
    if (!this.connected) this.#say({ kind: 'direct.hello', session: this.#attempt?.session ?? crypto.randomUUID() });
  }

  /** What is lost on the way is said again with the next greeting. */
  #say(signal: Parameters<CallSignals['send']>[0]): void {
    this.#options.signals.send(signal).catch(() => undefined);
  }

  #take({ from, signal }: IncomingSignal): void {
    const other = this.#options.role === 'citizen' ? 'specialist' : 'citizen';
    if (this.#closed || from.role !== other) return;
    if (signal.kind === 'direct.hello') this.#greeted();
    if (signal.kind !== 'direct.signal') return;
    if (this.#options.role === 'citizen' && this.#attempt?.session !== signal.session) this.#begin(signal.session);
    // What belongs to an attempt that was given up concerns nobody.
    if (this.#attempt?.session === signal.session) this.#attempt.peer.signal(JSON.stringify(signal.description));
  }

  /** The other end is without a connection. */
  #greeted(): void {
    const nowMs = performance.now();
    const since = this.#connectedAtMs ?? this.#attempt?.sinceMs;
    const isFresh = since !== undefined && nowMs - since < (this.connected ? 2 * greetMs : attemptMs);
    if (isFresh) return;
    if (this.#options.role === 'specialist') this.#begin(crypto.randomUUID());
    else {
      this.#drop();
      this.#greet();
    }
  }

  #begin(session: string): void {
    this.#drop();
    const sending = new DirectSending(this.#tracks);
    const peer = new Peer({
      initiator: this.#options.role === 'specialist',
      config: { iceServers: this.#options.iceServers },
      streams: [sending.stream],
    });
    const attempt = { session, peer, sending, sinceMs: performance.now() };
    this.#attempt = attempt;
    const ifStill = (then: () => void) => () => {
      if (this.#attempt === attempt) then();
    };
    peer.on('signal', (data) => {
      const description = DirectDescription.parse(JSON.parse(JSON.stringify(data)));
      if (this.#attempt === attempt) this.#say({ kind: 'direct.signal', session, description });
    });
    peer.on(
      'connect',
      ifStill(() => this.#change(() => (this.#connectedAtMs = performance.now()))),
    );
    peer.on('track', (track) => {
      if (this.#attempt !== attempt) return;
      this.#change(() => {
        this.#stream ??= new MediaStream();
        this.#stream.addTrack(track);
      });
    });
    // An error is followed by its close.
    peer.on('error', () => undefined);
    peer.on(
      'close',
      ifStill(() => this.#drop()),
    );
  }

  #drop(): void {
    const attempt = this.#attempt;
    if (!attempt) return;
    this.#attempt = null;
    attempt.peer.destroy();
    attempt.sending.stop();
    this.#change(() => {
      this.#connectedAtMs = null;
      this.#stream = null;
    });
  }

  #change(change: () => void): void {
    change();
    if (!this.#closed) this.#options.changed();
  }
}
