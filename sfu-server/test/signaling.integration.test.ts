import { randomUUID } from 'node:crypto';
import { signalingRequests } from '@remote-clerk/shared/contracts/signaling/messages.ts';
import { base64url, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createSfuServer, type SfuServer } from '../src/app.ts';
import { aConsultation, FakeScheduler, until } from './fake-scheduler.ts';
import { dtlsParameters, vp8Parameters } from './media-parameters.ts';
import { RawClient } from './raw-client.ts';

type Claims = Parameters<FakeScheduler['sign']>[0];

let scheduler: FakeScheduler;
let sfu: SfuServer;

beforeAll(async () => {
  scheduler = await FakeScheduler.start();
  sfu = await createSfuServer(scheduler.config());
  await until(() => sfu.isReady(), 'the registration');
});
afterAll(async () => {
  await sfu.close();
  await scheduler.away();
});

const refusal = async (auth: object, origin?: string) => {
  const result = await RawClient.connect(sfu.url, auth, origin);
  if (result instanceof RawClient) result.close();
  return result instanceof RawClient ? 'admitted' : result;
};

async function connect(claims: Claims): Promise<RawClient> {
  const client = await RawClient.connect(sfu.url, { ticket: await scheduler.sign(claims) });
  if (!(client instanceof RawClient)) throw new Error(client);
  onTestFinished(() => client.close());
  return client;
}

describe('a call ticket', () => {
  it('admits once', async () => {
    const ticket = await scheduler.sign(aConsultation().citizen);
    expect(await refusal({ ticket })).toBe('admitted');
    expect(await refusal({ ticket })).toBe('ticket-refused');
  });

  it.each<[string, Record<string, unknown>]>([
    ['is for another node', { aud: 'sfu-other' }],
    ['is for an earlier boot of this node', { boot: randomUUID() }],
    ['is of another issuer', { iss: 'someone' }],
    ['has expired', { iat: Math.floor(Date.now() / 1000) - 120, exp: Math.floor(Date.now() / 1000) - 60 }],
    ['lives too long', { exp: Math.floor(Date.now() / 1000) + 3_600 }],
    ['was issued in the future, to live longer', { iat: Date.now() / 1000 + 3_600, exp: Date.now() / 1000 + 3_660 }],
    ['never expires', { exp: undefined }],
    ['has no id', { jti: undefined }],
    ['has a role that does not exist', { role: 'administrator' }],
  ])('is refused when it %s', async (_, more) => {
    expect(await refusal({ ticket: await scheduler.sign(aConsultation().citizen, more) })).toBe('ticket-refused');
  });

  it('is refused unsigned, signed otherwise, or changed', async () => {
    const ticket = await scheduler.sign(aConsultation().citizen);
    const [header = '', payload = '', signature = ''] = ticket.split('.');
    const withHeader = (alg: string) => base64url.encode(JSON.stringify({ alg, kid: 'test' }));
    const claims: Record<string, unknown> = JSON.parse(new TextDecoder().decode(base64url.decode(payload)));
    const withHmac = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: 'test' })
      .sign(new TextEncoder().encode('the public key, as if it were a shared secret'));
    const changed = base64url.encode(JSON.stringify({ ...claims, role: 'specialist' }));
    for (const forged of [
      `${withHeader('none')}.${payload}.`,
      `${withHeader('HS256')}.${payload}.${signature}`,
      withHmac,
      `${header}.${changed}.${signature}`,
      `${header}.${payload}`,
      'x'.repeat(4_000),
      'x'.repeat(5_000),
      '',
    ]) {
      expect(await refusal({ ticket: forged })).toBe('ticket-refused');
    }
    expect(await refusal({})).toBe('ticket-refused');
    expect(await refusal({ ticket: { $gt: '' } })).toBe('ticket-refused');
    // The real one still works: nothing above used it up.
    expect(await refusal({ ticket })).toBe('admitted');
  });

  it('is not even looked at from another site', async () => {
    const ticket = await scheduler.sign(aConsultation().citizen);
    expect(await refusal({ ticket }, 'https://elsewhere.example')).toBe('closed');
    expect(await refusal({ ticket }, 'http://127.0.0.1:4000')).toBe('admitted');
  });
});

