import { defineRoutes, type Route } from '@remote-clerk/shared/contracts/http/route.ts';
import { sessionRoutes } from '@remote-clerk/shared/contracts/http/sessions.ts';
import { Nothing } from '@remote-clerk/shared/contracts/messages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Feature } from '../feature.ts';
import { createIdentity } from '../identity/feature.ts';
import { createLogger } from '../logger.ts';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import type { TestClient } from '../testing/test-client.ts';
import { bind } from './bind.ts';

const things = defineRoutes({
  readThing: {
    method: 'get',
    path: '/api/v1/things/:thingId',
    tag: 'Thing',
    summary: 'A thing',
    permission: 'public',
    params: z.object({ thingId: z.uuid() }),
    query: z.object({ size: z.coerce.number().int().optional() }),
    reply: z.object({ thingId: z.string(), size: z.number().nullable() }),
    status: 200,
  },
  createThing: {
    method: 'post',
    path: '/api/v1/things',
    tag: 'Thing',
    summary: 'Make a thing',
    permission: 'organisation.manage',
    body: z.object({ name: z.string().min(1), size: z.int().positive() }),
    reply: z.object({ number: z.int() }),
    status: 201,
    idempotent: true,
  },
  updateThing: {
    method: 'put',
    path: '/api/v1/things/:thingId',
    tag: 'Thing',
    summary: 'Change a thing',
    permission: 'public',
    params: z.object({ thingId: z.uuid() }),
    query: z.object({ size: z.coerce.number().int() }),
    body: z.object({ name: z.string() }),
    reply: Nothing,
    status: 204,
  },
  breakThing: {
    method: 'delete',
    path: '/api/v1/things',
    tag: 'Thing',
    summary: 'Fail',
    permission: 'public',
    reply: Nothing,
    status: 204,
  },
});
const contract = { ...things, ...sessionRoutes };
const thingId = '0190c2f4-7b1e-7000-8000-000000000001';

/** Of signing in what the contract of these tests has. */
const sessionsOnly = (identity: Feature): Feature => ({
  ...identity,
  routes: identity.routes?.filter(({ route }) => Object.values<Route>(sessionRoutes).includes(route)) ?? [],
});

const log: string[] = [];
let made = 0;
let refuseNext = false;
let api: TestApi;
let client: TestClient;

beforeAll(async () => {
  api = await bootApi({
    overrides: {
      logger: createLogger('info', { write: (line) => void log.push(line) }),
      contract,
      frontEnds: {},
      features: (context) => [
        sessionsOnly(createIdentity(context)),
        {
          routes: [
            bind(things.readThing, ({ params, query }) => ({
              ...params,
              size: query.size ?? null,
              secret: 'not in the contract',
            })),
            bind(things.createThing, async ({ principal, body }) => {
              made += 1;
              const number = made;
              await context.db.connection('organisations').insert({
                id: context.ids.uuid(),
                name: `${body.name} of ${principal.post}`,
                created_at: context.clock.now(),
              });
              if (refuseNext) {
                refuseNext = false;
                throw new ProblemError('conflict');
              }
              return { number };
            }),
            bind(things.updateThing, () => ({})),
            bind(things.breakThing, ({ setCookie }) => {
              setCookie('left-over', 'value');
              throw new Error('the password of the database is hunter2');
            }),
          ],
        },
      ],
    },
  });
});
afterAll(() => api.close());
beforeEach(() => {
  client = api.client();
  made = 0;
});

const json = { 'content-type': 'application/json' };
const refusal = async (response: Response) => {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  return z
    .looseObject({ type: z.string().transform((type) => type.split(':').at(-1)), status: z.number() })
    .parse(await response.json());
};
const administrator = async () => {
  const browser = api.client();
  await browser.signIn(await api.build.account({ role: 'administrator' }));
  return browser;
};

