import { type CallRole, type IceServer, isMainRole } from '../../contracts/call-ticket.ts';
import type { CallSignals } from '../call-signals.ts';
import { DirectCall } from './direct-call.ts';
import type { Tracks } from './direct-sending.ts';

type Options = {
  role: CallRole;
  /** Left out: there is no such path. */
  signals: CallSignals | undefined;
  /** What shall leave, as it is now. */
  tracks: () => Tracks;
  changed: () => void;
};

/** The way from end to end without a media node, for as long as it is wanted. Guests have none. */
export class DirectPath {
  readonly #options: Options;
  #call: DirectCall | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Null while it is not wanted, or cannot be. */
  get call(): Pick<DirectCall, 'connected' | 'stream'> | null {
    return this.#call;
  }

  begin(iceServers: IceServer[]): void {
    const { role, signals, tracks, changed } = this.#options;
    if (this.#call || !signals || !isMainRole(role)) return;
    this.#call = new DirectCall({ role, signals, iceServers, tracks: tracks(), changed });
  }

  /** What shall leave may be something else now. */
  refresh(): void {
    this.#call?.setTracks(this.#options.tracks());
  }

  end(): void {
    this.#call?.close();
    this.#call = null;
  }
}
