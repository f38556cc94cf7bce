import { identityAdministrationRoutes } from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { sessionRoutes } from '@remote-clerk/shared/contracts/http/sessions.ts';
import { signInRoutes } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoProviderSecret } from '../../../scheduler-api/src/demo/demo-providers.ts';
import { providerSettings } from '../../../scheduler-api/src/identity/oidc/testing/provider-settings.ts';
import { bootApi, type TestApi } from '../../../scheduler-api/src/testing/boot-api.ts';
import type { TestClient } from '../../../scheduler-api/src/testing/test-client.ts';
import { testOrigin } from '../../../scheduler-api/src/testing/test-config.ts';
import { createBrowser } from './browser.ts';
import { clientsOf } from './clients.ts';
import { serveIdentityProvider } from './web.ts';

const clientId = 'remote-clerk-kuldiga';

let api: TestApi;
let administrator: TestClient;
let served: Awaited<ReturnType<typeof serveIdentityProvider>>;
/** Where the system is told of who has signed out at the provider. */
const logout: Record<string, string> = {};
let providerId: string;
beforeEach(async () => {
  api = await bootApi();
  // A provider of its own process goes by the real time.
  api.clock.advance(Date.now() - Date.parse(api.clock.now()));
  const organisation = await api.build.organisation({ name: 'Kuldīgas novads' });
  const account = await api.build.account({ organisationId: organisation.id, role: 'administrator' });
  administrator = api.client();
  await administrator.signIn(account);
  const settings = {
    ...providerSettings({ issuer: 'https://not.yet.example', clientId }),
    clientSecret: demoProviderSecret,
  };
  const groups = [{ group: 'klientu-centrs', roleId: 'clerk' }];
  const made = await administrator.call(identityAdministrationRoutes.createIdentityProvider, { body: settings });
  providerId = made.id;
  logout[clientId] = made.backChannelLogoutUri.replace(testOrigin, api.url);
  served = await serveIdentityProvider(0, () => clientsOf(testOrigin, logout));
  await administrator.call(identityAdministrationRoutes.changeIdentityProvider, {
    params: { providerId: made.id },
    body: { ...settings, issuer: served.issuer, groups },
  });
});
afterEach(async () => {
  await served.close();
  await api.close();
});

async function signInAs(person: string, browser = createBrowser(), client = api.client()) {
  const { url } = await client.call(signInRoutes.beginProviderSignIn, { params: { providerId }, body: {} });
  const back = await browser.choose(url, person);
  expect(`${back.origin}${back.pathname}`).toBe(`${testOrigin}/console/sign-in`);
  const reply = await client.call(signInRoutes.completeProviderSignIn, { body: { answer: back.search } });
  if (reply.state !== 'signed-in') throw new Error(reply.state);
  return { client, browser, account: reply.account };
}
const isSignedIn = (client: TestClient) =>
  client.call(sessionRoutes.currentSession).then(
    () => true,
    () => false,
  );

describe('signing in through the provider of development', () => {
  it('lets in who is chosen, with the rights of their groups', async () => {
    const { account, client } = await signInAs('k-4');
    expect(account).toMatchObject({ name: 'Edgars Jaunzemītis', username: 'edgars' });
    expect(account.permissions).toContain('queue.serve');
    expect(await isSignedIn(client)).toBe(true);
  });

  it('gives nobody an account who chooses nobody', async () => {
    await expect(signInAs('')).rejects.toMatchObject({ type: 'sign-in-failed' });
    // Those of another client are not to be had here.
    await expect(signInAs('v-1')).rejects.toMatchObject({ type: 'sign-in-failed' });
  });

  it('is signed out of there when it is signed out of here, and the other way round', async () => {
    const { client, browser } = await signInAs('k-5');
    // Known there: nobody is asked again, and a second session is the same one there.
    const second = await signInAs('', browser);
    const { providerUrl } = await client.call(sessionRoutes.signOut);
    const asked = await browser.follow(providerUrl ?? '');
    if ('left' in asked) throw new Error('The provider did not ask');
    const xsrf = /name="xsrf" value="(\w+)"/.exec(asked.page)?.[1] ?? '';
    const done = await browser.follow(`${served.issuer}/session/end/confirm`, {
      method: 'POST',
      body: new URLSearchParams({ xsrf, logout: 'yes' }),
    });
    expect('left' in done && done.left.href).toBe(`${testOrigin}/console/`);
    expect(await isSignedIn(second.client)).toBe(false);
    await expect(signInAs('', browser)).rejects.toMatchObject({ type: 'sign-in-failed' });
  });

  it('is found to be without fault', async () => {
    const { findings } = await administrator.call(identityAdministrationRoutes.tryIdentityProvider, {
      params: { providerId },
      body: {},
    });
    expect(findings).toEqual([]);
  });
});

it('its page says what it is, and shows those of the client that asks', async () => {
  const browser = createBrowser();
  const { url } = await api.client().call(signInRoutes.beginProviderSignIn, { params: { providerId }, body: {} });
  const page = await browser.follow(url);
  if ('left' in page) throw new Error('There is no page');
  expect(page.page).toContain('for development');
  expect(page.page).toContain('Baiba Ozoliņkalne');
  expect(page.page).not.toContain('Ķirsonova');
});