describe('what is refused before a handler sees it', () => {
  it('names every wrong field of every part at once', async () => {
    const response = await client.raw('/api/v1/things/none?size=big', {
      method: 'PUT',
      headers: json,
      body: '{"name":1}',
    });
    expect(await refusal(response)).toMatchObject({
      type: 'invalid-request',
      status: 400,
      errors: [{ pointer: '/params/thingId' }, { pointer: '/query/size' }, { pointer: '/body/name' }],
      requestId: response.headers.get('x-request-id'),
    });
  });

  it.each([
    ['JSON that is none', json, '{"name":', 'malformed-json', 400],
    ['a body that is no object', json, 'null', 'invalid-request', 400],
    ['no body at all', {}, undefined, 'invalid-request', 400],
    ['another content type', { 'content-type': 'text/plain' }, '{}', 'unsupported-media-type', 415],
    ['another charset', { 'content-type': 'application/json; charset=koi8-r' }, '{}', 'unsupported-media-type', 415],
    ['more than 64 kB', json, JSON.stringify({ name: 'x'.repeat(65_537) }), 'too-large', 413],
  ])('%s', async (_what, headers, body, type, status) => {
    const response = await client.raw(`/api/v1/things/${thingId}?size=1`, {
      method: 'PUT',
      headers: { ...headers },
      ...(body !== undefined && { body }),
    });
    expect(await refusal(response)).toMatchObject({ type, status });
    expect(response.status).toBe(status);
  });

  it('an address that does not exist', async () => {
    expect(await refusal(await client.raw('/api/v1/nothing'))).toMatchObject({ type: 'not-found' });
    expect(await refusal(await client.raw('/nothing'))).toMatchObject({ type: 'not-found' });
  });

  it('an address that cannot be decoded', async () => {
    expect(await refusal(await client.raw('/api/v1/things/%E0%A4%A'))).toMatchObject({ type: 'invalid-request' });
  });

  it('a method that the address does not take, saying which it takes', async () => {
    const response = await client.raw('/api/v1/things', { method: 'PATCH', headers: json, body: '{}' });
    expect(await refusal(response)).toMatchObject({ type: 'method-not-allowed', status: 405 });
    expect(response.headers.get('allow')).toBe('POST, DELETE');
  });

  it('nobody, and those without the permission', async () => {
    const nobody = await client
      .call(things.createThing, { body: { name: 'a', size: 1 }, idempotencyKey: 'key-00001' })
      .catch((error) => error);
    expect(nobody).toMatchObject({ type: 'not-signed-in' });
    await client.signIn(await api.build.account({ role: 'clerk' }));
    const clerk = await client
      .call(things.createThing, { body: { name: 'a', size: 1 }, idempotencyKey: 'key-00001' })
      .catch((error) => error);
    expect(clerk).toMatchObject({ type: 'not-allowed' });
  });

  it('an Authorization header that nobody knows, whatever cookie came with it', async () => {
    const browser = await administrator();
    browser.useBearer('unknown');
    const response = await browser.raw('/api/v1/sessions/current');
    expect(await refusal(response)).toMatchObject({ type: 'not-signed-in' });
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
  });
});

