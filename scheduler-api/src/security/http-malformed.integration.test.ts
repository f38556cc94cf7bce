import { gzipSync } from 'node:zlib';
import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { type RouteName, routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { Route } from '@remote-clerk/shared/contracts/http/route.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { type Given, routeExamples } from '../testing/route-examples.ts';
import { createScene, type Scene } from '../testing/scene.ts';
import { readAnswer, sendRequest } from '../testing/send-request.ts';
import { fieldsOf, spoil } from '../testing/spoil.ts';
import { createWorld } from '../testing/world.ts';

let api: TestApi;
let scene: Scene;
beforeAll(async () => {
  api = await bootApi();
  scene = await createScene(api);
});
afterAll(() => api.close());

const names = Object.keys(routeExamples).filter((name): name is RouteName => name in routes);
const routeOf = (name: RouteName): Route => routes[name];
const withBody = names.filter((name) => routeOf(name).body);
const withParams = names.filter((name) => routeOf(name).params);
const withQuery = names.filter((name) => routeOf(name).query);
const idempotent = names.filter((name) => routeOf(name).idempotent);

async function clientFor(name: RouteName) {
  const { by } = routeExamples[name];
  const [first] = by === 'everyone' ? [] : by;
  return first ? scene.callers[first].client : api.client();
}
const contentTypeJson = { 'content-type': 'application/json', 'idempotency-key': 'a key of the test' };

describe('a body that is no JSON object of its route', () => {
  it.each(withBody)('%s', async (name) => {
    const route = routeOf(name);
    const client = await clientFor(name);
    const given = await routeExamples[name].given(scene);
    const send = async (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = contentTypeJson) => {
      const answer = await sendRequest(client, route, given, { headers, body });
      return answer.problem;
    };
    expect(await send('{"a":')).toBe('malformed-json');
    expect(await send('{"a":1}}')).toBe('malformed-json');
    expect(await send('\u0000')).toBe('malformed-json');
    for (const none of ['null', '[]', '1', '"text"', '[{}]']) expect(await send(none)).toBe('invalid-request');
    expect(await send('['.repeat(30_000))).toBe('malformed-json');
    expect(await send('['.repeat(30_000) + ']'.repeat(30_000))).toBe('invalid-request');
    const much = Math.max(70_000, route.largestBody ?? 0);
    expect(await send(JSON.stringify({ filler: 'x'.repeat(much) }))).toBe('too-large');
    for (const other of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'nonsense',
    ].filter((type) => !route.form || type !== 'application/x-www-form-urlencoded'))
      expect(await send('{}', { ...contentTypeJson, 'content-type': other })).toBe('unsupported-media-type');
    const packed = { ...contentTypeJson, 'content-encoding': 'gzip' };
    expect(await send(gzipSync(JSON.stringify({ filler: 'x'.repeat(much + 5_000_000) })), packed)).toBe('too-large');
    expect(await send('not packed at all', packed)).toBe('invalid-request');
    expect(await send('{}', { ...contentTypeJson, 'content-encoding': 'none-such' })).toBe('unsupported-media-type');
  });
});

