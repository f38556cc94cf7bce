import { sessionRoutes } from '@remote-clerk/shared/contracts/http/sessions.ts';
import { signInRoutes } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import type { TestClient } from '../testing/test-client.ts';
import { createWorld } from '../testing/world.ts';

let api: TestApi;
beforeEach(async () => {
  api = await bootApi();
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

describe('one’s sessions', () => {
  it('are listed with what they began by, and can be ended from another one', async () => {
    const { account, client } = await signedIn();
    api.clock.advance(60_000);
    const elsewhere = api.client();
    await elsewhere.signIn(account);
    const { sessions } = await client.call(signInRoutes.listOwnSessions);
    expect(sessions).toMatchObject([
      { method: 'password', isCurrent: false, startedAt: api.clock.now() },
      { method: 'password', isCurrent: true },
    ]);
    const stranger = await signedIn();
    const end = (by: TestClient) => {
      const [other] = sessions;
      if (!other) throw new Error('There is no other session');
      return by.call(signInRoutes.endOwnSession, { params: { sessionId: other.id } });
    };
    expect(await rejection(end(stranger.client))).toMatchObject({ type: 'not-found' });
    await end(client);
    expect(await rejection(end(client))).toMatchObject({ type: 'not-found' });
    expect(await rejection(elsewhere.call(sessionRoutes.currentSession))).toMatchObject({ type: 'not-signed-in' });
    await client.call(sessionRoutes.currentSession);
  });

  it('can all be ended but this one, and those that were left idle are not listed', async () => {
    const { account, client } = await signedIn();
    const idle = api.client();
    await idle.signIn(account);
    api.clock.advance(29 * 60_000);
    await client.call(sessionRoutes.currentSession);
    const fresh = api.client();
    await fresh.signIn(account);
    api.clock.advance(2 * 60_000);
    expect((await client.call(signInRoutes.listOwnSessions)).sessions).toHaveLength(2);
    await client.call(signInRoutes.endOtherSessions);
    expect((await client.call(signInRoutes.listOwnSessions)).sessions).toMatchObject([{ isCurrent: true }]);
  });
});

it('a session that is ended from elsewhere closes its sockets at once, and no others', async () => {
  const world = await createWorld(api);
  const specialist = await world.specialist();
  const elsewhere = api.client();
  await elsewhere.signIn(specialist.account);
  const { sessions } = await elsewhere.call(signInRoutes.listOwnSessions);
  const other = sessions.find(({ isCurrent }) => !isCurrent);
  if (!other || !specialist.socket) throw new Error('The specialist is not at work');
  await elsewhere.call(signInRoutes.endOwnSession, { params: { sessionId: other.id } });
  await specialist.socket.closed();
  expect(specialist.socket.heard.at(-1)?.name).toBe('session.ended');
  await elsewhere.call(sessionRoutes.currentSession);
});

it('an administrator ends all sessions of one of their people, sockets and all, and of nobody else’s', async () => {
  const world = await createWorld(api);
  const specialist = await world.specialist();
  const browser = api.client();
  await browser.signIn(specialist.account);
  const end = (by: TestClient) =>
    by.call(signInRoutes.endStaffSessions, { params: { accountId: specialist.account.id } });
  const stranger = await signedIn();
  expect(await rejection(end(stranger.client))).toMatchObject({ type: 'not-found' });
  await browser.call(sessionRoutes.currentSession);

  const administrator = api.client();
  await administrator.signIn(await api.build.account({ organisationId: specialist.account.organisationId }));
  await end(administrator);
  await specialist.socket?.closed();
  expect(specialist.socket?.heard.at(-1)?.name).toBe('session.ended');
  expect(await rejection(browser.call(sessionRoutes.currentSession))).toMatchObject({ type: 'not-signed-in' });
  await administrator.call(sessionRoutes.currentSession);
  expect(await api.context.db.connection('audit_entries').where({ action: 'account.sessions-end' })).toMatchObject([
    { result: 'done', subject_id: specialist.account.id },
  ]);
});