/** One good payload for each request; the table below breaks it. */
const good: Record<keyof typeof signalingRequests, Record<string, unknown>> = {
  'room.capabilities': {},
  'room.join': { rtpCapabilities: {} },
  'room.admit': { ticket: 'x' },
  'room.leave': {},
  'transport.create': { direction: 'send' },
  'transport.connect': { transportId: randomUUID(), dtlsParameters },
  'transport.restart-ice': { transportId: randomUUID() },
  'producer.create': {
    transportId: randomUUID(),
    kind: 'video',
    source: 'camera',
    rtpParameters: vp8Parameters(),
    paused: false,
  },
  'producer.pause': { producerId: randomUUID() },
  'producer.resume': { producerId: randomUUID() },
  'producer.close': { producerId: randomUUID() },
  'consumer.resume': { consumerId: randomUUID() },
  'consumer.prefer-layers': { consumerId: randomUUID(), spatialLayer: 1 },
  'signaling.beat': {},
  'quality.report': {
    roundTripMs: 10,
    packetLossPercent: 0,
    jitterMs: 1,
    framesPerSecond: 30,
    freezes: 0,
    seconds: 3,
  },
};
const table = Object.entries(good);
const withBody = table.filter(([, payload]) => Object.keys(payload).length > 0);

describe('every request', () => {
  it('has a row here', () => {
    expect(Object.keys(good).sort()).toEqual(Object.keys(signalingRequests).sort());
  });

  it.each(table)('%s refuses what is not an object', async (name) => {
    const client = await connect(aConsultation().citizen);
    for (const payload of [null, 'text', 7, [], true]) {
      expect(await client.outcome(name, payload)).toBe('invalid-request');
    }
  });

  it.each(withBody)('%s names every field that is wrong', async (name, payload) => {
    const client = await connect(aConsultation().citizen);
    expect(await client.outcome(name, {})).toBe('invalid-request');
    expect(await client.outcome(name, new Uint8Array(16))).toBe('invalid-request');
    for (const field of Object.keys(payload)) {
      expect(await client.outcome(name, { ...payload, [field]: { __proto__: null, a: -1 } })).toBe(
        field === 'rtpCapabilities' ? 'ok' : 'invalid-request',
      );
    }
  });

  it.each(table)(
    '%s of a message that is far too large closes the connection, and nothing else',
    async (name, payload) => {
      const client = await connect(aConsultation().citizen);
      const asked = client.outcome(name, { ...payload, ballast: 'x'.repeat(70_000) });
      await until(() => !client.isConnected, 'the connection to close');
      await asked;
      expect(await refusal({ ticket: await scheduler.sign(aConsultation().citizen) })).toBe('admitted');
    },
  );

  it('of an unknown name is not found', async () => {
    const client = await connect(aConsultation().citizen);
    for (const name of ['room.destroy', 'constructor', '__proto__', 'consumer.new', '']) {
      expect(await client.outcome(name, {})).toBe('not-found');
    }
  });

  it('that wants no answer is ignored', async () => {
    const client = await connect(aConsultation().citizen);
    client.socket.emit('room.leave', {});
    client.socket.emit('room.leave');
    client.socket.emit('room.leave', {}, 'not a function');
    expect(await client.outcome('room.capabilities', {})).toBe('ok');
  });

  it('is answered a hundred times at once, and then refused', async () => {
    const client = await connect(aConsultation().citizen);
    const outcomes = await Promise.all(Array.from({ length: 300 }, () => client.outcome('room.capabilities', {})));
    expect(new Set(outcomes)).toEqual(new Set(['ok', 'too-many-requests']));
    expect(outcomes.filter((outcome) => outcome === 'ok').length).toBeGreaterThanOrEqual(100);
  });
});