describe('every field of a body, wrong in every way', () => {
  it.each(withBody)('%s', async (name) => {
    const route = routeOf(name);
    const client = await clientFor(name);
    const given = await routeExamples[name].given(scene);
    const schema = route.body;
    if (!schema) throw new Error('no body');
    for (const { what, value } of spoil(schema, given.body ?? {})) {
      const answer = await sendRequest(client, route, { ...given, body: value });
      const parsed = schema.safeParse(value);
      // Directories that others have named are asked for passwords, and are not there.
      const isAway = answer.problem === 'provider-unavailable';
      if (parsed.success) expect({ what, status: answer.status }).toSatisfy(({ status }) => status < 500 || isAway);
      else {
        expect({ what, problem: answer.problem }).toEqual({ what, problem: 'invalid-request' });
        expect(answer.errors.every((pointer) => pointer.startsWith('/body/'))).toBe(true);
      }
      expect(answer.text.length).toBeLessThan(100_000);
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

const wrongInAddress = [
  'x',
  '%00',
  '%2e%2e%2f%2e%2e%2fetc',
  '__proto__',
  '00000000-0000-0000-0000',
  'null',
  `${'a'.repeat(4_000)}`,
  '%F0%9F%92%A9',
  `' or 1=1`,
];

describe('every part of an address, wrong in every way', () => {
  it.each(withParams)('%s', async (name) => {
    const client = await clientFor(name);
    const given = await routeExamples[name].given(scene);
    for (const param of Object.keys(given.params ?? {})) {
      const address = (value: string): Given => ({ ...given, params: { ...given.params, [param]: value } });
      for (const wrong of wrongInAddress) {
        const { problem, errors } = await sendRequest(client, routeOf(name), address(wrong));
        expect({ wrong, problem, errors }).toEqual({ wrong, problem: 'invalid-request', errors: [`/params/${param}`] });
      }
      const nobodys = await sendRequest(client, routeOf(name), address('00000000-0000-4000-8000-00000000ffff'));
      // Of what a browser has begun at a provider nothing is told, not even that there is no such thing.
      expect(nobodys.problem).toBe(name === 'completeCitizenSignIn' ? 'sign-in-failed' : 'not-found');
      const loud = await sendRequest(client, routeOf(name), address((given.params?.[param] ?? '').toUpperCase()));
      expect(loud.status).toBeLessThan(500);
    }
  });
});

describe('every part of a query, wrong in every way', () => {
  const values = [
    '',
    'x',
    '-1',
    '0',
    '1e9',
    '999999999999',
    'NaN',
    '\u0000',
    'a\u0000b',
    'ā'.repeat(500),
    '%',
    '\\',
    "'",
    '[]',
    'null',
  ];
  const cursors = [
    '0000-01-01T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
    '-000001-01-01T00:00:00.000Z',
    'infinity',
    '2027-02-29T00:00:00.000Z',
  ].map((at) => Buffer.from(`${at} 00000000-0000-4000-8000-000000000000`).toString('base64url'));

  it.each(withQuery)('%s', async (name) => {
    const client = await clientFor(name);
    const schema = routeOf(name).query;
    if (!schema) throw new Error('no query');
    const given = await routeExamples[name].given(scene);
    for (const [field = ''] of fieldsOf(schema)) {
      for (const value of [...values, ...cursors]) {
        const answer = await sendRequest(client, routeOf(name), {
          ...given,
          query: { ...given.query, [field]: value },
        });
        const what = `${field}=${value.slice(0, 40)}`;
        // A number that is well-formed may be no case's.
        const isNobodys = field === 'caseNumber' && answer.problem === 'not-found';
        if (answer.status !== 200 && !isNobodys)
          expect({ what, problem: answer.problem, errors: answer.errors }).toEqual({
            what,
            problem: 'invalid-request',
            errors: [`/query/${field}`],
          });
      }
      const twice = await client.raw(`${routeOf(name).path}?${field}=1&${field}=2&${field}[a]=3&__proto__[polluted]=1`);
      expect((await readAnswer(twice)).status).toBeLessThan(500);
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('an idempotency key', () => {
  it.each(idempotent)('missing, malformed, raced and used for something else: %s', async (name) => {
    const route = routeOf(name);
    const client = await clientFor(name);
    const keyless = await routeExamples[name].given(scene);
    for (const key of ['', 'short', 'with a space in it', 'ā'.repeat(10), 'x'.repeat(129)]) {
      const headers = {
        'content-type': 'application/json',
        ...(key && { 'idempotency-key': encodeURI(key).replaceAll('%20', ' ').slice(0, 129) }),
      };
      const answer = await sendRequest(client, route, keyless, { headers });
      if (encodeURI(key).length >= 8 && !key.includes(' ') && encodeURI(key).length <= 128) continue;
      expect(answer.errors).toEqual(['/headers/Idempotency-Key']);
    }
    await scene.freeKiosks();
    const given = await routeExamples[name].given(scene);
    const idempotencyKey = crypto.randomUUID();
    const raced = await Promise.all(
      Array.from({ length: 5 }, () => sendRequest(client, route, { ...given, idempotencyKey })),
    );
    expect(raced.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => route.status));
    // Members of a kept reply may stand in another order.
    const replies = raced.map(({ text }) => JSON.parse(text));
    for (const reply of replies) expect(reply).toEqual(replies[0]);
    const another =
      route.body && fieldsOf(route.body).length > 0
        ? { ...given, body: { ...given.body, ...differently(given) }, idempotencyKey }
        : { ...(await routeExamples[name].given(scene)), idempotencyKey };
    expect((await sendRequest(client, route, another)).problem).toBe('idempotency-mismatch');
  });

  /** The same request about something else: the first of these that its body has. */
  const others = {
    language: 'uk',
    code: 'K7M2QX9DA',
    version: 999,
    note: 'Cits',
    text: 'Cits',
    why: 'Cits',
    dueAt: '2026-12-31T00:00:00.000Z',
    jpeg: '/9j/4Q==',
    orphans: 'refuse',
    name: { lv: 'C', en: 'C', ru: 'C', uk: 'C' },
  };
  const differently = ({ body = {} }: Given) => {
    if (typeof body.name === 'string') return { name: 'Cits' };
    const [field, other] = Object.entries(others).find(([name]) => name in body) ?? ['name', others.name];
    return { [field]: other };
  };
});

it('after all that a consultation can be asked for, taken and ended', async () => {
  const world = await createWorld(api);
  await world.node({ id: 'sfu-2' });
  const specialist = await world.specialist();
  const kiosk = await world.kiosk();
  const { consultationId } = await kiosk.ask();
  const params = { consultationId };
  const { call } = await specialist.client.call(consultationRoutes.acceptConsultation, { params, body: {} });
  expect(call.standing).toBe('participant');
  await kiosk.client.call(consultationRoutes.endConsultation, { params, body: {} });
});
