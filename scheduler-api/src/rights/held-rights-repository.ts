import type { HeldRight } from '@remote-clerk/shared/contracts/http/clients.ts';
import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import { OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Connection } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';
import { RolePermissions } from './rights-rows.ts';

const Row = z
  .looseObject({
    role_id: z.string(),
    role_name: z.string(),
    organisation_id: OrganisationId,
    organisation_name: z.string(),
    valid_from: Instant,
    valid_until: Instant,
  })
  .transform((row) => ({
    role: row.role_name,
    permissions: RolePermissions.parse(row),
    organisation: { id: row.organisation_id, name: row.organisation_name },
    validFrom: row.valid_from,
    validUntil: row.valid_until,
  }));

/** What somebody holds at this moment, as other systems are told of it. */
export async function listHeldRights(
  connection: Connection,
  scope: Scope,
  accountId: AccountId,
  now: Instant,
): Promise<HeldRight[]> {
  const query = connection('role_assignments as r')
    .join('roles', 'roles.id', 'r.role_id')
    .join('organisations as o', 'o.id', 'r.organisation_id')
    .where('r.account_id', accountId)
    .whereNull('r.withdrawn_at')
    .where('r.valid_from', '<=', now)
    .where('r.valid_until', '>', now)
    .orderBy('r.created_at')
    .select('r.*', 'roles.permissions', 'roles.name as role_name', 'o.name as organisation_name');
  return z.array(Row).parse(await scoped(query, scope, 'r.organisation_id'));
}
