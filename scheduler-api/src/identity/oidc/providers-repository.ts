import { ClaimNames, GroupRole } from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { IdentityProviderId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import { booleanColumn, jsonColumn, toJson } from '../../db/columns.ts';
import type { Database } from '../../db/database.ts';
import { type Scope, scoped } from '../../db/scope.ts';

const Row = z
  .object({
    id: IdentityProviderId,
    organisation_id: OrganisationId,
    name: z.string(),
    issuer: z.string(),
    client_id: z.string(),
    client_secret: z.string().nullable(),
    scopes: z.string(),
    claims: jsonColumn(ClaimNames),
    groups: jsonColumn(z.array(GroupRole)),
    creates_accounts: booleanColumn,
    enabled: booleanColumn,
  })
  .transform((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    name: row.name,
    issuer: row.issuer,
    clientId: row.client_id,
    /** Sealed, for the provider's id. */
    clientSecret: row.client_secret,
    scopes: row.scopes.split(' ').filter((scope) => scope !== ''),
    claims: row.claims,
    groups: row.groups,
    createsAccounts: row.creates_accounts,
    enabled: row.enabled,
  }));
export type StoredProvider = z.output<typeof Row> & { domains: string[] };

const DomainRow = z.object({ domain: z.string(), provider_id: IdentityProviderId });

/** Rows of `identity_providers` and `provider_domains`. */
export function createProvidersRepository(db: Database) {
  const table = () => db.connection('identity_providers');

  async function withDomains(rows: unknown[]): Promise<StoredProvider[]> {
    const providers = z.array(Row).parse(rows);
    const ids = providers.map(({ id }) => id);
    const domains = z
      .array(DomainRow)
      .parse(await db.connection('provider_domains').whereIn('provider_id', ids).orderBy('domain').select('*'));
    const byProvider = Map.groupBy(domains, ({ provider_id }) => provider_id);
    return providers.map((one) => ({ ...one, domains: (byProvider.get(one.id) ?? []).map(({ domain }) => domain) }));
  }

  return {
    async list(scope: Scope): Promise<StoredProvider[]> {
      return withDomains(await scoped(table().orderBy('name'), scope).select('*'));
    },

    async find(scope: Scope, id: IdentityProviderId): Promise<StoredProvider | undefined> {
      return (await withDomains(await scoped(table().where({ id }), scope).select('*')))[0];
    },

    /** The enabled one to which people of a domain are sent. Serves everybody: takes no scope. */
    async findByDomain(domain: string): Promise<{ id: IdentityProviderId; name: string } | undefined> {
      const row = await db
        .connection('provider_domains as d')
        .join('identity_providers as p', 'p.id', 'd.provider_id')
        .where({ 'd.domain': domain, 'p.enabled': true })
        .first('p.id', 'p.name');
      return row && z.object({ id: IdentityProviderId, name: z.string() }).parse(row);
    },

    /** Whether any directory of the installation lets people in. */
    async hasDirectories(): Promise<boolean> {
      return (await db.connection('directories').where({ enabled: true }).first('id')) !== undefined;
    },

    async insert(provider: StoredProvider, createdAt: Instant): Promise<void> {
      const { id, organisationId: organisation_id } = provider;
      await table().insert({ id, organisation_id, created_at: createdAt, ...columnsOf(provider) });
      await this.replaceDomains(provider);
    },

    async save(provider: StoredProvider): Promise<void> {
      await table().where({ id: provider.id }).update(columnsOf(provider));
      await this.replaceDomains(provider);
    },

    /** @throws a duplicate's error for a domain of another provider */
    async replaceDomains({ id, organisationId, domains }: StoredProvider): Promise<void> {
      await db.connection('provider_domains').where({ provider_id: id }).delete();
      for (const domain of new Set(domains)) {
        await db.connection('provider_domains').insert({ domain, provider_id: id, organisation_id: organisationId });
      }
    },

    /** What is known of who is who there, and sign-ins under way. */
    async forgetPeople(id: IdentityProviderId): Promise<void> {
      for (const name of ['external_identities', 'sign_in_flows']) {
        await db.connection(name).where({ provider_id: id }).delete();
      }
    },
  };
}

const columnsOf = (provider: StoredProvider) => ({
  name: provider.name,
  issuer: provider.issuer,
  client_id: provider.clientId,
  client_secret: provider.clientSecret,
  scopes: provider.scopes.join(' '),
  claims: toJson(provider.claims),
  groups: toJson(provider.groups),
  creates_accounts: provider.createsAccounts,
  enabled: provider.enabled,
});
