import { builtInRoles, Permission, permissionNames, roleHolds } from '@remote-clerk/shared/contracts/permissions.ts';
import type { AccountId, RightId } from '@remote-clerk/shared/domain/ids.ts';
import { OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import { jsonColumn } from '../db/columns.ts';
import type { Connection, Database } from '../db/database.ts';

/** What a built-in role holds is in the contracts; what another one holds is in its row. */
const Role = z
  .object({ role_id: z.string(), permissions: jsonColumn(z.array(z.string())).nullable() })
  .transform(({ role_id, permissions }) => {
    const builtIn = builtInRoles.find((role) => role === role_id);
    return permissionNames.filter((name) => (builtIn ? roleHolds(builtIn, name) : permissions?.includes(name)));
  })
  .pipe(z.array(Permission));

const Row = z
  .object({ reaches: OrganisationId, valid_from: Instant, valid_until: Instant, role_id: z.string() })
  .loose()
  .transform((row) => ({
    organisationId: row.reaches,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    permissions: Role.parse(row),
  }));
/** What a right lets somebody do in one of the organisations that it reaches, and when. */
type Reach = z.output<typeof Row>;

const withReach = `with recursive reach (right_id, organisation_id) as (
  select id, organisation_id from role_assignments
    where account_id = ? and withdrawn_at is null and valid_until > ?
  union
  select reach.right_id, organisations.id from organisations
    join reach on organisations.parent_id = reach.organisation_id
)
select reach.organisation_id as reaches, r.valid_from, r.valid_until, r.role_id, roles.permissions from reach
  join role_assignments r on r.id = reach.right_id join roles on roles.id = r.role_id
  where roles.retired_at is null
  order by r.created_at`;

const Rows = z.union([z.array(z.unknown()), z.object({ rows: z.array(z.unknown()) }).transform(({ rows }) => rows)]);

/** Rights that are not withdrawn and not over, also those that begin later, with every organisation that each reaches. */
export async function listReach(connection: Connection, accountId: AccountId, now: Instant): Promise<Reach[]> {
  return z.array(Row).parse(Rows.parse(await connection.raw(withReach, [accountId, now])));
}

type NewRight = {
  id: RightId;
  organisationId: OrganisationId;
  accountId: AccountId;
  roleId: string;
  validFrom: Instant;
  validUntil: Instant;
  createdAt: Instant;
};

/** Rows of `role_assignments`. */
export function createRightsRepository(db: Database) {
  return {
    async insert(right: NewRight): Promise<void> {
      await db.connection('role_assignments').insert({
        id: right.id,
        organisation_id: right.organisationId,
        account_id: right.accountId,
        role_id: right.roleId,
        valid_from: right.validFrom,
        valid_until: right.validUntil,
        created_at: right.createdAt,
      });
    },
  };
}
