import type { ChatMessage, ChatNews } from '../contracts/chat.ts';
import { ProblemError, type ProblemType } from '../domain/problems.ts';
import { Store } from './store.ts';

/** Milliseconds before each further attempt; the last one is repeated. */
const pausesMs: readonly number[] = [500, 1_000, 2_000, 4_000, 8_000];

/** Refusals that say nothing about the line: it is tried again until it is taken. */
const passing: readonly ProblemType[] = [
  'unavailable',
  'internal',
  'too-many-requests',
  'conflict',
  'not-signed-in',
  'kiosk-not-proven',
];

/** A line that the server does not have yet. `waiting`: it will be tried again by itself. `failed`: the server refused it. */
export type OutgoingLine = { key: string; text: string; state: 'sending' | 'waiting' | 'failed' };

export type ChatState = {
  /** What the server has, by number. */
  lines: ChatMessage[];
  /** Own lines on their way, in the order in which they were written. */
  sending: OutgoingLine[];
};

export type ChatWire = {
  /** The lines after a number, in order. */
  list: (after: number) => Promise<readonly ChatMessage[]>;
  /** The same key for every try of the same line. */
  write: (text: string, idempotencyKey: string) => Promise<ChatMessage>;
  /** `chat` of the socket. @returns a function that ends it */
  subscribeNews: (listener: (news: Pick<ChatNews, 'latest'>) => void) => () => void;
  /** Tells whenever the socket is there again. @returns a function that ends it */
  onReconnected?: (listener: () => void) => () => void;
};

/**
 * One consultation's chat at one end: in the shape that React's `useSyncExternalStore` wants. No line that was written here is
 * lost while the page lives, and none that the server has is missing: what is between two numbers is read.
 */
export class ChatLog {
  readonly #store = new Store<ChatState>({ lines: [], sending: [] });
  readonly #wire: ChatWire;
  readonly #ends: (() => void)[];
  readonly #reading: Repeating;
  readonly #writing: Repeating;

  readonly getSnapshot = this.#store.getSnapshot;
  readonly subscribe = this.#store.subscribe;

  /** Begins to read at once. */
  constructor(wire: ChatWire) {
    this.#wire = wire;
    this.#reading = new Repeating(() => this.#read());
    this.#writing = new Repeating(() => this.#sendNext());
    const onNews = ({ latest }: Pick<ChatNews, 'latest'>) => {
      if (latest > this.#complete()) this.#reading.start();
    };
    this.#ends = [wire.subscribeNews(onNews), wire.onReconnected?.(() => this.refresh()) ?? (() => undefined)];
    this.#reading.start();
  }

  /** Sends a line after those that were written before. Nothing but spaces is no line. */
  write(text: string): void {
    const trimmed = text.trim();
    if (trimmed === '') return;
    this.#store.update({
      sending: [...this.#state.sending, { key: crypto.randomUUID(), text: trimmed, state: 'waiting' }],
    });
    this.#writing.start();
  }

  /** Tries a refused line again, as the last of those on their way. */
  sendAgain(key: string): void {
    const line = this.#failed(key);
    if (!line) return;
    this.discard(key);
    this.write(line.text);
  }

  /** Throws a refused line away. */
  discard(key: string): void {
    if (this.#failed(key)) this.#store.update({ sending: this.#state.sending.filter((one) => one.key !== key) });
  }

  /** The server can be reached again: reads what is missing and sends what waits, without waiting any longer. */
  refresh(): void {
    this.#reading.start();
    this.#writing.start();
  }

  /** Nothing is read or sent any more. */
  close(): void {
    for (const end of this.#ends) end();
    this.#reading.stop();
    this.#writing.stop();
  }

  get #state(): ChatState {
    return this.#store.getSnapshot();
  }

  #failed = (key: string) => this.#state.sending.find((one) => one.key === key && one.state === 'failed');

  /** Up to which number no line is missing. */
  #complete(): number {
    const gap = this.#state.lines.findIndex((line, index) => line.sequence !== index + 1);
    return gap === -1 ? this.#state.lines.length : gap;
  }

  #add(read: readonly ChatMessage[]): void {
    const bySequence = new Map([...this.#state.lines, ...read].map((line) => [line.sequence, line]));
    this.#store.update({ lines: [...bySequence.values()].sort((a, b) => a.sequence - b.sequence) });
  }

  /** @returns whether that was all */
  async #read(): Promise<boolean> {
    const before = this.#complete();
    try {
      this.#add(await this.#wire.list(before));
    } catch (error) {
      if (isPassing(error)) throw error;
      return true;
    }
    const after = this.#complete();
    return after === before || after === this.#state.lines.length;
  }

  /** @returns whether nothing is left to be sent */
  async #sendNext(): Promise<boolean> {
    const line = this.#state.sending.find(({ state }) => state !== 'failed');
    if (!line) return true;
    this.#mark(line.key, 'sending');
    try {
      const message = await this.#wire.write(line.text, line.key);
      this.#store.update({ sending: this.#state.sending.filter(({ key }) => key !== line.key) });
      this.#add([message]);
      if (this.#complete() < message.sequence) this.#reading.start();
    } catch (error) {
      this.#mark(line.key, isPassing(error) ? 'waiting' : 'failed');
      if (isPassing(error)) throw error;
    }
    return false;
  }

  #mark(key: string, state: OutgoingLine['state']): void {
    this.#store.update({ sending: this.#state.sending.map((one) => (one.key === key ? { ...one, state } : one)) });
  }
}

const isPassing = (error: unknown) => !(error instanceof ProblemError) || passing.includes(error.type);

/** Work that is done one run at a time until it says that all is done, with growing pauses after runs that fail. */
class Repeating {
  readonly #work: () => Promise<boolean>;
  #running = false;
  #again = false;
  #stopped = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(work: () => Promise<boolean>) {
    this.#work = work;
  }

  /** Runs now; once more when it is running already. */
  start(): void {
    clearTimeout(this.#timer);
    if (this.#running) this.#again = true;
    else if (!this.#stopped) void this.#run();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    this.#running = true;
    let failed = false;
    let done = false;
    while (!this.#stopped && !failed && (!done || this.#again)) {
      this.#again = false;
      try {
        done = await this.#work();
        this.#failures = 0;
      } catch {
        failed = true;
      }
    }
    this.#running = false;
    if (!failed || this.#stopped) return;
    const pause = pausesMs[Math.min(this.#failures, pausesMs.length - 1)];
    this.#failures += 1;
    // Asked for meanwhile: whoever asked may know that the way is free again.
    this.#timer = setTimeout(() => void this.#run(), this.#again ? 0 : pause);
  }
}
