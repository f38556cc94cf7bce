import type { IdentityProvider } from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { IdentityProviderId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { actorOf, type StaffRequest } from '../../audit/audit.ts';
import type { Context } from '../../context.ts';
import { isDuplicate } from '../../db/retry.ts';
import type { OrganisationScope, Scope } from '../../db/scope.ts';
import { seal } from '../../seal.ts';
import type { MappedRoles } from '../mapped-roles.ts';
import { type Finding, findFaults } from './find-faults.ts';
import type { ProviderClients } from './provider-client.ts';
import { isProviderAddress } from './provider-fetch.ts';
import type { ProviderSessions } from './provider-sessions.ts';
import type { Providers } from './providers.ts';
import { createProvidersRepository, type StoredProvider } from './providers-repository.ts';

type Settings = Omit<StoredProvider, 'id' | 'organisationId' | 'clientSecret'> & { clientSecret?: string | null };

type Parts = Pick<Context, 'db' | 'clock' | 'ids' | 'config' | 'audit'> & {
  clients: ProviderClients;
  providers: Providers;
  providerSessions: Pick<ProviderSessions, 'endAllOf'>;
  mappedRoles: Pick<MappedRoles, 'listUsable'>;
};

/** What administrators do with their organisations' providers. */
export function createProvidersService(parts: Parts) {
  const { db, clock, ids, config, audit, clients, providers, providerSessions, mappedRoles } = parts;
  const repository = createProvidersRepository(db);

  const present = ({ clientSecret, ...provider }: StoredProvider): IdentityProvider => ({
    ...provider,
    hasSecret: clientSecret !== null,
    redirectUri: providers.redirectUri,
    backChannelLogoutUri: `${config.publicOrigin}/api/v1/sign-in/providers/${provider.id}/back-channel-logout`,
  });

  async function get(scope: OrganisationScope, id: IdentityProviderId): Promise<StoredProvider> {
    const provider = await repository.find(scope, id);
    if (!provider) throw new ProblemError('not-found');
    return provider;
  }

  function assertIssuer(issuer: string): void {
    const { username, password, search, hash } = new URL(issuer);
    const isPlain = username === '' && password === '' && search === '' && hash === '';
    if (isPlain && isProviderAddress(new URL(issuer), config.https)) return;
    const detail = 'must be an https address without user, query and fragment';
    throw new ProblemError('invalid-request', undefined, { fields: [{ pointer: '/body/issuer', detail }] });
  }

  async function assertRoles({ organisationId, groups }: Pick<StoredProvider, 'organisationId' | 'groups'>) {
    const known = await mappedRoles.listUsable(organisationId);
    const fields = groups.flatMap(({ roleId }, index) =>
      known.includes(roleId) ? [] : [{ pointer: `/body/groups/${index}/roleId`, detail: 'There is no such role here' }],
    );
    if (fields.length > 0) throw new ProblemError('invalid-request', undefined, { fields });
  }

  const sealed = (id: IdentityProviderId, secret: string | null) =>
    secret === null ? null : seal(secret, config.signIn.key, id);

  /** @throws ProblemError `conflict` for a domain of another provider */
  async function keep(
    request: StaffRequest | null,
    action: string,
    provider: StoredProvider,
    step: () => Promise<void>,
  ) {
    assertIssuer(provider.issuer);
    try {
      await db.transaction(async () => {
        await assertRoles(provider);
        await step();
        if (!provider.enabled) await providerSessions.endAllOf(provider.id);
        await audit.record({
          organisationId: provider.organisationId,
          actor: request ? actorOf(request.principal) : { kind: 'system', id: null },
          action,
          subject: { kind: 'identity-provider', id: provider.id },
          ...(request && { requestId: request.requestId, sourceIp: request.sourceIp }),
          details: {
            enabled: provider.enabled,
            createsAccounts: provider.createsAccounts,
            groups: provider.groups.length,
          },
        });
      });
    } catch (error) {
      throw isDuplicate(error) ? new ProblemError('conflict', 'One of the domains is another provider’s') : error;
    }
    return present(provider);
  }

  return {
    list: async (scope: Scope) => (await repository.list(scope)).map(present),

    /** @param request null where it is made by nobody who is signed in: demo data */
    async create(
      scope: OrganisationScope,
      request: StaffRequest | null,
      { clientSecret = null, ...settings }: Settings,
    ) {
      const id = IdentityProviderId.parse(ids.uuid());
      const provider = {
        ...settings,
        id,
        organisationId: scope.organisationId,
        clientSecret: sealed(id, clientSecret),
      };
      return keep(request, 'identity-provider.create', provider, () => repository.insert(provider, clock.now()));
    },

    async change(scope: OrganisationScope, request: StaffRequest, id: IdentityProviderId, settings: Settings) {
      const before = await get(scope, id);
      const { clientSecret, ...changed } = settings;
      const secret = clientSecret === undefined ? before.clientSecret : sealed(id, clientSecret);
      const provider = { ...before, ...changed, clientSecret: secret };
      return keep(request, 'identity-provider.change', provider, async () => {
        await repository.save(provider);
        if (provider.issuer === before.issuer) return;
        // Whom another provider calls by the same name is somebody else.
        await providerSessions.endAllOf(id);
        await repository.forgetPeople(id);
      });
    },

    /** Asks the provider, and says what is wrong with it. */
    async try(scope: OrganisationScope, id: IdentityProviderId): Promise<Finding[]> {
      const { issuer } = await get(scope, id);
      return findFaults(() => clients.inspect(issuer));
    },
  };
}
export type ProvidersService = ReturnType<typeof createProvidersService>;
