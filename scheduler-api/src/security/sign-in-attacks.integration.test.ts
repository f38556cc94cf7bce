import { auditRoutes } from '@remote-clerk/shared/contracts/http/audit.ts';
import { sessionRoutes } from '@remote-clerk/shared/contracts/http/sessions.ts';
import { signInRoutes } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAuditFeature } from '../audit/feature.ts';
import { createIdentity } from '../identity/feature.ts';
import { createCredentialsRepository } from '../identity/local/credentials-repository.ts';
import { passwordMatches } from '../identity/password.ts';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { codeOf, setUpCodes } from '../testing/factors.ts';
import type { TestClient } from '../testing/test-client.ts';

let api: TestApi;
beforeEach(async () => {
  api = await bootApi({ config: { rateLimits: true, trustProxy: 1 } });
});
afterEach(() => api.close());

const minute = 60_000;
const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => 'accepted',
    (error: unknown) => error,
  );
const now = () => api.clock.now();

/** Signs in as from this address. @returns the status, and the browser */
async function from(address: string, { username, password }: { username: string; password: string }) {
  const browser = api.client();
  const response = await browser.raw('/api/v1/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ username, password }),
  });
  return { status: response.status, browser };
}
const give = (browser: TestClient, code: string) => browser.call(signInRoutes.giveOneTimeCode, { body: { code } });
const attempts = async () => {
  const rows: { result: string; details: unknown; subject_kind: string; subject_id: string }[] = await api.context.db
    .connection('audit_entries')
    .where({ action: 'session.sign-in' })
    .orderBy('id');
  return rows.map(({ details, ...row }) => ({
    ...row,
    reason: JSON.parse(typeof details === 'string' ? details : JSON.stringify(details)).reason,
  }));
};

describe('many user names from one address (spraying)', () => {
  it('are stopped by the address, each on record, and keep nobody at another address out', async () => {
    const account = await api.build.account();
    const statuses = [];
    for (let index = 0; index < 55; index += 1) {
      statuses.push((await from('203.0.113.7', { username: `guess-${index}`, password: 'Winter2027!x' })).status);
    }
    expect(statuses).toEqual([...Array(50).fill(401), ...Array(5).fill(429)]);
    expect((await from('203.0.113.7', account)).status).toBe(429);
    expect((await from('198.51.100.1', account)).status).toBe(201);
    const seen = await attempts();
    expect(seen.map(({ reason }) => reason)).toEqual([
      ...Array(50).fill('wrong-credentials'),
      ...Array(6).fill('too-many-attempts'),
      undefined,
    ]);
    expect(JSON.stringify(seen)).not.toContain('guess-');
  });
});

describe('one user name from many addresses (stuffing)', () => {
  it('is slowed down, and its owner gets in from where they have been before', async () => {
    const account = await api.build.account();
    expect((await from('192.0.2.10', account)).status).toBe(201);
    const statuses = [];
    for (let index = 0; index < 55; index += 1) {
      statuses.push((await from(`203.0.113.${index}`, { ...account, password: `leaked ${index}` })).status);
    }
    expect(statuses).toEqual([...Array(50).fill(401), ...Array(5).fill(429)]);
    // From a new place the owner waits, as a stranger would: for seconds, not for ever.
    expect((await from('198.51.100.1', account)).status).toBe(429);
    expect((await from('192.0.2.10', account)).status).toBe(201);
    api.clock.advance(10_000);
    expect((await from('198.51.100.1', account)).status).toBe(201);
  });
});

describe('a session that somebody else knows (fixation)', () => {
  it('is never the one that a sign-in begins, and is over after it', async () => {
    const attacker = await api.build.account();
    const victim = await api.build.account();
    const prepared = api.client();
    await prepared.signIn(attacker);
    const planted = String(prepared.cookies.get('session'));
    const browser = api.client();
    for (const value of [planted, 'A'.repeat(43)]) {
      browser.cookies.set('session', value);
      await browser.signIn(victim);
      expect(browser.cookies.get('session')).not.toBe(value);
      const other = api.client();
      other.cookies.set('session', value);
      expect(await rejection(other.call(sessionRoutes.currentSession))).toMatchObject({ type: 'not-signed-in' });
    }
  });

  it('neither is the step between password and code: it is of the browser that gave the password', async () => {
    const account = await api.build.account();
    const owner = api.client();
    await owner.signIn(account);
    const uri = await setUpCodes(owner, now);
    api.clock.advance(30_000);
    const planted = api.client();
    planted.cookies.set('sign-in', 'A'.repeat(43));
    expect(await rejection(give(planted, codeOf(uri, now())))).toMatchObject({ type: 'sign-in-failed' });
    expect(await rejection(give(api.client(), codeOf(uri, now())))).toMatchObject({ type: 'sign-in-failed' });
    expect((await attempts()).at(-1)?.reason).toBe('no-first-step');
  });
});

