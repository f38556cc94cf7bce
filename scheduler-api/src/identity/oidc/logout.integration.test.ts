import { sessionRoutes } from '@remote-clerk/shared/contracts/http/sessions.ts';
import { signInRoutes } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import { staffNamespace } from '@remote-clerk/shared/contracts/live/messages.ts';
import { StaffSessionId } from '@remote-clerk/shared/domain/ids.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { TestClient } from '../../testing/test-client.ts';
import { testOrigin } from '../../testing/test-config.ts';
import { openSocket } from '../../testing/test-socket.ts';
import { createWorld } from '../../testing/world.ts';
import { createSignInScene } from './testing/sign-in-scene.ts';

let scene: Awaited<ReturnType<typeof createSignInScene>>;
beforeEach(async () => {
  scene = await createSignInScene();
});
afterEach(() => scene.close());

const anna = { sub: 'anna-1', sid: 'anna-at-the-office', name: 'Anna Zvirbulīte' };

async function tell(logoutToken: string, providerId: string = scene.id) {
  const response = await fetch(
    `${scene.api.url}${signInRoutes.endProviderSessions.path.replace(':providerId', providerId)}`,
    { method: 'POST', body: new URLSearchParams({ logout_token: logoutToken }) },
  );
  return response.status;
}
const isSignedIn = (client: TestClient) =>
  client.call(sessionRoutes.currentSession).then(
    () => true,
    () => false,
  );

describe('a provider that says that somebody has signed out', () => {
  it('ends the session that it means, and no other', async () => {
    const office = await scene.signIn(anna);
    const home = await scene.signIn({ ...anna, sid: 'anna-at-home' });
    const juris = await scene.signIn({ sub: 'juris-1', sid: 'juris' });
    expect(await tell(await scene.provider.logoutToken({ sub: anna.sub, sid: anna.sid }))).toBe(200);
    expect(await Promise.all([office, home, juris].map(({ client }) => isSignedIn(client)))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('ends all of a person’s where it names none of them', async () => {
    const office = await scene.signIn(anna);
    const home = await scene.signIn({ ...anna, sid: 'anna-at-home' });
    const juris = await scene.signIn({ sub: 'juris-1' });
    expect(await tell(await scene.provider.logoutToken({ sub: anna.sub }))).toBe(200);
    expect(await Promise.all([office, home, juris].map(({ client }) => isSignedIn(client)))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('ends it by its own name for the session alone', async () => {
    const { client } = await scene.signIn(anna);
    expect(await tell(await scene.provider.logoutToken({ sid: anna.sid }))).toBe(200);
    expect(await isSignedIn(client)).toBe(false);
  });

  it('closes the sockets at once', async () => {
    const { client } = await scene.signIn(anna);
    const cookie = [...client.cookies].map((pair) => pair.join('=')).join('; ');
    const socket = await openSocket(`${scene.api.url}${staffNamespace}`, {
      extraHeaders: { cookie, origin: testOrigin },
    });
    const closed = socket.closed();
    expect(await tell(await scene.provider.logoutToken({ sub: anna.sub }))).toBe(200);
    await closed;
    expect(await isSignedIn(client)).toBe(false);
  });

  it.each([
    ['not signed', {}, 'no key'],
    ['signed by somebody else', {}, 'another key'],
    ['signed with the public key as a secret', {}, 'its public key as a secret'],
    ['for another client', { aud: 'another' }, 'own key'],
    ['from another provider', { iss: 'https://elsewhere.example' }, 'own key'],
    ['an ID token', { nonce: 'n' }, 'own key'],
    ['about something else', { events: { 'http://schemas.openid.net/event/other': {} } }, 'own key'],
    ['about nothing', { events: undefined }, 'own key'],
    ['about nobody', { sub: undefined }, 'own key'],
    ['without a name of its own', { jti: undefined }, 'own key'],
    ['over', { iat: 1_600_000_000, exp: 1_600_000_100 }, 'own key'],
    ['good for ever', { exp: undefined }, 'own key'],
  ] as const)('is not believed when its token is %s', async (_what, wrong, signing) => {
    const { client } = await scene.signIn(anna);
    expect(await tell(await scene.provider.logoutToken({ sub: anna.sub, ...wrong }, signing))).toBe(400);
    expect(await isSignedIn(client)).toBe(true);
    const entry = await scene.api.context.db.connection('audit_entries').orderBy('id', 'desc').first();
    expect(entry).toMatchObject({ action: 'session.end-by-provider', result: 'refused' });
  });

  it('is believed once', async () => {
    const token = await scene.provider.logoutToken({ sub: anna.sub });
    expect(await tell(token)).toBe(200);
    const { client } = await scene.signIn(anna);
    expect(await tell(token)).toBe(400);
    expect(await isSignedIn(client)).toBe(true);
  });

  it('is believed after it has changed its keys', async () => {
    const { client } = await scene.signIn(anna);
    await scene.provider.changeKeys();
    expect(await tell(await scene.provider.logoutToken({ sub: anna.sub }))).toBe(200);
    expect(await isSignedIn(client)).toBe(false);
  });

  it('is told where it is not known', async () => {
    const token = await scene.provider.logoutToken({ sub: anna.sub });
    expect(await tell(token, '00000000-0000-4000-8000-00000000ffff')).toBe(404);
  });
});

describe('who signs out here', () => {
  it('is sent to sign out at the provider, which is shown what it gave', async () => {
    const { client } = await scene.signIn(anna);
    const { providerUrl } = await client.call(sessionRoutes.signOut);
    const url = new URL(providerUrl ?? '');
    expect(`${url.origin}${url.pathname}`).toBe(`${scene.provider.issuer}/end`);
    expect(url.searchParams.get('post_logout_redirect_uri')).toBe(`${testOrigin}/console/`);
    expect(url.searchParams.get('id_token_hint')).toMatch(/^eyJ/);
    expect(await isSignedIn(client)).toBe(false);
  });

  it('has signed out here also while the provider is down', async () => {
    const { client } = await scene.signIn(anna);
    scene.api.clock.advance(11 * 60_000);
    scene.provider.be('down');
    expect((await client.call(sessionRoutes.signOut)).providerUrl).toBeNull();
    expect(await isSignedIn(client)).toBe(false);
  });

  it('leaves nothing behind of what the provider gave', async () => {
    const { client } = await scene.signIn(anna);
    const rows = await scene.api.context.db.connection('provider_sessions').select('*');
    expect(JSON.stringify(rows)).not.toContain('eyJ');
    await client.call(sessionRoutes.signOut);
    await scene.api.context.db.connection('staff_sessions').update({ ended_at: scene.api.clock.now() });
    scene.api.clock.advance(600_000);
    await scene.api.jobs.tick();
    expect(await scene.api.context.db.connection('provider_sessions').select('*')).toEqual([]);
  });
});

it('a session of another kind has no provider to sign out at', async () => {
  const { signOutUrl } = (await createWorld(scene.api)).services.providerSessions;
  const rows = await scene.api.context.db.connection('staff_sessions').select('id');
  const [own] = z.array(z.object({ id: StaffSessionId })).parse(rows);
  expect(own && (await signOutUrl(own.id))).toBeNull();
});
