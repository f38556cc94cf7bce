import { identityAdministrationRoutes } from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { signInRoutes } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import { providerSettings } from '../identity/oidc/testing/provider-settings.ts';
import type { TestApi } from './boot-api.ts';
import { serveTestProvider, type TestProvider } from './identity-provider.ts';
import type { TestClient } from './test-client.ts';

/** The providers of an administrator's organisation. */
export function createSceneProviders(api: TestApi, administrator: TestClient) {
  let made: Promise<{ id: string; provider: TestProvider }> | undefined;

  const add = (served: { issuer: string; clientId: string }, clientSecret: string) =>
    administrator.call(identityAdministrationRoutes.createIdentityProvider, {
      body: { ...providerSettings(served), clientSecret },
    });
  async function make() {
    const provider = await serveTestProvider(api.clock);
    return { id: (await add(provider, provider.clientSecret)).id, provider };
  }
  /** One that answers, from when it is asked for. */
  async function ready() {
    made ??= make();
    return made;
  }

  return {
    ready,

    /** One that is nowhere. */
    another: () => add({ issuer: 'https://login.example.lv', clientId: 'remote-clerk' }, 'a secret'),

    /** What a browser sends that comes back from the provider, with the cookie that it got before. */
    async answer(sub: string) {
      const { id: providerId, provider } = await ready();
      const client = api.client();
      const { url } = await client.call(signInRoutes.beginProviderSignIn, { params: { providerId }, body: {} });
      return { body: { answer: provider.letIn(url, { sub }) }, cookies: Object.fromEntries(client.cookies) };
    },
  };
}
