import { Agent, request } from 'node:http';
import { z } from 'zod';

const Refusal = z.object({ type: z.string(), alternatives: z.array(z.string()).optional() });

export type Answer = { status: number; ms: number; outcome: string; alternatives: number; body: unknown };

/** A browser without a page and with a connection of its own that stays open. */
export function createVisitor(url: string, cookie = '') {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  return {
    close: () => agent.destroy(),

    send: (method: 'GET' | 'POST', path: string, body?: object, idempotencyKey?: string) =>
      new Promise<Answer>((resolve, reject) => {
        const from = performance.now();
        const text = body ? JSON.stringify(body) : '';
        const headers = {
          origin: url,
          ...(cookie && { cookie }),
          ...(body && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
          ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
        };
        const sent = request(url + path, { method, agent, headers }, async (response) => {
          const chunks: Buffer[] = [];
          for await (const chunk of response) chunks.push(Buffer.from(chunk));
          const ms = performance.now() - from;
          const status = response.statusCode ?? 0;
          const content: unknown = JSON.parse(Buffer.concat(chunks).toString() || '{}');
          const refusal = status >= 400 ? Refusal.safeParse(content).data : undefined;
          resolve({
            status,
            ms,
            outcome: refusal ? refusal.type.replace(/^.*:/, '') : `${status}`,
            alternatives: refusal?.alternatives?.length ?? 0,
            body: content,
          });
        });
        sent.once('error', reject);
        sent.end(text);
      }),
  };
}

/** Signs in. @returns the session's cookie */
export async function signIn(url: string, credentials: { username: string; password: string }): Promise<string> {
  const response = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(credentials),
  });
  if (!response.ok) throw new Error(`${credentials.username} could not sign in: ${response.status}`);
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Does `work` for each item, `width` at a time. */
export async function inParallel<Item>(items: readonly Item[], width: number, work: (item: Item) => Promise<void>) {
  const left = items.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const item of left) await work(item);
    }),
  );
}
