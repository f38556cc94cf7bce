import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ProblemError } from '../../domain/problems.ts';
import { toProblem } from '../problem.ts';
import { createApiClient } from './client.ts';
import { defineRoutes } from './route.ts';

const routes = defineRoutes({
  find: {
    method: 'get',
    path: '/api/v1/things/:name/parts',
    tag: 'Thing',
    summary: 'Find',
    permission: 'public',
    params: z.object({ name: z.string() }),
    query: z.object({ size: z.coerce.number().optional(), colour: z.string().optional() }),
    reply: z.object({ found: z.coerce.number() }),
    status: 200,
  },
  make: {
    method: 'post',
    path: '/api/v1/things',
    tag: 'Thing',
    summary: 'Make',
    permission: 'public',
    body: z.object({ name: z.string() }),
    reply: z.object({}),
    status: 204,
    idempotent: true,
  },
});

function clientThatGets(answer: () => Response | Promise<Response>) {
  const sent: Request[] = [];
  const client = createApiClient({
    baseUrl: 'http://api.example',
    headers: () => ({ authorization: 'Bearer token' }),
    fetch: async (input, init) => {
      sent.push(new Request(input, init));
      return answer();
    },
  });
  return { client, sent };
}
const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => 'accepted',
    (error: unknown) => error,
  );

describe('the API client', () => {
  it('puts everything in its place and parses the reply', async () => {
    const { client, sent } = clientThatGets(() => Response.json({ found: '2', more: true }));
    const reply = await client.call(routes.find, { params: { name: 'a/b č' }, query: { size: 3 } });
    expect(reply).toEqual({ found: 2 });
    expect(sent[0]?.url).toBe('http://api.example/api/v1/things/a%2Fb%20%C4%8D/parts?size=3');
    expect(sent[0]?.headers.get('authorization')).toBe('Bearer token');
  });

  it('sends JSON and the idempotency key, and takes an empty answer', async () => {
    const { client, sent } = clientThatGets(() => new Response(null, { status: 204 }));
    await client.call(routes.make, { body: { name: 'x' }, idempotencyKey: 'key-0001' });
    expect(await sent[0]?.json()).toEqual({ name: 'x' });
    expect(sent[0]?.headers.get('content-type')).toBe('application/json');
    expect(sent[0]?.headers.get('idempotency-key')).toBe('key-0001');
  });

  it('throws the refusal', async () => {
    const problem = toProblem(new ProblemError('too-many-requests', 'Slowly', { retryAfterSeconds: 5 }));
    const { client } = clientThatGets(() => Response.json(problem, { status: 429 }));
    expect(
      await rejection(client.call(routes.make, { body: { name: 'x' }, idempotencyKey: 'key-0001' })),
    ).toMatchObject({
      type: 'too-many-requests',
      message: 'Slowly',
      retryAfterSeconds: 5,
    });
  });

  it.each([
    ['cannot be reached', () => Promise.reject(new TypeError('fetch failed'))],
    ['answers through a proxy that fails', () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
    ['answers a page where a reply should be', () => new Response('<!doctype html>')],
  ])('calls a server unavailable that %s', async (_what, answer) => {
    const { client } = clientThatGets(answer);
    expect(await rejection(client.call(routes.find, { params: { name: 'a' }, query: {} }))).toMatchObject({
      type: 'unavailable',
    });
  });

  it('throws the reason when it was aborted', async () => {
    const { client } = clientThatGets(() => Promise.reject(new DOMException('over', 'AbortError')));
    const signal = AbortSignal.abort();
    expect(await rejection(client.call(routes.find, { params: { name: 'a' }, query: {}, signal }))).toMatchObject({
      name: 'AbortError',
    });
  });
});
