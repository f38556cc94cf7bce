import {
  type Directory,
  DirectoryAttributes,
  DirectorySync,
  GroupRole,
} from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { IdentityProviderId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import { booleanColumn, jsonColumn, toJson } from '../../db/columns.ts';
import type { Database } from '../../db/database.ts';
import { type Scope, scoped } from '../../db/scope.ts';

const Row = z
  .object({
    id: IdentityProviderId,
    organisation_id: OrganisationId,
    name: z.string(),
    url: z.string(),
    certificate: z.string().nullable(),
    bind_dn: z.string(),
    bind_password: z.string(),
    base_dn: z.string(),
    attributes: jsonColumn(DirectoryAttributes),
    group_base_dn: z.string().nullable(),
    group_attribute: z.string(),
    groups: jsonColumn(z.array(GroupRole)),
    domains: jsonColumn(z.array(z.string())),
    trust_order: z.int(),
    enabled: booleanColumn,
    last_synced_at: Instant.nullable(),
    last_sync_result: jsonColumn(DirectorySync).nullable(),
  })
  .transform((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    name: row.name,
    url: row.url,
    certificate: row.certificate,
    bindDn: row.bind_dn,
    /** For the directory's id. */
    sealedPassword: row.bind_password,
    baseDn: row.base_dn,
    attributes: row.attributes,
    groupBaseDn: row.group_base_dn,
    groupAttribute: row.group_attribute,
    groups: row.groups,
    domains: row.domains,
    trustOrder: row.trust_order,
    enabled: row.enabled,
    lastSyncedAt: row.last_synced_at,
    lastSync: row.last_sync_result,
  }));
export type StoredDirectory = z.output<typeof Row>;
export type DirectorySettings = Omit<Directory, 'id' | 'organisationId' | 'lastSyncedAt' | 'lastSync'>;
type Kept = DirectorySettings & { sealedPassword: string };

const Greatest = z.object({ greatest: z.coerce.number().nullable() });

/** Rows of `directories`. */
export function createDirectoriesRepository(db: Database) {
  const table = () => db.connection('directories');
  const parse = (rows: unknown) => z.array(Row).parse(rows);

  return {
    /** The most trusted first. */
    list: async (scope: Scope): Promise<StoredDirectory[]> =>
      parse(await scoped(table(), scope).orderBy(['trust_order', 'id'])),

    /** Those through which people sign in now, of all organisations, the most trusted first. */
    listEnabled: async (): Promise<StoredDirectory[]> =>
      parse(await table().where({ enabled: true }).orderBy(['trust_order', 'id'])),

    /** Locked until the transaction ends. */
    async find(scope: Scope, id: IdentityProviderId): Promise<StoredDirectory | undefined> {
      return parse(await scoped(table().where({ id }), scope).forUpdate())[0];
    },

    async insert(
      directory: Kept & { id: IdentityProviderId; organisationId: OrganisationId; createdAt: Instant },
    ): Promise<void> {
      const { greatest } = Greatest.parse(await table().max('trust_order as greatest').first());
      await table().insert({
        id: directory.id,
        organisation_id: directory.organisationId,
        trust_order: (greatest ?? 0) + 1,
        created_at: directory.createdAt,
        next_sync_at: directory.createdAt,
        ...columnsOf(directory),
      });
    },

    async save(id: IdentityProviderId, directory: Kept): Promise<void> {
      await table().where({ id }).update(columnsOf(directory));
    },

    async place(id: IdentityProviderId, trustOrder: number): Promise<void> {
      await table().where({ id }).update({ trust_order: trustOrder });
    },

    /** Domains of which other organisations' OpenID Connect providers are asked. */
    async listDomainsOfOthers(organisationId: OrganisationId): Promise<string[]> {
      const rows = await db
        .connection('provider_domains')
        .whereNot({ organisation_id: organisationId })
        .select('domain');
      return z
        .array(z.object({ domain: z.string() }))
        .parse(rows)
        .map(({ domain }) => domain);
    },

    /** Those whose turn it is to be synchronised. */
    listDue: async (now: Instant): Promise<StoredDirectory[]> =>
      parse(await table().where({ enabled: true }).where('next_sync_at', '<=', now).orderBy('next_sync_at')),

    /** @returns whether nobody else is at it: then it is ours until `until` */
    async claim(id: IdentityProviderId, now: Instant, until: Instant, nextAt: Instant): Promise<boolean> {
      const free = table()
        .where({ id })
        .where((query) => query.whereNull('syncing_until').orWhere('syncing_until', '<=', now));
      return (await free.update({ syncing_until: until, next_sync_at: nextAt })) === 1;
    },

    async release(id: IdentityProviderId): Promise<void> {
      await table().where({ id }).update({ syncing_until: null });
    },

    async noteSync(id: IdentityProviderId, result: DirectorySync): Promise<void> {
      await table()
        .where({ id })
        .update({
          syncing_until: null,
          last_sync_result: toJson(result),
          ...(result.outcome === 'done' && { last_synced_at: result.at }),
        });
    },
  };
}
export type DirectoriesRepository = ReturnType<typeof createDirectoriesRepository>;

const columnsOf = (directory: Kept) => ({
  name: directory.name,
  url: directory.url,
  certificate: directory.certificate,
  bind_dn: directory.bindDn,
  bind_password: directory.sealedPassword,
  base_dn: directory.baseDn,
  attributes: toJson(directory.attributes),
  group_base_dn: directory.groupBaseDn,
  group_attribute: directory.groupAttribute,
  groups: toJson(directory.groups),
  domains: toJson(directory.domains),
  enabled: directory.enabled,
});

/** As it crosses the wire: without its password. */
export const presentDirectory = ({ sealedPassword: _, trustOrder: __, ...directory }: StoredDirectory): Directory =>
  directory;
