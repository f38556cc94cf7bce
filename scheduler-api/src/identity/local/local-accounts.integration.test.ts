import { randomUUID } from 'node:crypto';
import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { organisationRoutes } from '@remote-clerk/shared/contracts/http/organisations.ts';
import { sessionRoutes } from '@remote-clerk/shared/contracts/http/sessions.ts';
import { signInRoutes } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import { type OrganisationId, PasskeyId } from '@remote-clerk/shared/domain/ids.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../../testing/boot-api.ts';
import { testPassword } from '../../testing/builders.ts';
import { codeOf, setUpCodes, setUpPasskey } from '../../testing/factors.ts';
import type { TestClient } from '../../testing/test-client.ts';
import { testConfig } from '../../testing/test-config.ts';
import { createWorld } from '../../testing/world.ts';

const halfMinute = 30_000;
const { signIn } = testConfig({ engine: 'sqlite', filename: ':memory:' });
const boot = (changes: Partial<typeof signIn> = {}) => bootApi({ config: { signIn: { ...signIn, ...changes } } });

let api: TestApi;
beforeEach(async () => {
  api = await boot();
});
afterEach(() => api.close());

const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => 'accepted',
    (error: unknown) => error,
  );
const now = () => api.clock.now();
const read = (client: TestClient) => client.call(signInRoutes.readAccountSecurity);
const give = (client: TestClient, code: string) => client.call(signInRoutes.giveOneTimeCode, { body: { code } });

async function signedIn(organisationId?: OrganisationId) {
  const account = await api.build.account(organisationId && { organisationId });
  const client = api.client();
  await client.signIn(account);
  return { account, client };
}
async function signInByPasskey(
  client: TestClient,
  authenticator: Awaited<ReturnType<typeof setUpPasskey>>['authenticator'],
) {
  const { options } = await client.call(signInRoutes.beginPasskeySignIn, { body: {} });
  return client.call(signInRoutes.completePasskeySignIn, { body: { answer: authenticator.answer(options) } });
}
const reasons = async () => {
  const rows: { action: string; result: string; details: unknown }[] = await api.context.db
    .connection('audit_entries')
    .orderBy('id');
  return rows.map(({ action, result, details }) => [
    action,
    result,
    JSON.parse(typeof details === 'string' ? details : JSON.stringify(details)).reason,
  ]);
};

describe('one-time codes', () => {
  it('are asked for from the first one on, and the password alone signs nobody in', async () => {
    const { account, client } = await signedIn();
    const uri = await setUpCodes(client, now);
    expect(await read(client)).toMatchObject({ hasPassword: true, oneTimeCodes: { since: now() }, passkeys: [] });

    const browser = api.client();
    expect(await browser.signIn(account)).toEqual({ state: 'code-needed' });
    expect([...browser.cookies.keys()]).toEqual(['sign-in']);
    expect(await rejection(browser.call(sessionRoutes.currentSession))).toMatchObject({ type: 'not-signed-in' });
    api.clock.advance(halfMinute);
    expect(await give(browser, codeOf(uri, now()))).toMatchObject({ state: 'signed-in', account: { id: account.id } });
    expect([...browser.cookies.keys()]).toEqual(['session']);
    expect((await reasons()).slice(-2)).toEqual([
      ['session.first-step', 'done', undefined],
      ['session.sign-in', 'done', undefined],
    ]);
  });

  it('are not in use before their first code was given, and those that are go on until then', async () => {
    const { account, client } = await signedIn();
    const { uri: unused } = await client.call(signInRoutes.beginOneTimeCodes, { body: {} });
    expect((await read(client)).oneTimeCodes).toBeNull();
    expect(await api.client().signIn(account)).toMatchObject({ state: 'signed-in' });

    const first = await setUpCodes(client, now);
    const { uri: next } = await client.call(signInRoutes.beginOneTimeCodes, { body: {} });
    expect(
      await rejection(client.call(signInRoutes.confirmOneTimeCodes, { body: { code: codeOf(unused, now()) } })),
    ).toMatchObject({
      type: 'wrong-credentials',
    });
    api.clock.advance(halfMinute);
    const browser = api.client();
    await browser.signIn(account);
    expect(await give(browser, codeOf(first, now()))).toMatchObject({ state: 'signed-in' });

    await client.call(signInRoutes.confirmOneTimeCodes, { body: { code: codeOf(next, now()) } });
    api.clock.advance(halfMinute);
    await browser.signIn(account);
    expect(await rejection(give(browser, codeOf(first, now())))).toMatchObject({ type: 'wrong-credentials' });
    expect(await give(browser, codeOf(next, now()))).toMatchObject({ state: 'signed-in' });
  });

  it('have a secret that is kept closed', async () => {
    const { client } = await signedIn();
    const secret = new URL(await setUpCodes(client, now)).searchParams.get('secret');
    await client.call(signInRoutes.beginOneTimeCodes, { body: {} });
    const rows: { totp_secret: string; totp_next_secret: string }[] =
      await api.context.db.connection('local_credentials');
    expect(rows).toMatchObject([{ totp_secret: expect.any(String), totp_next_secret: expect.any(String) }]);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });
});

