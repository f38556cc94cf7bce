import type { Context } from '../../context.ts';
import type { Feature } from '../../feature.ts';
import type { Signals } from '../../live/signals.ts';
import type { SessionListener } from '../feature.ts';
import type { MappedRoles } from '../mapped-roles.ts';
import { oidcRoutes } from './oidc-routes.ts';
import { createProviderClients } from './provider-client.ts';
import { createProviderSessions } from './provider-sessions.ts';
import { createProviders } from './providers.ts';
import { createProvidersService } from './providers-service.ts';
import { createProviderSignIn } from './sign-in-service.ts';

/** What signing in at providers stands on. */
export function createProviderServices(
  parts: Context & { signals: Pick<Signals, 'accountEnded'>; mappedRoles: MappedRoles },
) {
  const providerClients = createProviderClients(parts);
  const providers = createProviders(parts);
  const common = { ...parts, clients: providerClients, providers };
  const providerSessions = createProviderSessions(common);
  const providerAdministration = createProvidersService({ ...common, providerSessions });
  return { providerClients, providers, providerSessions, providerAdministration };
}

type Parts = Context &
  ReturnType<typeof createProviderServices> & {
    mappedRoles: MappedRoles;
    listeners: Pick<SessionListener, 'signedIn'>;
  };

/** Staff sign in at their organisation's OpenID Connect provider. */
export function createOidcFeature(parts: Parts): Feature {
  const { providerSessions, providerAdministration: administration } = parts;
  const signIn = createProviderSignIn({ ...parts, clients: parts.providerClients });
  return {
    routes: oidcRoutes({ ...parts, signIn, administration }),
    jobs: [
      { name: 'forget sign-ins that were not finished', everyMs: 600_000, run: signIn.forgetOldFlows },
      { name: 'forget sessions at providers that are over', everyMs: 600_000, run: providerSessions.forgetOver },
    ],
  };
}
