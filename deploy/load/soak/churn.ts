import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '@remote-clerk/shared/domain/simulation/random.ts';
import { MediaLoad } from '../sfu/load/media-load.ts';
import { joinOurs, type Leave } from '../sfu/load/our-end.ts';
import type { RunningServer } from '../sfu/servers/running-server.ts';

const shortestMs = 10_000;
const longestMs = 40_000;
/** Until a key frame has come through. */
const warmUpMs = 3_000;
const drainMs = 500;
/** Every so many rooms have picture too: sound alone leaves the machine room for the browsers. */
const roomsPerPicture = 5;
const pauseAfterFailureMs = 1_000;

/** So many rooms of two at once, each closed after a while and followed by the next. */
export class Churn {
  readonly tally = { opened: 0, failed: 0, silent: 0, sent: 0, received: 0 };
  open = 0;
  readonly #node: RunningServer;
  readonly #random = createRandom(2_027);
  readonly #stopping = new AbortController();
  #lanes: Promise<void>[] = [];

  constructor(node: RunningServer) {
    this.#node = node;
  }

  start(rooms: number): void {
    this.#lanes = Array.from({ length: rooms }, (_, lane) => this.#keepOpening(lane * 500));
  }

  /** Closes the rooms that are open; they count no more. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#lanes);
  }

  async #keepOpening(after: number): Promise<void> {
    // Not all at the same moment.
    const { signal } = this.#stopping;
    await this.#pause(after).catch(() => undefined);
    while (!signal.aborted) {
      await this.#holdRoom().catch(async (error) => {
        if (signal.aborted) return;
        this.tally.failed += 1;
        console.error(`A room failed: ${error instanceof Error ? error.message : error}`);
        await this.#pause(pauseAfterFailureMs).catch(() => undefined);
      });
    }
  }

  /** @throws when it all stops */
  #pause(milliseconds: number): Promise<void> {
    return sleep(milliseconds, undefined, { signal: this.#stopping.signal });
  }

  async #holdRoom(): Promise<void> {
    const order = await this.#node.order(2);
    if (order.order !== 'open-ours') throw new Error('Not a media node of ours');
    const number = this.tally.opened++;
    const kinds = number % roomsPerPicture === 0 ? (['audio', 'video'] as const) : (['audio'] as const);
    const load = new MediaLoad();
    const leaves: Leave[] = [];
    this.open += 1;
    try {
      for (const ticket of order.tickets) leaves.push(await joinOurs(load, order.nodeUrl, ticket, kinds));
      load.start();
      await this.#pause(warmUpMs);
      load.count(1 + (number % 255));
      await this.#pause(shortestMs + this.#random.next() * (longestMs - shortestMs) - warmUpMs);
      load.countNoMore();
      await this.#pause(drainMs);
      const { sent, received } = load.loss(1);
      this.tally.sent += sent;
      this.tally.received += received;
      if (received === 0) this.tally.silent += 1;
    } finally {
      load.stop();
      for (const leave of leaves) leave(this.#random.chance(0.5) ? 'says goodbye' : 'vanishes');
      this.open -= 1;
    }
  }
}