describe('another site’s page (CSRF)', () => {
  it.each([
    ['a site that says so', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour’s host', { 'sec-fetch-site': 'same-site' }],
    ['an old browser', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
  ])('can neither sign anybody in nor change how they sign in: %s', async (_what, headers) => {
    const account = await api.build.account();
    const browser = api.client();
    await browser.signIn(account);
    const send = async (method: string, path: string, body?: object) => {
      const json = { 'content-type': 'application/json', ...headers };
      const response = await browser.raw(path, { method, headers: json, ...(body && { body: JSON.stringify(body) }) });
      return response.status;
    };
    const { username, password } = account;
    expect(await send('POST', '/api/v1/sessions', { username, password })).toBe(403);
    expect(await send('POST', '/api/v1/sign-in/one-time-codes', { code: '123456' })).toBe(403);
    expect(await send('PUT', '/api/v1/account/password', { current: password, next: 'zaļi gurķi lec pār' })).toBe(403);
    expect(await send('POST', '/api/v1/account/one-time-codes', {})).toBe(403);
    expect(await send('DELETE', '/api/v1/account/sessions')).toBe(403);
    await browser.call(sessionRoutes.currentSession);
  });
});

describe('a token that was good once', () => {
  it('is good for nothing after signing out', async () => {
    const browser = api.client();
    await browser.signIn(await api.build.account());
    const token = String(browser.cookies.get('session'));
    await browser.call(sessionRoutes.signOut);
    browser.cookies.set('session', token);
    expect(await rejection(browser.call(sessionRoutes.currentSession))).toMatchObject({ type: 'not-signed-in' });
    expect(await rejection(browser.call(signInRoutes.beginOneTimeCodes, { body: {} }))).toMatchObject({
      type: 'not-signed-in',
    });
  });
});

describe('codes, to who knows the password', () => {
  async function owner() {
    const account = await api.build.account();
    const client = api.client();
    await client.signIn(account);
    const uri = await setUpCodes(client, now);
    api.clock.advance(minute);
    return { account, uri };
  }
  /** Not the code, whatever it is. */
  const wrong = (code: string) => code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));

  it('are good once: who has seen one over a shoulder comes too late', async () => {
    const { account, uri } = await owner();
    const [first, second] = [await from('192.0.2.10', account), await from('203.0.113.7', account)];
    const code = codeOf(uri, now());
    expect(await give(first.browser, code)).toMatchObject({ state: 'signed-in' });
    expect(await rejection(give(second.browser, code))).toMatchObject({ type: 'wrong-credentials' });
    expect(await rejection(give(second.browser, codeOf(uri, now(), -30)))).toMatchObject({ type: 'wrong-credentials' });
  });

  it('are good for one of two who give the same at the same moment', async () => {
    const { account } = await owner();
    const { useStep } = createCredentialsRepository(api.context.db);
    const step = 90_000_000;
    const uses = await Promise.all([useStep(account.id, step), useStep(account.id, step)]);
    expect(uses.toSorted()).toEqual([false, true]);
    expect(await useStep(account.id, step - 1)).toBe(false);
    expect(await useStep(account.id, step + 1)).toBe(true);
  });

  it('can be tried five times to a password, also at the same moment', async () => {
    const { account, uri } = await owner();
    Object.assign(api.context.config, { rateLimits: false });
    const { browser } = await from('203.0.113.7', account);
    const code = codeOf(uri, now());
    const tries = await Promise.all(Array.from({ length: 12 }, () => rejection(give(browser, wrong(code)))));
    const looked = tries.filter(
      (error) => error instanceof Error && 'type' in error && error.type === 'wrong-credentials',
    );
    expect(looked).toHaveLength(5);
    expect(await rejection(give(browser, code))).toMatchObject({ type: 'sign-in-failed' });
    expect((await attempts()).map(({ reason }) => reason)).toContain('too-many-codes');
  });

  it('cannot be tried for ever by giving the password again, from one address or from many', async () => {
    const { account, uri } = await owner();
    const tryFrom = async (address: string) => {
      const { status, browser } = await from(address, account);
      if (status !== 201) return `${status}`;
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': address };
      const body = JSON.stringify({ code: wrong(codeOf(uri, now())) });
      return `${(await browser.raw('/api/v1/sign-in/one-time-codes', { method: 'POST', headers, body })).status}`;
    };
    const one = [];
    for (let index = 0; index < 7; index += 1) one.push(await tryFrom('203.0.113.7'));
    expect(one).toEqual([...Array(5).fill('401'), '429', '429']);
    const many = [];
    for (let index = 0; index < 7; index += 1) many.push(await tryFrom(`198.51.100.${index}`));
    expect(many).toEqual([...Array(5).fill('401'), '429', '429']);
  });

  it('are asked for no more after five minutes: the password has to be given again', async () => {
    const { account, uri } = await owner();
    const { browser } = await from('192.0.2.10', account);
    api.clock.advance(5 * minute);
    expect(await rejection(give(browser, codeOf(uri, now())))).toMatchObject({ type: 'sign-in-failed' });
    await api.jobs.tick();
    expect(await api.context.db.connection('pending_sign_ins')).toEqual([]);
  });
});

const ofProviders = /^discoverSignIn$|Provider/;
const withoutProviders = Object.fromEntries(Object.entries(signInRoutes).filter(([name]) => !ofProviders.test(name)));

it('whether a user name exists is told neither by words nor by work: each attempt compares one password', async () => {
  let compared = 0;
  const matches: typeof passwordMatches = (password, stored) => {
    compared += 1;
    return passwordMatches(password, stored);
  };
  await using counting = await bootApi({
    overrides: {
      frontEnds: {},
      contract: { ...sessionRoutes, ...withoutProviders, ...auditRoutes },
      features: (context) => [createIdentity(context, { matches }), createAuditFeature(context)],
    },
  });
  const account = await counting.build.account();
  const disabled = await counting.build.account({ disabled: true });
  const elsewhere = await counting.build.account();
  const { db } = counting.context;
  await db.connection('local_credentials').where({ account_id: elsewhere.id }).update({ password_hash: null });
  const all = [{ ...account, password: 'wrong' }, { ...account, username: 'nobody' }, disabled, elsewhere];
  for (const credentials of all) {
    compared = 0;
    const error = await rejection(counting.client().signIn(credentials));
    expect({ compared, error: String(error) }).toEqual({
      compared: 1,
      error: 'ProblemError: The user name or password is not right',
    });
  }
});
