import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { challengePrefix, KioskPublicKey, kioskRoutes } from '@remote-clerk/shared/contracts/http/kiosks.ts';
import { sessionRoutes } from '@remote-clerk/shared/contracts/http/sessions.ts';
import { kioskNamespace, staffNamespace } from '@remote-clerk/shared/contracts/live/messages.ts';
import { nodeNamespace } from '@remote-clerk/shared/contracts/node/messages.ts';
import type { KioskId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { organisationScope } from '../db/scope.ts';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { testOrigin } from '../testing/test-config.ts';
import { openSocket } from '../testing/test-socket.ts';
import { createWorld, type World, type WorldKiosk } from '../testing/world.ts';

let api: TestApi;
let world: World;
let kiosk: WorldKiosk;
beforeEach(async () => {
  api = await bootApi();
  world = await createWorld(api);
  kiosk = await world.kiosk();
});
afterEach(() => api.close());

const problemOf = (call: Promise<unknown>) =>
  call.then(
    () => 'not refused',
    (error: unknown) => (error instanceof ProblemError ? error.type : error),
  );
const challengeFor = async (kioskId: KioskId) =>
  (await api.client().call(kioskRoutes.challengeKiosk, { body: { kioskId } })).challenge;
const signed = (text: string, key: KeyObject) => sign(null, Buffer.from(text), key).toString('base64url');
const prove = (kioskId: KioskId, challenge: string, signature: string) =>
  problemOf(api.client().call(kioskRoutes.startKioskSession, { body: { kioskId, challenge, signature } }));
const municipality = () => organisationScope(world.municipality.id);
const newKey = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { privateKey, publicKey: KioskPublicKey.parse(publicKey.export({ format: 'jwk' })) };
};
const enrol = (code: string, { publicKey } = newKey()) =>
  problemOf(api.client().call(kioskRoutes.enrolKiosk, { body: { code, publicKey } }));
const view = (token: string) => {
  const client = api.client();
  client.useBearer(token);
  return problemOf(client.call(kioskRoutes.readKioskView));
};

describe('a challenge', () => {
  it('is good for one session', async () => {
    const challenge = await challengeFor(kiosk.id);
    const signature = signed(challengePrefix + challenge, kiosk.privateKey);
    expect(await prove(kiosk.id, challenge, signature)).toBe('not refused');
    expect(await prove(kiosk.id, challenge, signature)).toBe('kiosk-not-proven');
  });

  it('answered by many at once is good for one session', async () => {
    const challenge = await challengeFor(kiosk.id);
    const signature = signed(challengePrefix + challenge, kiosk.privateKey);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => prove(kiosk.id, challenge, signature)));
    expect(outcomes.filter((outcome) => outcome === 'not refused')).toHaveLength(1);
  });

  it('is used up by a wrong answer', async () => {
    const challenge = await challengeFor(kiosk.id);
    expect(await prove(kiosk.id, challenge, signed(challenge, newKey().privateKey))).toBe('kiosk-not-proven');
    const right = signed(challengePrefix + challenge, kiosk.privateKey);
    expect(await prove(kiosk.id, challenge, right)).toBe('kiosk-not-proven');
  });

  it('is good for a minute', async () => {
    const early = await challengeFor(kiosk.id);
    api.clock.advance(59_999);
    expect(await prove(kiosk.id, early, signed(challengePrefix + early, kiosk.privateKey))).toBe('not refused');
    const late = await challengeFor(kiosk.id);
    api.clock.advance(60_000);
    expect(await prove(kiosk.id, late, signed(challengePrefix + late, kiosk.privateKey))).toBe('kiosk-not-proven');
  });

  it('is good for the kiosk that got it', async () => {
    const other = await world.kiosk({ online: false });
    const challenge = await challengeFor(other.id);
    const signature = signed(challengePrefix + challenge, kiosk.privateKey);
    expect(await prove(kiosk.id, challenge, signature)).toBe('kiosk-not-proven');
    expect(await prove(other.id, challenge, signature)).toBe('kiosk-not-proven');
  });

  it('must be signed with the kiosk’s key, and nothing but a challenge is', async () => {
    const wrongKey = await challengeFor(kiosk.id);
    const another = signed(challengePrefix + wrongKey, newKey().privateKey);
    expect(await prove(kiosk.id, wrongKey, another)).toBe('kiosk-not-proven');
    const bare = await challengeFor(kiosk.id);
    expect(await prove(kiosk.id, bare, signed(bare, kiosk.privateKey))).toBe('kiosk-not-proven');
  });

  it('is given for a kiosk that does not exist as for one that does, and is good for nothing', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    const { challenge } = await api.client().call(kioskRoutes.challengeKiosk, { body: { kioskId: nobody } });
    const body = { kioskId: nobody, challenge, signature: signed(challengePrefix + challenge, newKey().privateKey) };
    expect(await problemOf(api.client().call(kioskRoutes.startKioskSession, { body }))).toBe('kiosk-not-proven');
  });
});

