import { sessionRoutes } from '@remote-clerk/shared/contracts/http/sessions.ts';
import { signInRoutes } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../../testing/boot-api.ts';
import { testPassword } from '../../testing/builders.ts';
import type { TestClient } from '../../testing/test-client.ts';

let api: TestApi;
beforeEach(async () => {
  api = await bootApi({ config: { rateLimits: true } });
});
afterEach(() => api.close());

const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => 'accepted',
    (error: unknown) => error,
  );
async function signedIn() {
  const account = await api.build.account();
  const client = api.client();
  await client.signIn(account);
  return { account, client };
}
const next = 'zaļi gurķi lec pār žogu';
const change = (client: TestClient, current: string, to = next) =>
  client.call(signInRoutes.changePassword, { body: { current, next: to } });

describe('changing the password', () => {
  it('takes the current one, ends all other sessions, and leaves this one', async () => {
    const { account, client } = await signedIn();
    const elsewhere = api.client();
    await elsewhere.signIn(account);
    expect(await rejection(change(client, 'a wrong one'))).toMatchObject({ type: 'wrong-credentials' });
    await elsewhere.call(sessionRoutes.currentSession);
    await change(client, testPassword);
    expect(await rejection(elsewhere.call(sessionRoutes.currentSession))).toMatchObject({ type: 'not-signed-in' });
    await client.call(sessionRoutes.currentSession);
    expect(await rejection(api.client().signIn(account))).toMatchObject({ type: 'wrong-credentials' });
    expect(await api.client().signIn({ ...account, password: next })).toMatchObject({ state: 'signed-in' });
  });

  it('refuses one that is easy to guess, or has the user name or the organisation in it', async () => {
    const { account, client } = await signedIn();
    for (const weak of ['Parole123456!', `${account.username} zaļi gurķi`, 'Valsts: zaļi gurķi lec']) {
      expect(await rejection(change(client, testPassword, weak))).toMatchObject({ type: 'weak-password' });
    }
  });

  it('cannot be used to guess the current one', async () => {
    const { client } = await signedIn();
    const answers = [];
    for (let guess = 0; guess < 7; guess += 1) answers.push(await rejection(change(client, `guess ${guess}`)));
    expect(answers).toMatchObject([
      ...Array(5).fill({ type: 'wrong-credentials' }),
      ...Array(2).fill({ type: 'too-many-requests' }),
    ]);
  });
});
