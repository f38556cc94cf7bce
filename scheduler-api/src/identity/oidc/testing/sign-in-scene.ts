import { identityAdministrationRoutes } from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { signInRoutes } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import type { IdentityProviderId } from '@remote-clerk/shared/domain/ids.ts';
import { type BootOptions, bootApi } from '../../../testing/boot-api.ts';
import { type Misdeed, serveTestProvider, type TestPerson } from '../../../testing/identity-provider.ts';
import type { TestClient } from '../../../testing/test-client.ts';
import { type ProviderSettings, providerSettings } from './provider-settings.ts';

/** An organisation with an administrator and a provider. Close it with `close()`. */
export async function createSignInScene(changes: Partial<ProviderSettings> = {}, options: BootOptions = {}) {
  const api = await bootApi(options);
  const organisation = await api.build.organisation({ name: 'Kuldīgas novads' });
  const account = await api.build.account({ organisationId: organisation.id, role: 'administrator' });
  const administrator = api.client();
  await administrator.signIn(account);
  const provider = await serveTestProvider(api.clock);
  const settings = { ...providerSettings(provider), clientSecret: provider.clientSecret, ...changes };
  const { id } = await administrator.call(identityAdministrationRoutes.createIdentityProvider, { body: settings });

  const begin = async (client: TestClient, providerId: IdentityProviderId = id) =>
    (await client.call(signInRoutes.beginProviderSignIn, { params: { providerId }, body: {} })).url;
  const complete = (client: TestClient, answer: string) =>
    client.call(signInRoutes.completeProviderSignIn, { body: { answer } });

  return {
    api,
    organisation,
    administrator,
    account,
    provider,
    settings,
    id,
    begin,
    complete,

    /** A browser goes to the provider, is let in, and comes back. @throws the refusal */
    async signIn(person: TestPerson, misdeed: Misdeed = {}, client = api.client()) {
      const reply = await complete(client, provider.letIn(await begin(client), person, misdeed));
      if (reply.state !== 'signed-in') throw new Error(reply.state);
      return { client, account: reply.account };
    },

    change: (more: Partial<ProviderSettings>) =>
      administrator.call(identityAdministrationRoutes.changeIdentityProvider, {
        params: { providerId: id },
        body: { ...settings, ...more },
      }),

    async close() {
      provider.close();
      await api.close();
    },
  };
}