describe('an enrolment code', () => {
  const newCode = async () => (await world.services.enrolment.createCode(municipality(), kiosk.id)).code;

  it('enrols once, however it is typed', async () => {
    const code = await newCode();
    expect(await enrol(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe('not refused');
    expect(await enrol(code)).toBe('code-not-valid');
  });

  it('enrols one, however many try it at once', async () => {
    const code = await newCode();
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => enrol(code)));
    expect(outcomes.filter((outcome) => outcome === 'not refused')).toHaveLength(1);
  });

  it('is good for a day, and only until the next one is made', async () => {
    const first = await newCode();
    const second = await newCode();
    expect(await enrol(first)).toBe('code-not-valid');
    api.clock.advance(24 * 3_600_000);
    expect(await enrol(second)).toBe('code-not-valid');
  });

  it('makes a new key take the old one’s place: token, socket and key of before are worth nothing', async () => {
    expect(await enrol(await newCode())).toBe('not refused');
    expect(await view(kiosk.token)).toBe('not-signed-in');
    await kiosk.socket?.closed();
    expect(await problemOf(kiosk.prove())).toBe('kiosk-not-proven');
  });

  it('is not worth guessing: after some tries one must wait', async () => {
    await using limited = await bootApi({ config: { rateLimits: true } });
    const guess = () =>
      problemOf(
        limited
          .client()
          .call(kioskRoutes.enrolKiosk, { body: { code: 'AAAABBBBCCCC', publicKey: newKey().publicKey } }),
      );
    const outcomes = [];
    for (let attempt = 0; attempt < 40; attempt += 1) outcomes.push(await guess());
    expect(outcomes[0]).toBe('code-not-valid');
    expect(outcomes.at(-1)).toBe('too-many-requests');
  });
});

describe('a kiosk’s token', () => {
  it('runs out after a quarter of an hour', async () => {
    api.clock.advance(15 * 60_000 - 1);
    expect(await view(kiosk.token)).toBe('not refused');
    api.clock.advance(1);
    expect(await view(kiosk.token)).toBe('not-signed-in');
  });

  it('and socket end at once when the kiosk is revoked', async () => {
    const administrator = api.client();
    await administrator.signIn(await api.build.account({ organisationId: world.municipality.id }));
    const { code } = await administrator.call(kioskRoutes.createEnrolmentCode, {
      params: { kioskId: kiosk.id },
      body: {},
    });
    await world.node();
    const ilze = await world.specialist();
    await kiosk.ask();
    await administrator.call(kioskRoutes.revokeKiosk, { params: { kioskId: kiosk.id } });
    expect((await ilze.desk()).waiting).toEqual([]);
    expect(await enrol(code)).toBe('code-not-valid');
    await kiosk.socket?.closed();
    expect(kiosk.socket?.heard.some(({ name }) => name === 'session.ended')).toBe(true);
    expect(await view(kiosk.token)).toBe('not-signed-in');
    expect(await problemOf(kiosk.prove())).toBe('kiosk-not-proven');
  });

  it('is no staff session, nor the other way', async () => {
    expect(await problemOf(kiosk.client.call(sessionRoutes.currentSession))).toBe('not-allowed');
    const clerk = await world.clerk();
    expect(await problemOf(clerk.client.call(kioskRoutes.readKioskView))).toBe('not-allowed');
    const [session = ''] = clerk.client.cookies.values();
    expect(await view(session)).toBe('not-signed-in');
    const forged = api.client();
    for (const name of clerk.client.cookies.keys()) forged.cookies.set(name, kiosk.token);
    expect(await problemOf(forged.call(kioskRoutes.readKioskView))).toBe('not-signed-in');
  });
});

