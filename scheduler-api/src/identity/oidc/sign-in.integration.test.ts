import { sessionRoutes } from '@remote-clerk/shared/contracts/http/sessions.ts';
import { signInRoutes } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { jsonColumn } from '../../db/columns.ts';
import { createSignInScene } from './testing/sign-in-scene.ts';

let scene: Awaited<ReturnType<typeof createSignInScene>>;
beforeEach(async () => {
  scene = await createSignInScene({ domains: ['kuldiga.example.lv'] });
});
afterEach(() => scene.close());

const anna = { sub: 'anna-1', preferred_username: 'anna', name: 'Anna Zvirbulīte' };

const problemOf = (step: Promise<unknown>) =>
  step.then(
    () => 'nothing',
    (error: unknown) => z.object({ type: z.string() }).parse(error).type,
  );
const Entry = z.object({
  result: z.string(),
  organisation_id: z.string().nullable(),
  details: jsonColumn(z.record(z.string(), z.unknown())),
});
/** Why the latest sign-in was refused, by the record. */
async function lastRefusal() {
  const row = await scene.api.context.db
    .connection('audit_entries')
    .where({ action: 'session.sign-in' })
    .orderBy('id', 'desc')
    .first();
  const { result, details } = Entry.parse(row);
  return result === 'refused' ? details.reason : undefined;
}

describe('who signs in at their organisation’s provider', () => {
  it('gets an account the first time, with no rights, and the same one ever after', async () => {
    const first = await scene.signIn(anna);
    expect(first.account).toMatchObject({ name: 'Anna Zvirbulīte', post: 'office', permissions: ['session.own'] });
    expect(first.account.organisation.id).toBe(scene.organisation.id);
    const again = await scene.signIn({ ...anna, preferred_username: 'someone-else' });
    expect(again.account.id).toBe(first.account.id);
    const { account } = await again.client.call(sessionRoutes.currentSession);
    expect(account.id).toBe(first.account.id);
  });

  it('is given the account that they have here already, by user name', async () => {
    const { id, username } = await scene.api.build.account({ organisationId: scene.organisation.id, role: 'clerk' });
    const { account } = await scene.signIn({ sub: 'x', preferred_username: username.toUpperCase() });
    expect(account.id).toBe(id);
    // Somebody else who is called the same now is not them.
    expect((await scene.signIn({ sub: 'y', preferred_username: username })).account.id).not.toBe(id);
  });

  it('is given it by an e-mail address that the provider has verified, and by no other', async () => {
    const { id } = await scene.api.build.account({ organisationId: scene.organisation.id });
    await scene.api.context.db.connection('accounts').where({ id }).update({ email: 'Anna@Kuldiga.example.lv' });
    const email = 'anna@kuldiga.EXAMPLE.lv';
    expect((await scene.signIn({ sub: 'x', email, email_verified: false })).account.id).not.toBe(id);
    expect((await scene.signIn({ sub: 'y', email, email_verified: 'true' })).account.id).not.toBe(id);
    expect((await scene.signIn({ sub: 'z', email, email_verified: true })).account.id).toBe(id);
  });

  it('is never given an account of another organisation', async () => {
    const stranger = await scene.api.build.account();
    const { account } = await scene.signIn({ sub: 'x', preferred_username: stranger.username });
    expect(account.id).not.toBe(stranger.id);
    expect(account.username).toBe(`${stranger.username}@kuldiga.example.lv`);
  });

  it('is refused where no account is to be made, and where the account is disabled', async () => {
    await scene.change({ createsAccounts: false });
    expect(await problemOf(scene.signIn(anna))).toBe('not-registered');
    expect(await lastRefusal()).toBe('not-registered');
    const gone = await scene.api.build.account({ organisationId: scene.organisation.id, disabled: true });
    await scene.change({ createsAccounts: true });
    expect(await problemOf(scene.signIn({ sub: 'x', preferred_username: gone.username }))).toBe('not-registered');
    expect(await lastRefusal()).toBe('account-disabled');
  });

  it('holds the roles of their groups, until the group is gone', async () => {
    await scene.change({ groups: [{ group: 'centrs', roleId: 'clerk' }] });
    const { client, account } = await scene.signIn({ ...anna, groups: ['visi', 'centrs'] });
    expect(account.permissions).toContain('queue.serve');
    await scene.signIn({ ...anna, groups: ['visi'] });
    const { account: now } = await client.call(sessionRoutes.currentSession);
    expect(now.permissions).toEqual(['session.own']);
  });

  it('gets a new session, and the one that the browser had is over', async () => {
    const { client } = await scene.signIn(anna);
    const before = client.cookies.get('session') ?? '';
    await scene.signIn(anna, {}, client);
    expect(client.cookies.get('session')).not.toBe(before);
    const old = scene.api.client();
    old.cookies.set('session', before);
    expect(await problemOf(old.call(sessionRoutes.currentSession))).toBe('not-signed-in');
  });

  it('is on record, without who they are', async () => {
    const { account } = await scene.signIn(anna);
    const rows = await scene.api.context.db.connection('audit_entries').where({ action: 'session.sign-in' });
    const written = JSON.stringify(rows);
    expect(written).toContain(account.id);
    for (const personal of ['anna-1', 'Zvirbulīte', 'anna']) expect(written).not.toContain(personal);
  });
});

