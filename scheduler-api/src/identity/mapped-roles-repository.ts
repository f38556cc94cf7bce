import { approvalsNeeded } from '@remote-clerk/shared/contracts/rights.ts';
import {
  type AccountId,
  type IdentityProviderId,
  type OrganisationId,
  RightId,
} from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { listAbove, RolePermissions } from '../rights/rights-rows.ts';

const Row = z
  .object({
    id: RightId,
    role_id: z.string(),
    valid_until: Instant,
    withdrawn_at: Instant.nullable(),
    withdrawn_by: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    roleId: row.role_id,
    validUntil: row.valid_until,
    withdrawnAt: row.withdrawn_at,
    byPerson: row.withdrawn_by !== null,
  }));

const Usable = z
  .looseObject({ role_id: z.string() })
  .transform((row) => ({ id: row.role_id, permissions: RolePermissions.parse(row) }));

/** Rights whose `request_id` names the provider or directory that they come from. */
export function createMappedRolesRepository(db: Database) {
  const table = () => db.connection('role_assignments');

  return {
    /** All that a source ever gave an account, the earliest first. The account is locked until the transaction ends. */
    async lockAndList(accountId: AccountId, sourceId: IdentityProviderId) {
      await db.connection('accounts').where({ id: accountId }).forUpdate().first('id');
      const rows = await table().where({ account_id: accountId, request_id: sourceId }).orderBy(['created_at', 'id']);
      return z.array(Row).parse(rows);
    },

    /** Accounts that hold anything from a source. */
    async listHolders(sourceId: IdentityProviderId, now: Instant): Promise<Set<string>> {
      const rows = await table()
        .where({ request_id: sourceId, withdrawn_at: null })
        .where('valid_until', '>', now)
        .select('account_id');
      return new Set(
        z
          .array(z.object({ account_id: z.string() }))
          .parse(rows)
          .map((row) => row.account_id),
      );
    },

    /**
     * Roles that a group can give at an organisation: built-in ones, its own, and those of the organisations above it, as far
     * as one approval is enough for them. What needs two is always asked for.
     */
    async listUsable(organisationId: OrganisationId): Promise<string[]> {
      const above = await listAbove(db.connection, organisationId);
      const rows = await db
        .connection('roles')
        .whereNull('retired_at')
        .where((either) => either.whereNull('organisation_id').orWhereIn('organisation_id', above))
        .select('id as role_id', 'permissions');
      const found = z.array(Usable).parse(rows);
      return found.filter(({ permissions }) => approvalsNeeded(permissions) === 1).map(({ id }) => id);
    },

    async insert(right: {
      id: RightId;
      organisationId: OrganisationId;
      accountId: AccountId;
      sourceId: IdentityProviderId;
      roleId: string;
      validFrom: Instant;
      validUntil: Instant;
    }): Promise<void> {
      await table().insert({
        id: right.id,
        organisation_id: right.organisationId,
        account_id: right.accountId,
        role_id: right.roleId,
        request_id: right.sourceId,
        valid_from: right.validFrom,
        valid_until: right.validUntil,
        created_at: right.validFrom,
      });
    },

    async extend(id: RightId, validUntil: Instant): Promise<void> {
      await table().where({ id }).update({ valid_until: validUntil });
    },

    async withdraw(id: RightId, at: Instant, reason: string): Promise<void> {
      await table().where({ id }).update({ withdrawn_at: at, withdrawn_reason: reason });
    },
  };
}