describe('requests from other sites', () => {
  it.each([
    [{ origin: 'https://elsewhere.example' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'none', origin: 'http://localhost:4000' }],
    [{ origin: 'null' }],
  ])('may change nothing: %j', async (headers) => {
    const browser = await administrator();
    const response = await browser.raw('/api/v1/sessions/current', { method: 'DELETE', headers: { ...headers } });
    expect(await refusal(response)).toMatchObject({ type: 'cross-site', status: 403 });
    expect((await browser.raw('/api/v1/sessions/current')).status).toBe(200);
  });

  it('nor with a cookie and no word of where they are from', async () => {
    const browser = await administrator();
    const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
    const response = await fetch(`${api.url}/api/v1/sessions/current`, { method: 'DELETE', headers: { cookie } });
    expect(await refusal(response)).toMatchObject({ type: 'cross-site' });
  });

  it('while our own page may', async () => {
    const browser = await administrator();
    const response = await browser.raw('/api/v1/sessions/current', {
      method: 'DELETE',
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    expect(response.status).toBe(200);
  });
});

describe('replies', () => {
  it('hold what the contract says and nothing more', async () => {
    const response = await client.raw(`/api/v1/things/${thingId}?size=3`);
    expect(await response.json()).toEqual({ thingId, size: 3 });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('tell nothing of what broke inside, and leave no cookie of it', async () => {
    const response = await client.raw('/api/v1/things', { method: 'DELETE' });
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(JSON.parse(text)).toEqual({
      type: 'urn:remote-clerk:problem:internal',
      title: 'Something went wrong on our side',
      status: 500,
      requestId: response.headers.get('x-request-id'),
    });
    expect(response.headers.getSetCookie()).toEqual([]);
  });
});

describe('the log', () => {
  it('says who was refused what, by ids, and where a failure came from', async () => {
    const account = await api.build.account({ role: 'clerk' });
    await client.signIn(account);
    log.length = 0;
    const refused = await client.raw('/api/v1/things', {
      method: 'POST',
      headers: json,
      body: '{"name":"secret-name"}',
    });
    const failed = await client.raw('/api/v1/things?name=secret-name', { method: 'DELETE' });
    const lines = log.map((line): unknown => JSON.parse(line));
    expect(lines).toContainEqual(
      expect.objectContaining({
        problem: 'not-allowed',
        requestId: refused.headers.get('x-request-id'),
        route: '/api/v1/things',
        principal: `staff:${account.id}`,
      }),
    );
    expect(lines).toContainEqual(
      expect.objectContaining({
        requestId: failed.headers.get('x-request-id'),
        err: expect.objectContaining({ stack: expect.stringContaining('http.integration.test') }),
      }),
    );
    expect(log.join('')).not.toMatch(/secret-name|session=/);
  });
});

describe('an idempotent route', () => {
  const make = (browser: TestClient, idempotencyKey: string, size = 1) =>
    browser.call(things.createThing, { body: { name: 'a', size }, idempotencyKey });
  const count = async () => (await api.context.db.connection('organisations')).length;

  it('needs a key', async () => {
    const browser = await administrator();
    for (const headers of [json, { ...json, 'idempotency-key': 'short' }]) {
      const response = await browser.raw('/api/v1/things', { method: 'POST', headers, body: '{"name":"a","size":1}' });
      expect(await refusal(response)).toMatchObject({
        type: 'invalid-request',
        errors: [{ pointer: '/headers/Idempotency-Key' }],
      });
    }
    expect(made).toBe(0);
  });

  it('does a thing once and gives its reply again', async () => {
    const browser = await administrator();
    const replies = [await make(browser, 'the-same-key'), await make(browser, 'the-same-key')];
    expect(replies).toEqual([{ number: 1 }, { number: 1 }]);
    expect(made).toBe(1);
  });

  it('does it once too when all tries come at the same moment', async () => {
    const browser = await administrator();
    const before = await count();
    const replies = await Promise.all(Array.from({ length: 12 }, () => make(browser, 'racing-key')));
    expect(new Set(replies.map(({ number }) => number)).size).toBe(1);
    expect((await count()) - before).toBe(1);
  });

  it('refuses a key that was used for something else', async () => {
    const browser = await administrator();
    await make(browser, 'one-purpose', 1);
    await expect(make(browser, 'one-purpose', 2)).rejects.toMatchObject({ type: 'idempotency-mismatch' });
  });

  it('keeps the keys of different people apart', async () => {
    await make(await administrator(), 'shared-key');
    expect(await make(await administrator(), 'shared-key')).toEqual({ number: 2 });
  });

  it('undoes what a refused try wrote, and lets the key be tried again', async () => {
    const browser = await administrator();
    const before = await count();
    refuseNext = true;
    await expect(make(browser, 'tried-twice')).rejects.toMatchObject({ type: 'conflict' });
    expect(await count()).toBe(before);
    expect(await make(browser, 'tried-twice')).toEqual({ number: 2 });
  });

  it('forgets keys after a day', async () => {
    const browser = await administrator();
    await make(browser, 'old-key-of-today');
    api.clock.advance(25 * 3_600_000);
    await api.jobs.tick();
    expect(await api.context.db.connection('idempotency_keys')).toEqual([]);
  });
});