describe('a passkey', () => {
  it('signs in by itself, and is shown to its owner with when it was used', async () => {
    const { account, client } = await signedIn();
    const { authenticator, passkeyId } = await setUpPasskey(client);
    expect((await read(client)).passkeys).toEqual([
      { id: passkeyId, name: 'Mans tālrunis', createdAt: now(), lastUsedAt: null },
    ]);
    const browser = api.client();
    expect(await signInByPasskey(browser, authenticator)).toMatchObject({
      state: 'signed-in',
      account: { id: account.id },
    });
    expect((await read(browser)).passkeys).toMatchObject([{ id: passkeyId, lastUsedAt: now() }]);
    expect(await signInByPasskey(api.client(), authenticator)).toMatchObject({ state: 'signed-in' });
  });

  it('is good no more when it is removed, and nobody else can remove it', async () => {
    const { client } = await signedIn();
    const { authenticator, passkeyId } = await setUpPasskey(client);
    const remove = (by: TestClient, id: string) =>
      by.call(signInRoutes.removePasskey, { params: { passkeyId: PasskeyId.parse(id) } });
    const stranger = await signedIn();
    expect(await rejection(remove(stranger.client, passkeyId))).toMatchObject({ type: 'not-found' });
    expect((await remove(client, passkeyId)).passkeys).toEqual([]);
    expect(await rejection(remove(client, randomUUID()))).toMatchObject({ type: 'not-found' });
    expect(await rejection(signInByPasskey(api.client(), authenticator))).toMatchObject({ type: 'wrong-credentials' });
    expect((await reasons()).at(-1)).toEqual(['session.sign-in', 'refused', 'unknown-passkey']);
  });

  it('lets nobody in whose account is disabled', async () => {
    const { account, client } = await signedIn();
    const { authenticator } = await setUpPasskey(client);
    await api.context.db.connection('accounts').where({ id: account.id }).update({ disabled_at: now() });
    expect(await rejection(signInByPasskey(api.client(), authenticator))).toMatchObject({ type: 'wrong-credentials' });
    expect((await reasons()).at(-1)).toEqual(['session.sign-in', 'refused', 'account-disabled']);
  });

  it('is not for those whose password is kept elsewhere', async () => {
    const { account, client } = await signedIn();
    const { authenticator } = await setUpPasskey(client);
    await api.context.db
      .connection('local_credentials')
      .where({ account_id: account.id })
      .update({ password_hash: null });
    expect(await read(client)).toMatchObject({ hasPassword: false });
    expect(await rejection(client.call(signInRoutes.beginPasskey, { body: {} }))).toMatchObject({
      type: 'not-allowed',
    });
    expect(await rejection(signInByPasskey(api.client(), authenticator))).toMatchObject({ type: 'wrong-credentials' });
    expect((await reasons()).at(-1)).toEqual(['session.sign-in', 'refused', 'no-local-account']);
  });
});

describe('where a second factor is required', () => {
  beforeEach(async () => {
    await api.close();
    api = await boot({ secondFactorRequired: true });
  });

  it('who has none may do nothing but set one up, and is then signed in with a session of its own', async () => {
    const account = await api.build.account({ role: 'specialist' });
    const client = api.client();
    const reply = await client.signIn(account);
    expect(reply).toMatchObject({ state: 'second-factor-to-set-up', account: { permissions: ['session.own'] } });
    const limited = client.cookies.get('session');
    expect(await rejection(client.call(consultationRoutes.readDesk))).toMatchObject({ type: 'not-allowed' });

    await setUpCodes(client, now);
    expect(client.cookies.get('session')).not.toBe(limited);
    expect((await client.call(sessionRoutes.currentSession)).account.permissions).toContain('consultation.serve');
    const planted = api.client();
    planted.cookies.set('session', String(limited));
    expect(await rejection(planted.call(sessionRoutes.currentSession))).toMatchObject({ type: 'not-signed-in' });
  });

  it('a passkey does as well, and then the password alone is nothing: not even to set up another factor', async () => {
    const { account, client } = await signedIn();
    const { authenticator, passkeyId } = await setUpPasskey(client);
    expect((await client.call(sessionRoutes.currentSession)).account.permissions).toContain('organisation.manage');
    expect(await rejection(api.client().signIn(account))).toMatchObject({ type: 'sign-in-failed' });
    expect((await reasons()).at(-1)).toEqual(['session.sign-in', 'refused', 'passkey-needed']);
    expect(await signInByPasskey(api.client(), authenticator)).toMatchObject({ state: 'signed-in' });

    const remove = () => client.call(signInRoutes.removePasskey, { params: { passkeyId: PasskeyId.parse(passkeyId) } });
    expect(await rejection(remove())).toMatchObject({ type: 'conflict' });
    expect((await read(client)).passkeys).toHaveLength(1);
    await setUpCodes(client, now);
    expect((await remove()).passkeys).toEqual([]);
  });
});

