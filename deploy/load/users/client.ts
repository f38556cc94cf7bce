import { Agent, request } from 'node:http';
import { type ApiClient, createApiClient } from '@remote-clerk/shared/contracts/http/client.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Note, Who } from './ledger.ts';

/** A browser without a page: one connection that stays open, one request after another, each timed and noted. */
export function createClient(url: string, who: Who, note: Note, headers: () => Record<string, string>) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  /** Of the last request, from its first byte to the last one of its answer; what reading it takes is not the server's. */
  let ms = 0;
  const api = createApiClient({
    baseUrl: url,
    headers,
    async fetch(input, init) {
      const from = performance.now();
      try {
        return await send(agent, String(input), init);
      } finally {
        ms = performance.now() - from;
      }
    },
  });
  return {
    /** Uncounted: what comes before the work. */
    api,
    /** @returns undefined for a refusal, which is noted */
    async act<Reply>(action: string, call: (api: ApiClient) => Promise<Reply>): Promise<Reply | undefined> {
      try {
        const reply = await call(api);
        note({ who, action, ms, problem: null });
        return reply;
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        const cause = error.cause instanceof Error ? `: ${error.cause.message}` : '';
        note({ who, action, ms, problem: error.type, detail: error.message + cause });
        return undefined;
      }
    },
    close: () => agent.destroy(),
  };
}

const send = (agent: Agent, address: string, init: RequestInit = {}) =>
  new Promise<Response>((resolve, reject) => {
    const body = typeof init.body === 'string' ? init.body : undefined;
    const headers = {
      ...Object.fromEntries(new Headers(init.headers)),
      ...(body && { 'content-length': Buffer.byteLength(body) }),
    };
    const sent = request(address, { method: init.method ?? 'GET', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const status = response.statusCode ?? 500;
        resolve(new Response(status === 204 ? null : Buffer.concat(chunks), { status }));
      });
    });
    sent.once('error', reject);
    sent.end(body);
  });
