import { auditRoutes } from '@remote-clerk/shared/contracts/http/audit.ts';
import { sessionRoutes } from '@remote-clerk/shared/contracts/http/sessions.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';

const minute = 60_000;
const boot = (options: Parameters<typeof bootApi>[0] = {}) => bootApi({ ...options, overrides: { frontEnds: {} } });

let api: TestApi;
beforeEach(async () => {
  api = await boot({ config: { rateLimits: true } });
});
afterEach(() => api.close());

const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => 'accepted',
    (error: unknown) => error,
  );
const sessionOf = (browser: ReturnType<TestApi['client']>) => browser.cookies.get('session');

describe('signing in', () => {
  it('answers with the account and sets a cookie that scripts cannot read', async () => {
    const account = await api.build.account({ role: 'clerk', username: 'anna' });
    const response = await api.client().raw('/api/v1/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: ' Anna ', password: account.password }),
    });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      account: { id: account.id, username: 'anna', permissions: expect.arrayContaining(['contact-point.serve']) },
    });
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=43200$/),
    ]);
  });

  it('keeps the token out of the database', async () => {
    const browser = api.client();
    await browser.signIn(await api.build.account());
    const rows = await api.context.db.connection('staff_sessions');
    expect(JSON.stringify(rows)).not.toContain(sessionOf(browser));
  });

  it('refuses a wrong password, an unknown and a disabled account with the same words', async () => {
    const account = await api.build.account();
    const disabled = await api.build.account({ disabled: true });
    for (const credentials of [{ ...account, password: 'wrong' }, { ...account, username: 'nobody' }, disabled]) {
      const error = await rejection(api.client().signIn(credentials));
      expect(error).toMatchObject({ type: 'wrong-credentials', message: 'The user name or password is not right' });
    }
  });

  it('gives a new token each time and ends the one that the browser had', async () => {
    const account = await api.build.account();
    const browser = api.client();
    await browser.signIn(account);
    const first = sessionOf(browser);
    await browser.signIn(account);
    expect(sessionOf(browser)).not.toBe(first);
    const stale = api.client();
    stale.cookies.set('session', String(first));
    expect(await rejection(stale.call(sessionRoutes.currentSession))).toMatchObject({ type: 'not-signed-in' });
    expect((await browser.call(sessionRoutes.currentSession)).account.id).toBe(account.id);
  });

  it('uses a __Host- cookie, only over https, where the site is https', async () => {
    await using secure = await boot({ config: { https: true } });
    const browser = secure.client();
    await browser.signIn(await secure.build.account());
    expect([...browser.cookies.keys()]).toEqual(['__Host-session']);
    expect(await browser.call(sessionRoutes.currentSession)).toMatchObject({
      account: { permissions: expect.arrayContaining(['organisation.manage']) },
    });
  });
});

describe('a session', () => {
  it('ends when it was not used for half an hour', async () => {
    const browser = api.client();
    await browser.signIn(await api.build.account());
    api.clock.advance(29 * minute);
    await browser.call(sessionRoutes.currentSession);
    api.clock.advance(29 * minute);
    await browser.call(sessionRoutes.currentSession);
    api.clock.advance(30 * minute);
    expect(await rejection(browser.call(sessionRoutes.currentSession))).toMatchObject({ type: 'not-signed-in' });
  });

  it('ends after twelve hours however much it is used, and is then forgotten', async () => {
    const browser = api.client();
    await browser.signIn(await api.build.account());
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      api.clock.advance(20 * minute);
      await browser.call(sessionRoutes.currentSession);
    }
    api.clock.advance(20 * minute);
    expect(await rejection(browser.call(sessionRoutes.currentSession))).toMatchObject({ type: 'not-signed-in' });
    api.clock.advance(minute);
    await api.jobs.tick();
    expect(await api.context.db.connection('staff_sessions')).toEqual([]);
  });

  it('ends with signing out, also for a copy of the cookie', async () => {
    const browser = api.client();
    await browser.signIn(await api.build.account());
    const thief = api.client();
    thief.cookies.set('session', String(sessionOf(browser)));
    await browser.call(sessionRoutes.signOut);
    expect(browser.cookies.size).toBe(0);
    expect(await rejection(thief.call(sessionRoutes.currentSession))).toMatchObject({ type: 'not-signed-in' });
  });

  it('ends when the account is disabled', async () => {
    const account = await api.build.account();
    const browser = api.client();
    await browser.signIn(account);
    await api.context.db.connection('accounts').where({ id: account.id }).update({ disabled_at: api.clock.now() });
    // What another process changes counts a moment later.
    api.clock.advance(250);
    expect(await rejection(browser.call(sessionRoutes.currentSession))).toMatchObject({ type: 'not-signed-in' });
  });
});

