/** How a line treats what it carries, in one direction. */
export type Conditions = {
  delayMs: number;
  /** On top of the delay, evenly spread between none and this. */
  jitterMs: number;
  /** Of datagrams, how many never arrive: 0 to 1. Of TCP's, how many pieces come only when they are sent again. */
  lossShare: number;
  kilobitsPerSecond: number;
};

export const perfect: Conditions = {
  delayMs: 0,
  jitterMs: 0,
  lossShare: 0,
  kilobitsPerSecond: Number.POSITIVE_INFINITY,
};

/** What waits longer than this for a slow line is thrown away, as a router does, in milliseconds. */
const longestQueueMs = 500;
/** How soon TCP sends again what was lost, at the earliest, in milliseconds (RFC 6298, as Linux has it). */
const retransmitMs = 200;

/** One direction of a link: decides when what is sent arrives, if it does. It holds nothing itself. */
export class Lane {
  conditions: Conditions = perfect;
  isCut = false;
  readonly #random: () => number;
  /** When the line has sent all that was given to it so far. */
  #freeAt = 0;

  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  /** @returns when a datagram arrives, or null when it is lost. Times in milliseconds of one clock. */
  datagramDue(bytes: number, now: number): number | null {
    const { lossShare } = this.conditions;
    if (this.isCut || (lossShare > 0 && this.#random() < lossShare)) return null;
    if (this.#freeAt - now > longestQueueMs) return null;
    return this.#sent(bytes, now) + this.#travel();
  }

  /** @returns when a piece of a TCP stream arrives, with the time that sending it again takes where it was lost */
  segmentDue(bytes: number, now: number): number {
    const { lossShare, delayMs } = this.conditions;
    const isLost = lossShare > 0 && this.#random() < lossShare;
    return this.#sent(bytes, now) + this.#travel() + (isLost ? retransmitMs + 2 * delayMs : 0);
  }

  #sent(bytes: number, now: number): number {
    this.#freeAt = Math.max(now, this.#freeAt) + (bytes * 8) / this.conditions.kilobitsPerSecond;
    return this.#freeAt;
  }

  #travel(): number {
    const { delayMs, jitterMs } = this.conditions;
    return jitterMs > 0 ? delayMs + jitterMs * this.#random() : delayMs;
  }
}

/** The two directions of a link: up is from the end that is behind it to its servers. */
export type Lanes = { up: Lane; down: Lane };
/** Where a relay listens, and the host where the same port is served. */
export type Relayed = { address: string; port: number; target: string };

/**
 * When TCP next tries what it could not get across since `since`: each pause is twice the one before.
 * @param firstMs 200 for what is sent on a connection, 1000 for its opening
 */
export function nextTry(since: number, now: number, firstMs: number): number {
  let at = since;
  for (let pause = firstMs; at < now; pause *= 2) at += pause;
  return at;
}