describe('an answer that is not what it should be', () => {
  const minutes = (count: number) => Math.floor(Date.parse(scene.api.clock.now()) / 1_000) + count * 60;

  it.each([
    ['is not signed', 'answer-malformed', { signing: 'no key' }],
    ['is signed with the public key as a secret', 'answer-malformed', { signing: 'its public key as a secret' }],
    ['is signed by somebody else', 'token-signature', { signing: 'another key' }],
    ['is for somebody else', 'token-aud', { claims: { aud: 'another-client' } }],
    ['is for several, and made for another', 'token-azp', { claims: { aud: ['remote-clerk', 'x'], azp: 'x' } }],
    ['is from somebody else', 'token-iss', { claims: { iss: 'https://elsewhere.example' } }],
    ['belongs to another sign-in', 'token-nonce', { claims: { nonce: 'another' } }],
    ['belongs to no sign-in', 'answer-malformed', { claims: { nonce: undefined } }],
    ['names nobody', 'answer-malformed', { claims: { sub: undefined } }],
  ] as const)('is refused when its token %s', async (_what, reason, misdeed) => {
    expect(await problemOf(scene.signIn(anna, misdeed))).toBe('sign-in-failed');
    expect(await lastRefusal()).toBe(reason);
  });

  it('is refused when its token is over, or not yet', async () => {
    expect(await problemOf(scene.signIn(anna, { claims: { exp: minutes(-2) } }))).toBe('sign-in-failed');
    expect(await lastRefusal()).toBe('token-exp');
    expect(await problemOf(scene.signIn(anna, { claims: { iat: minutes(2) } }))).toBe('sign-in-failed');
    expect(await lastRefusal()).toBe('token-iat');
    expect(await problemOf(scene.signIn(anna, { claims: { iat: minutes(-30) } }))).toBe('sign-in-failed');
    expect(await lastRefusal()).toBe('token-iat');
  });

  it('is taken from a provider whose clock is not quite ours', async () => {
    for (const skew of [-0.9, 0.9]) {
      await scene.signIn(anna, { claims: { iat: minutes(skew), exp: minutes(skew + 1) } });
    }
  });

  it('is refused without the state, with another, and with two', async () => {
    for (const state of [undefined, 'another', '']) {
      expect(await problemOf(scene.signIn(anna, { answer: { state } }))).toBe('sign-in-failed');
      expect(await lastRefusal()).toBe('state');
    }
    const client = scene.api.client();
    const answer = scene.provider.letIn(await scene.begin(client), anna);
    expect(await problemOf(scene.complete(client, `${answer}&state=another`))).toBe('sign-in-failed');
  });

  it('is refused when it is from another provider than the browser was sent to', async () => {
    expect(await problemOf(scene.signIn(anna, { answer: { iss: 'https://elsewhere.example' } }))).toBe(
      'sign-in-failed',
    );
    expect(await lastRefusal()).toBe('answer-iss');
    expect(await problemOf(scene.signIn(anna, { answer: { iss: undefined } }))).toBe('sign-in-failed');
  });

  it('is refused when the provider let nobody in', async () => {
    const answer = { code: undefined, error: 'access_denied' };
    expect(await problemOf(scene.signIn(anna, { answer }))).toBe('sign-in-failed');
    expect(await lastRefusal()).toBe('provider-refused');
  });

  it('is refused when it comes a second time, with its flow and with another', async () => {
    const client = scene.api.client();
    const answer = scene.provider.letIn(await scene.begin(client), anna);
    const flow = client.cookies.get('sign-in-flow') ?? '';
    await scene.complete(client, answer);
    client.cookies.set('sign-in-flow', flow);
    expect(await problemOf(scene.complete(client, answer))).toBe('sign-in-failed');
    expect(await lastRefusal()).toBe('no-flow');
    const code = new URLSearchParams(answer).get('code') ?? '';
    expect(await problemOf(scene.signIn(anna, { answer: { code } }))).toBe('sign-in-failed');
    expect(await lastRefusal()).toBe('code-refused');
  });

  it('is refused in a browser that has not begun it', async () => {
    const attacker = scene.api.client();
    const answer = scene.provider.letIn(await scene.begin(attacker), anna);
    const victim = scene.api.client();
    expect(await problemOf(scene.complete(victim, answer))).toBe('sign-in-failed');
    expect(await lastRefusal()).toBe('no-flow');
    // Nor does it help that the victim has begun a sign-in as well.
    await scene.begin(victim);
    expect(await problemOf(scene.complete(victim, answer))).toBe('sign-in-failed');
    expect(await lastRefusal()).toBe('state');
    expect(victim.cookies.has('session')).toBe(false);
  });

  it('is refused when somebody else’s code is put into one’s own flow', async () => {
    const theirs = scene.provider.letIn(await scene.begin(scene.api.client()), anna);
    const code = new URLSearchParams(theirs).get('code') ?? '';
    expect(await problemOf(scene.signIn({ sub: 'thief' }, { answer: { code } }))).toBe('sign-in-failed');
    expect(await lastRefusal()).toBe('code-refused');
  });

  it('is refused ten minutes after it was begun', async () => {
    const client = scene.api.client();
    const url = await scene.begin(client);
    scene.api.clock.advance(10 * 60_000);
    expect(await problemOf(scene.complete(client, scene.provider.letIn(url, anna)))).toBe('sign-in-failed');
    expect(await lastRefusal()).toBe('flow-expired');
  });

  it('leads nowhere but where this system says', async () => {
    const client = scene.api.client();
    const url = await scene.begin(client);
    expect(new URL(url).searchParams.get('redirect_uri')).toBe('http://localhost:4000/console/sign-in');
    const answer = `${scene.provider.letIn(url, anna)}&returnTo=https://elsewhere.example&redirect_uri=//elsewhere.example`;
    const reply = await scene.complete(client, answer);
    expect(JSON.stringify(reply)).not.toContain('elsewhere');
    for (const elsewhere of ['https://elsewhere.example/?code=1', '//elsewhere.example?code=1', '/?code=1']) {
      expect(await problemOf(scene.complete(client, elsewhere))).toBe('invalid-request');
    }
  });

  it('is refused from another site', async () => {
    const client = scene.api.client();
    const answer = scene.provider.letIn(await scene.begin(client), anna);
    const response = await client.raw(signInRoutes.completeProviderSignIn.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example' },
      body: JSON.stringify({ answer }),
    });
    expect(response.status).toBe(403);
    expect(client.cookies.has('session')).toBe(false);
  });
});