describe('guessing passwords', () => {
  const guess = async (username: string, times: number) => {
    const answers: unknown[] = [];
    for (let index = 0; index < times; index += 1) {
      answers.push(await rejection(api.client().signIn({ username, password: `guess ${index}` })));
    }
    return answers;
  };

  it('is stopped after five tries, for longer each time', async () => {
    const account = await api.build.account();
    expect(await guess(account.username, 5)).toEqual(
      Array(5).fill(expect.objectContaining({ type: 'wrong-credentials' })),
    );
    expect(await rejection(api.client().signIn(account))).toMatchObject({
      type: 'too-many-requests',
      retryAfterSeconds: 2,
    });
    api.clock.advance(2_000);
    expect(await guess(account.username, 2)).toMatchObject([
      { type: 'wrong-credentials' },
      { type: 'too-many-requests', retryAfterSeconds: 4 },
    ]);
  });

  it('counts tries at the same moment each', async () => {
    const { username } = await api.build.account();
    const tries = Array.from({ length: 20 }, () => rejection(api.client().signIn({ username, password: 'guess' })));
    const answers = await Promise.all(tries);
    const looked = answers.filter(
      (answer) => answer instanceof Error && 'type' in answer && answer.type === 'wrong-credentials',
    );
    expect(looked).toHaveLength(5);
  });

  it('begins anew after the right password', async () => {
    const account = await api.build.account();
    await guess(account.username, 4);
    await api.client().signIn(account);
    expect(await guess(account.username, 4)).toEqual(
      Array(4).fill(expect.objectContaining({ type: 'wrong-credentials' })),
    );
  });

  it('does not tell whether the account exists', async () => {
    const { username } = await api.build.account();
    expect((await guess('nobody-here', 7)).map(String)).toEqual((await guess(username, 7)).map(String));
  });

  it('takes a network of IPv6 addresses for one', async () => {
    await using proxied = await boot({ config: { rateLimits: true, trustProxy: 1 } });
    const { username } = await proxied.build.account();
    const statuses = [];
    for (let host = 1; host <= 6; host += 1) {
      const response = await proxied.client().raw('/api/v1/sessions', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `2001:db8:7::${host}` },
        body: JSON.stringify({ username, password: 'guess' }),
      });
      statuses.push(response.status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('does not keep another person at the same address out', async () => {
    const other = await api.build.account();
    await guess('somebody-else', 8);
    expect(await api.client().signIn(other)).toMatchObject({ account: { id: other.id } });
  });
});

describe('the audit log', () => {
  it('has every attempt, good and bad, without what was typed', async () => {
    const account = await api.build.account();
    const browser = api.client();
    await rejection(browser.signIn({ username: 'my-secret-word', password: 'typed password' }));
    await rejection(browser.signIn({ ...account, password: 'typed password' }));
    await browser.signIn(account);
    const rows = await api.context.db.connection('audit_entries').orderBy('id');
    expect(rows).toMatchObject([
      { action: 'session.sign-in', result: 'refused', subject_kind: 'unknown-username', organisation_id: null },
      { action: 'session.sign-in', result: 'refused', subject_id: account.id },
      { action: 'session.sign-in', result: 'done', subject_id: account.id, source_ip: '127.0.0.1' },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/my-secret-word|typed password/);
  });

  it('shows an administrator the entries of the own organisation, the latest first, page by page', async () => {
    const ours = await api.build.account();
    const theirs = await api.build.account();
    await api.client().signIn(theirs);
    const browser = api.client();
    await browser.signIn(ours);
    await browser.call(sessionRoutes.signOut);
    await browser.signIn(ours);

    const first = await browser.call(auditRoutes.listAudit, { query: { limit: 2 } });
    expect(first.entries.map(({ action }) => action)).toEqual(['session.sign-in', 'session.sign-out']);
    const second = await browser.call(auditRoutes.listAudit, { query: { limit: 2, cursor: String(first.nextCursor) } });
    expect(second.entries.map(({ action }) => action)).toEqual(['session.sign-in']);
    expect(second.nextCursor).toBeNull();
    expect([...first.entries, ...second.entries].map(({ subject }) => subject?.id)).toEqual(Array(3).fill(ours.id));
  });

  it('refuses a cursor that it did not give', async () => {
    const browser = api.client();
    await browser.signIn(await api.build.account());
    expect(await rejection(browser.call(auditRoutes.listAudit, { query: { cursor: 'x' } }))).toMatchObject({
      type: 'invalid-request',
      fields: [{ pointer: '/query/cursor' }],
    });
  });

  it('is closed to others', async () => {
    const browser = api.client();
    await browser.signIn(await api.build.account({ role: 'specialist' }));
    expect(await rejection(browser.call(auditRoutes.listAudit, { query: {} }))).toMatchObject({ type: 'not-allowed' });
  });
});
