import { signInRoutes } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { setUpPasskey } from '../testing/factors.ts';
import { createSoftAuthenticator } from '../testing/soft-authenticator.ts';
import type { TestClient } from '../testing/test-client.ts';
import { testOrigin } from '../testing/test-config.ts';

let api: TestApi;
beforeAll(async () => {
  api = await bootApi();
});
afterAll(() => api.close());

const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => 'accepted',
    (error: unknown) => error,
  );
type Authenticator = ReturnType<typeof createSoftAuthenticator>;
type Lies = Parameters<Authenticator['answer']>[1];

async function ask(client: TestClient): Promise<Record<string, unknown>> {
  return (await client.call(signInRoutes.beginPasskeySignIn, { body: {} })).options;
}
const complete = (client: TestClient, answer: Record<string, unknown>) =>
  client.call(signInRoutes.completePasskeySignIn, { body: { answer } });

async function owner() {
  const account = await api.build.account();
  const client = api.client();
  await client.signIn(account);
  return { account, client, ...(await setUpPasskey(client)) };
}
const lastReason = async () => {
  const row: { result: string; details: unknown } = await api.context.db
    .connection('audit_entries')
    .orderBy('id', 'desc')
    .first();
  const { reason } = JSON.parse(typeof row.details === 'string' ? row.details : JSON.stringify(row.details));
  return `${row.result} ${reason}`;
};

describe('a passkey’s answer', () => {
  it('is good once, whoever sends it again', async () => {
    const { authenticator } = await owner();
    const browser = api.client();
    const answer = authenticator.answer(await ask(browser));
    expect(await complete(browser, answer)).toMatchObject({ state: 'signed-in' });
    for (const client of [browser, api.client()]) {
      expect(await rejection(complete(client, answer))).toMatchObject({ type: 'wrong-credentials' });
    }
    expect(await lastReason()).toBe('refused passkey-not-proven');
  });

  it('is good for one of two who send it at the same moment', async () => {
    const { authenticator } = await owner();
    const answer = authenticator.answer(await ask(api.client()));
    const answers = await Promise.all([1, 2, 3].map(() => rejection(complete(api.client(), answer))));
    expect(answers.filter((one) => one === 'accepted')).toHaveLength(1);
  });

  it('comes too late after five minutes', async () => {
    const { authenticator } = await owner();
    const answer = authenticator.answer(await ask(api.client()));
    api.clock.advance(5 * 60_000);
    expect(await rejection(complete(api.client(), answer))).toMatchObject({ type: 'wrong-credentials' });
  });

  it.each<[string, Lies]>([
    ['to a page of another site', { origin: 'https://evil.example' }],
    ['to another port', { origin: 'http://localhost:4999' }],
    ['of another site’s passkey', { rpId: 'evil.example' }],
    ['to a challenge that was never given', { challenge: 'A'.repeat(43) }],
    ['without a fingerprint or a PIN', { userVerified: false }],
    ['in another’s name', { userHandle: 'AAAA' }],
  ])('is refused %s', async (_what, lies) => {
    const { authenticator } = await owner();
    const browser = api.client();
    const answer = authenticator.answer(await ask(browser), lies);
    expect(await rejection(complete(browser, answer))).toMatchObject({
      type: 'wrong-credentials',
      message: 'The user name or password is not right',
    });
    expect(await lastReason()).toBe('refused passkey-not-proven');
  });

  it('is refused of a copy, and that there is one is on record', async () => {
    const { authenticator } = await owner();
    await complete(api.client(), authenticator.answer(await ask(api.client()), { counter: 7 }));
    const copy = authenticator.answer(await ask(api.client()), { counter: 7 });
    expect(await rejection(complete(api.client(), copy))).toMatchObject({ type: 'wrong-credentials' });
    expect(await lastReason()).toBe('refused passkey-copied');
  });

  it('to making one is not one to signing in, nor another’s', async () => {
    const { client } = await owner();
    const stranger = await owner();
    const { options } = await client.call(signInRoutes.beginPasskey, { body: {} });
    const made = createSoftAuthenticator(testOrigin).make(options);
    const add = (by: TestClient) => by.call(signInRoutes.addPasskey, { body: { name: 'Cita', answer: made } });
    expect(await rejection(add(stranger.client))).toMatchObject({ type: 'wrong-credentials' });
    const signInOptions = { ...(await ask(client)), rp: { id: 'localhost' }, user: { id: 'AAAA' } };
    const answer = createSoftAuthenticator(testOrigin).make(signInOptions);
    expect(await rejection(client.call(signInRoutes.addPasskey, { body: { name: 'Cita', answer } }))).toMatchObject({
      type: 'wrong-credentials',
    });
  });
});

it('a passkey that is here already is not taken by another account', async () => {
  const { passkeyId } = await owner();
  const row: { credential_id: string } = await api.context.db.connection('passkeys').where({ id: passkeyId }).first();
  const thief = await owner();
  const { options } = await thief.client.call(signInRoutes.beginPasskey, { body: {} });
  const answer = createSoftAuthenticator(testOrigin).make(options, { credentialId: row.credential_id });
  const add = thief.client.call(signInRoutes.addPasskey, { body: { name: 'Mana', answer } });
  expect(await rejection(add)).toMatchObject({ type: 'wrong-credentials' });
});
