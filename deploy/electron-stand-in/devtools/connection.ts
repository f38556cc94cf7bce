import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';

const message = z.union([
  z.object({ id: z.int(), result: z.unknown().optional(), error: z.object({ message: z.string() }).optional() }),
  z.object({ method: z.string(), params: z.unknown(), sessionId: z.string().optional() }),
]);

type Parameters = Readonly<Record<string, unknown>>;

interface Waiting {
  method: string;
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

/** A kind of event that Chromium reports: its name and what of it is read. */
export interface EventKind<Params> {
  method: string;
  params: z.ZodType<Params>;
}

/** The DevTools protocol over a pipe: JSON messages that end with a zero byte. */
export class DevToolsConnection {
  readonly #output: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #events = new EventEmitter();
  #lastId = 0;
  #received = '';

  constructor(output: Writable, input: Readable) {
    this.#output = output;
    // Chromium may be gone before we are; that it is, its process tells.
    output.on('error', () => undefined);
    input.setEncoding('utf8').on('data', (text: string) => this.#receive(text));
    input.on('close', () => this.#giveUp());
  }

  /** `sessionId` says which page is meant; without one it is the browser. Rejects with the method and Chromium's reason. */
  send(method: string, params: Parameters = {}, sessionId?: string): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { method, resolve, reject });
      this.#output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  on<Params>(kind: EventKind<Params>, listener: (params: Params) => void, sessionId = ''): void {
    this.#events.on(`${sessionId} ${kind.method}`, (params: unknown) => listener(kind.params.parse(params)));
  }

  #receive(text: string): void {
    this.#received += text;
    const messages = this.#received.split('\0');
    this.#received = messages.pop() ?? '';
    for (const received of messages) this.#handle(message.parse(JSON.parse(received)));
  }

  #handle(received: z.infer<typeof message>): void {
    if ('method' in received) {
      this.#events.emit(`${received.sessionId ?? ''} ${received.method}`, received.params);
      return;
    }
    const waiting = this.#waiting.get(received.id);
    this.#waiting.delete(received.id);
    if (received.error) waiting?.reject(new Error(`${waiting.method}: ${received.error.message}`));
    else waiting?.resolve(received.result);
  }

  #giveUp(): void {
    for (const { method, reject } of this.#waiting.values()) reject(new Error(`${method}: Chromium is gone`));
    this.#waiting.clear();
  }
}
