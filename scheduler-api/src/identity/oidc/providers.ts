import type { IdentityProviderId } from '@remote-clerk/shared/domain/ids.ts';
import type { Context } from '../../context.ts';
import { systemScope } from '../../db/scope.ts';
import { unseal } from '../../seal.ts';
import type { ProviderClient } from './provider-client.ts';
import { createProvidersRepository, type StoredProvider } from './providers-repository.ts';

export type Providers = ReturnType<typeof createProviders>;

/** Providers as signing in needs them. */
export function createProviders({ db, config }: Pick<Context, 'db' | 'config'>) {
  const repository = createProvidersRepository(db);

  return {
    /** Where providers send browsers back to: the page that posts what they bring. */
    redirectUri: `${config.publicOrigin}/console/sign-in`,

    /** Whoever signs in is nobody yet: takes no scope. */
    async findEnabled(id: IdentityProviderId): Promise<StoredProvider | undefined> {
      const provider = await repository.find(systemScope, id);
      return provider?.enabled ? provider : undefined;
    },

    findByDomain: repository.findByDomain,
    hasDirectories: repository.hasDirectories,

    clientOf: ({ id, issuer, clientId, clientSecret, scopes }: StoredProvider): ProviderClient => ({
      issuer,
      clientId,
      clientSecret: clientSecret === null ? null : unseal(clientSecret, config.signIn.key, id),
      scopes,
    }),
  };
}
