import { identityRoutes } from '@remote-clerk/shared/contracts/http/identity.ts';
import type { PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import type { TestApi } from './boot-api.ts';
import { serveTestProvider, type TestProvider } from './identity-provider.ts';
import type { WorldKiosk } from './world.ts';

/** A provider through which citizens sign in, from when it is asked for. */
export function createSceneCitizens(api: TestApi, kiosk: WorldKiosk, serviceId: PublicServiceId) {
  let served: Promise<TestProvider> | undefined;

  async function serve(): Promise<TestProvider> {
    const provider = await serveTestProvider(api.clock);
    const { issuer, clientId, clientSecret } = provider;
    const scopes = ['openid', 'profile'];
    const about = { name: 'latvija.lv', scopes, origins: [], codeClaim: 'personal_code' };
    api.context.config.citizens.signIn = { issuer, clientId, clientSecret, ...about };
    return provider;
  }
  const ready = () => {
    served ??= serve();
    return served;
  };

  return {
    ready,
    /** Somebody who signs in at the kiosk, as the provider sends them back. */
    async answer() {
      const provider = await ready();
      const { id, url } = await kiosk.client.call(identityRoutes.beginCitizenSignIn, { body: { serviceId } });
      const citizen = { sub: id, given_name: 'Anna', family_name: 'Ķirse', personal_code: '161175-19997' };
      return { signInId: id, query: provider.letIn(url, citizen) };
    },
  };
}