describe('a provider', () => {
  it('may change its keys at any moment', async () => {
    await scene.signIn(anna);
    await scene.provider.changeKeys();
    const { account } = await scene.signIn(anna);
    expect(account.name).toBe('Anna Zvirbulīte');
  });

  it('that is down is said to be so, before and after, and is tried again', async () => {
    const client = scene.api.client();
    scene.provider.be('down');
    expect(await problemOf(scene.begin(client))).toBe('provider-unavailable');
    expect(await lastRefusal()).toBe('provider-not-a-provider');
    scene.provider.be('up');
    const url = await scene.begin(client);
    scene.provider.be('down');
    expect(await problemOf(scene.complete(client, scene.provider.letIn(url, anna)))).toBe('provider-unavailable');
    scene.provider.be('up');
    await scene.signIn(anna);
  });

  it('that is down leaves others working', async () => {
    const { account, api } = scene;
    scene.provider.be('silent');
    const waiting = problemOf(scene.begin(api.client()));
    await api.client().signIn(account);
    scene.provider.close();
    expect(await waiting).toBe('provider-unavailable');
  });

  it('that is not enabled lets nobody in, and who came through it is signed out', async () => {
    const { client } = await scene.signIn(anna);
    const begun = scene.api.client();
    const answer = scene.provider.letIn(await scene.begin(begun), anna);
    await scene.change({ enabled: false });
    expect(await problemOf(client.call(sessionRoutes.currentSession))).toBe('not-signed-in');
    expect(await problemOf(scene.begin(scene.api.client()))).toBe('not-found');
    expect(await problemOf(scene.complete(begun, answer))).toBe('sign-in-failed');
  });
});

describe('the way to sign in', () => {
  const waysOf = async (login: string) =>
    (await scene.api.client().call(signInRoutes.discoverSignIn, { body: { login } })).ways;

  it('is the provider of one’s domain, whoever one is', async () => {
    const ours = [{ kind: 'provider', id: scene.id, name: 'Kuldīgas novada pieteikšanās' }];
    for (const login of ['anna@kuldiga.example.lv', 'nobody@KULDIGA.example.lv', 'kuldiga.example.lv']) {
      expect(await waysOf(login)).toEqual(ours);
    }
  });

  it('is what the installation offers to all where the domain is nobody’s', async () => {
    const offered = [{ kind: 'password' }, { kind: 'passkey' }];
    for (const login of [scene.account.username, 'nobody', 'x@elsewhere.example', 'x@sub.kuldiga.example.lv']) {
      expect(await waysOf(login)).toEqual(offered);
    }
  });
});
