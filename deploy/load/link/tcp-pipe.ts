import type { Socket } from 'node:net';
import { type Lane, nextTry } from './lane.ts';

const retransmitMs = 200;
const openAgainMs = 1_000;
/** So much may be under way before the sender is made to wait: about what a window holds. */
const windowBytes = 1024 * 1024;

type Item = { due: number; what: Buffer | 'end' | 'reset' };

/**
 * One direction of a TCP connection: all of it, in order, at the lane's pace. Nothing passes while the lane is cut, not even
 * that an end has closed; afterwards it goes on when TCP would try again.
 */
export class TcpPipe {
  readonly #lane: Lane;
  readonly #source: Socket;
  readonly #sink: () => Socket;
  readonly #carried: (bytes: number) => void;
  readonly #queue: Item[] = [];
  #queuedBytes = 0;
  #lastDue: number;
  #heldSince: number | null = null;
  #freeAt = 0;
  #hasCarried = false;
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param sink asked for with the first thing that arrives: the other half of the connection may only begin then
   * @param notBefore when the connection is open at the earliest
   */
  constructor(lane: Lane, source: Socket, sink: () => Socket, notBefore: number, carried: (bytes: number) => void) {
    this.#lane = lane;
    this.#source = source;
    this.#sink = sink;
    this.#carried = carried;
    this.#lastDue = notBefore;
    source.on('data', (chunk) => {
      this.#queuedBytes += chunk.length;
      if (this.#queuedBytes > windowBytes) source.pause();
      this.#add(chunk, lane.segmentDue(chunk.length, performance.now()));
    });
    source.on('end', () => this.#add('end', performance.now()));
    source.on('close', (hadError) => hadError && this.#add('reset', performance.now()));
    source.on('error', () => undefined);
  }

  /** Looks again whether something may pass. */
  readonly pump = (): void => {
    clearTimeout(this.#timer);
    for (let head = this.#queue[0]; head; head = this.#queue[0]) {
      const now = performance.now();
      if (this.#lane.isCut) {
        this.#heldSince ??= now;
        return;
      }
      if (this.#heldSince !== null) {
        this.#freeAt = nextTry(this.#heldSince, now, this.#hasCarried ? retransmitMs : openAgainMs);
        this.#heldSince = null;
      }
      const due = Math.max(head.due, this.#freeAt);
      if (due > now) {
        this.#timer = setTimeout(this.pump, due - now);
        return;
      }
      this.#queue.shift();
      this.#deliver(head.what);
    }
  };

  stop(): void {
    clearTimeout(this.#timer);
    this.#queue.length = 0;
  }

  #add(what: Item['what'], due: number): void {
    this.#lastDue = Math.max(this.#lastDue, due);
    this.#queue.push({ what, due: this.#lastDue });
    if (this.#queue.length === 1) this.pump();
  }

  #deliver(what: Item['what']): void {
    const sink = this.#sink();
    if (what === 'reset') return void sink.resetAndDestroy();
    if (what === 'end') return void sink.end();
    this.#hasCarried = true;
    this.#queuedBytes -= what.length;
    if (this.#queuedBytes <= windowBytes) this.#source.resume();
    this.#carried(what.length);
    if (!sink.destroyed) sink.write(what);
  }
}
