import type { SignalingNotifications } from '@remote-clerk/shared/contracts/signaling/messages.ts';
import type { z } from 'zod';

/** One socket to a peer. */
export type PeerLink = {
  notify: <Name extends keyof SignalingNotifications & string>(
    name: Name,
    payload: z.input<SignalingNotifications[Name]>,
  ) => void;
  disconnect: () => void;
};

/** As many notifications as are kept to be said again. */
const keptNotifications = 200;

/**
 * The signalling of a peer over all its sockets: while there is none, what is to be said waits for the next. A socket that is
 * dead looks alive for seconds, so what was said lately is kept too, for a peer that knows how much it has heard.
 */
export class PeerWire {
  #link: PeerLink | null;
  readonly #kept: Array<(link: PeerLink) => void> = [];
  /** How many notifications there were. */
  #said = 0;
  /** How many there were when the last socket went. */
  #saidAtLoss = 0;
  readonly #onOverflow: () => void;

  /** @param onOverflow told when more waits for a socket than is kept */
  constructor(link: PeerLink, onOverflow: () => void) {
    this.#link = link;
    this.#onOverflow = onOverflow;
  }

  get isAttached(): boolean {
    return this.#link !== null;
  }

  readonly notify: PeerLink['notify'] = (name, payload) => {
    this.#kept.push((link) => link.notify(name, payload));
    this.#said += 1;
    if (this.#kept.length > keptNotifications) this.#kept.shift();
    if (this.#link) this.#link.notify(name, payload);
    else if (this.#said - this.#saidAtLoss > keptNotifications) this.#onOverflow();
  };

  /** Whether all that came after `heard` notifications is still kept. */
  canSayAfter(heard = this.#firstMissed): boolean {
    return heard <= this.#said && heard >= this.#said - this.#kept.length;
  }

  /** From now on this socket is the peer's; it hears first what was missed. An older one is hung up. */
  attach(link: PeerLink, heard = this.#firstMissed): void {
    const older = this.#link;
    this.#link = link;
    const missed = this.#said - heard;
    if (missed > 0) for (const say of this.#kept.slice(-missed)) say(link);
    older?.disconnect();
  }

  /** @returns whether this was the peer's socket: one that was replaced before may go as it likes */
  detach(link: PeerLink): boolean {
    if (this.#link !== link) return false;
    this.#link = null;
    this.#saidAtLoss = this.#said;
    return true;
  }

  hangUp(): void {
    this.#link?.disconnect();
  }

  get #firstMissed(): number {
    return this.#link ? this.#said : this.#saidAtLoss;
  }
}
