import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { peopleRoutes } from '@remote-clerk/shared/contracts/http/people.ts';
import type { ConsultationId } from '@remote-clerk/shared/domain/ids.ts';

const everyMs = 2_000;
const againMs = 500;

/** Someone who writes a line now and then, from their page, over its line: each is tried until the server has taken it. */
export class ChatWriter {
  readonly #page: () => Page;
  readonly #name: string;
  #authorization = '';

  constructor(name: string, page: () => Page) {
    this.#name = name;
    this.#page = page;
    // A kiosk's token is in its page's memory alone; it is renewed now and then.
    page()
      .context()
      .on('request', (request) => {
        this.#authorization = request.headers().authorization ?? this.#authorization;
      });
  }

  /** @returns what stops it, gives every line `withinMs` to arrive, and says what was written */
  start(consultationId: ConsultationId): (withinMs: number) => Promise<string[]> {
    const lines: string[] = [];
    const stop = new AbortController();
    const end = new AbortController();
    const write = async () => {
      const deliveries: Promise<void>[] = [];
      while (!stop.signal.aborted) {
        const line = `${this.#name} ${randomUUID()}`;
        lines.push(line);
        deliveries.push(this.#deliver(consultationId, line, end.signal));
        await sleep(everyMs, undefined, { signal: stop.signal }).catch(() => undefined);
      }
      await Promise.all(deliveries);
    };
    const writing = write();
    return async (withinMs) => {
      stop.abort();
      const timer = setTimeout(() => end.abort(), withinMs);
      await writing;
      clearTimeout(timer);
      return lines;
    };
  }

  async #deliver(consultationId: ConsultationId, text: string, over: AbortSignal): Promise<void> {
    const path = peopleRoutes.writeChat.path.replace(':consultationId', consultationId);
    for (const key = randomUUID(); !over.aborted; await sleep(againMs)) {
      const isTaken = this.#page()
        .evaluate(post, { path, key, text, authorization: this.#authorization })
        .catch(() => false);
      if (await Promise.race([isTaken, aborted(over)])) return;
    }
  }
}

const aborted = (signal: AbortSignal) =>
  new Promise<false>((resolve) => signal.addEventListener('abort', () => resolve(false), { once: true }));

type Line = { path: string; key: string; text: string; authorization: string };

/** Runs in the page: nothing from outside it but its argument. */
async function post({ path, key, text, authorization }: Line): Promise<boolean> {
  const { ok } = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, ...(authorization && { authorization }) },
    body: JSON.stringify({ text }),
    signal: AbortSignal.timeout(5_000),
  });
  return ok;
}