describe('a socket', () => {
  const refusal = (namespace: string, options: Parameters<typeof openSocket>[1]) =>
    openSocket(`${api.url}${namespace}`, options).then(
      (socket) => {
        socket.close();
        return 'not refused';
      },
      (error: unknown) => (error instanceof Error ? error.message : error),
    );
  const cookieOf = async () => {
    const { client } = await world.clerk();
    return [...client.cookies].map((pair) => pair.join('=')).join('; ');
  };

  it('of staff is refused to a page of another site, whatever cookie comes with it', async () => {
    const cookie = await cookieOf();
    expect(await refusal(staffNamespace, { extraHeaders: { cookie, origin: testOrigin } })).toBe('not refused');
    const elsewhere: Record<string, string>[] = [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { origin: `${testOrigin}.elsewhere.example` },
      { 'sec-fetch-site': 'cross-site', origin: testOrigin },
      { 'sec-fetch-site': 'same-site', origin: testOrigin },
      {},
    ];
    for (const headers of elsewhere)
      expect(await refusal(staffNamespace, { extraHeaders: { cookie, ...headers } })).toBe('not-signed-in');
  });

  it('opens only with what belongs to its namespace', async () => {
    const cookie = await cookieOf();
    const staff = { extraHeaders: { cookie, origin: testOrigin } };
    const withToken = { auth: { token: kiosk.token } };
    const bearer = { extraHeaders: { authorization: `Bearer ${kiosk.token}`, origin: testOrigin } };
    expect(await refusal(kioskNamespace, withToken)).toBe('not refused');
    for (const wrong of [staff, bearer, {}, { auth: { token: 'wrong' } }, { auth: { token: { $ne: null } } }])
      expect(await refusal(kioskNamespace, wrong)).toBe('not-signed-in');
    for (const wrong of [withToken, bearer, {}]) expect(await refusal(staffNamespace, wrong)).toBe('not-signed-in');
    const secrets = ['', 'wrong', 'a secret of the tests, long enough for al', 'x'.repeat(5_000), ['x'], null];
    for (const wrong of [staff, withToken, {}, ...secrets.map((secret) => ({ auth: { secret } }))])
      expect(await refusal(nodeNamespace, wrong)).toBe('not-signed-in');
    for (const namespace of ['/', '/none', '/__proto__', '/staff/'])
      expect(await refusal(namespace, staff)).not.toBe('not refused');
  });

  it('opens for nobody whose session has run out, who has signed out, or whose account is disabled', async () => {
    const [leaver, disabled, idle] = [await world.clerk(), await world.clerk(), await world.clerk()];
    const connect = (who: typeof idle) =>
      who.connect().then(
        (socket) => socket,
        (error: Error) => error.message,
      );
    const sockets = [await leaver.connect(), await disabled.connect()];
    const cookies = [...leaver.client.cookies];
    await leaver.client.call(sessionRoutes.signOut);
    for (const [name, value] of cookies) leaver.client.cookies.set(name, value);
    await world.services.staff.disable(municipality(), disabled.id);
    api.clock.advance(31 * 60_000);
    for (const who of [leaver, disabled, idle]) expect(await connect(who)).toBe('not-signed-in');
    expect(await kiosk.connect().catch((error: Error) => error.message)).toBe('not-signed-in');
    await sockets[0]?.closed();
  });
});