describe('what one signs in by', () => {
  const quarterHour = 15 * 60_000;
  const changes: ((client: TestClient, passkeyId: string) => Promise<unknown>)[] = [
    (client) => client.call(signInRoutes.beginOneTimeCodes, { body: {} }),
    (client) => client.call(signInRoutes.confirmOneTimeCodes, { body: { code: '123456' } }),
    (client) => client.call(signInRoutes.beginPasskey, { body: {} }),
    (client) => client.call(signInRoutes.addPasskey, { body: { name: 'Svešs', answer: {} } }),
    (client, passkeyId) =>
      client.call(signInRoutes.removePasskey, { params: { passkeyId: PasskeyId.parse(passkeyId) } }),
  ];

  it('is changed only by who signed in within the last quarter of an hour', async () => {
    const { client } = await signedIn();
    const { authenticator, passkeyId } = await setUpPasskey(client);
    api.clock.advance(quarterHour - 1);
    await client.call(signInRoutes.beginOneTimeCodes, { body: {} });
    api.clock.advance(1);
    for (const change of changes) {
      expect(await rejection(change(client, passkeyId))).toMatchObject({ type: 'sign-in-again' });
    }
    expect((await read(client)).passkeys).toHaveLength(1);
    await client.call(signInRoutes.endOtherSessions);

    await signInByPasskey(client, authenticator);
    expect(
      (await client.call(signInRoutes.removePasskey, { params: { passkeyId: PasskeyId.parse(passkeyId) } })).passkeys,
    ).toEqual([]);
  });

  it('is set up, however long it takes, by who may do nothing else before', async () => {
    await api.close();
    api = await boot({ secondFactorRequired: true });
    const { client } = await signedIn();
    api.clock.advance(quarterHour);
    await setUpCodes(client, now);
    expect((await client.call(sessionRoutes.currentSession)).account.permissions).toContain('organisation.manage');
  });
});

describe('where there are no local accounts', () => {
  it('neither password nor passkey lets anybody in', async () => {
    const { account, client } = await signedIn();
    const { authenticator } = await setUpPasskey(client);
    Object.assign(api.context.config.signIn, { localAccounts: false });
    expect(await rejection(api.client().signIn(account))).toMatchObject({ type: 'wrong-credentials' });
    expect((await reasons()).at(-1)).toEqual(['session.sign-in', 'refused', 'local-accounts-off']);
    expect(await rejection(signInByPasskey(api.client(), authenticator))).toMatchObject({ type: 'wrong-credentials' });
    expect((await reasons()).at(-1)).toEqual(['session.sign-in', 'refused', 'local-accounts-off']);
  });
});

describe('people whom an administrator adds', () => {
  const add = async (person: Record<string, unknown>) => {
    const world = await createWorld(api);
    const { client } = await signedIn(world.municipality.id);
    const body = { username: `ilze-${count++}`, name: 'Ilze', contactPointId: world.contactPoint.id, ...person };
    return rejection(client.call(organisationRoutes.createClerk, { body, idempotencyKey: randomUUID() }));
  };
  let count = 0;

  it('need no password where they sign in through their organisation, and cannot sign in here without one', async () => {
    expect(await add({ username: 'ilze', password: null })).toBe('accepted');
    for (const password of ['', 'null', testPassword]) {
      expect(await rejection(api.client().signIn({ username: 'ilze', password: password || ' ' }))).toMatchObject({
        type: 'wrong-credentials',
      });
    }
  });

  it('are not given a password that is easy to guess', async () => {
    expect(await add({ password: 'Parole123456!' })).toMatchObject({ type: 'weak-password' });
    expect(await add({ username: 'ilze.kalnina', password: 'ilze.kalnina-xwvq' })).toMatchObject({
      type: 'weak-password',
    });
  });
});

describe('a lost second factor', () => {
  it('is taken away by an administrator of theirs: codes, passkeys, sessions; the password is left', async () => {
    const { account, client } = await signedIn();
    const administrator = await signedIn(account.organisationId);
    await api.context.db.connection('accounts').where({ id: account.id }).update({ email: 'ilze@example.lv' });
    await setUpCodes(client, now);
    const { authenticator } = await setUpPasskey(client);
    const halfway = api.client();
    await halfway.signIn(account);
    const reset = (by: TestClient) => by.call(signInRoutes.resetSecondFactor, { params: { accountId: account.id } });
    expect(await rejection(reset((await signedIn()).client))).toMatchObject({ type: 'not-found' });
    expect(await rejection(reset(client))).toMatchObject({ type: 'not-allowed' });

    await reset(administrator.client);
    expect(await rejection(client.call(sessionRoutes.currentSession))).toMatchObject({ type: 'not-signed-in' });
    expect(await rejection(signInByPasskey(api.client(), authenticator))).toMatchObject({ type: 'wrong-credentials' });
    expect(await rejection(give(halfway, '123456'))).toMatchObject({ type: 'sign-in-failed' });
    expect(await api.client().signIn(account)).toMatchObject({ state: 'signed-in' });
    expect((await reasons()).map(([action]) => action)).toContain('account.second-factor-reset');
    expect(await api.context.db.connection('staff_outbox')).toMatchObject([
      { account_id: account.id, kind: 'second-factor-reset', state: 'waiting' },
    ]);
  });
});
