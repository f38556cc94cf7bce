import { builtInRoles, Permission, permissionNames, roleHolds } from '@remote-clerk/shared/contracts/permissions.ts';
import { type Person, RoleId, type RoleName } from '@remote-clerk/shared/contracts/rights.ts';
import { AccountId, OrganisationId, RightId, RightRequestId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import { jsonColumn } from '../db/columns.ts';
import type { Connection } from '../db/database.ts';

export const builtIn = (roleId: string) => builtInRoles.find((role) => role === roleId);

/** What a built-in role holds is in the contracts; what another one holds is in its row. */
export const RolePermissions = z
  .object({ role_id: z.string(), permissions: jsonColumn(z.array(z.string())).nullable() })
  .transform(({ role_id, permissions }) => {
    const known = builtIn(role_id);
    return permissionNames.filter((name) => (known ? roleHolds(known, name) : permissions?.includes(name)));
  })
  .pipe(z.array(Permission));

/** The columns that name an account, under a prefix; null where nobody is joined. */
export const personColumns = (alias: string, prefix: string) => [
  `${alias}.id as ${prefix}_id`,
  `${alias}.display_name as ${prefix}_name`,
  `${alias}.job_title as ${prefix}_title`,
];
const personShape = <Prefix extends string>(prefix: Prefix) =>
  ({ id: `${prefix}_id`, name: `${prefix}_name`, jobTitle: `${prefix}_title` }) as const;

const PersonRow = z.object({ id: AccountId, name: z.string(), jobTitle: z.string().nullable() });

/** @param row as `personColumns` selected it */
export function personOf(row: Record<string, unknown>, prefix: string): Person | null {
  const shape = personShape(prefix);
  if (row[shape.id] === null) return null;
  return PersonRow.parse({ id: row[shape.id], name: row[shape.name], jobTitle: row[shape.jobTitle] });
}

export function getPersonOf(row: Record<string, unknown>, prefix: string): Person {
  const found = personOf(row, prefix);
  if (!found) throw new Error(`The row names no ${prefix}`);
  return found;
}

/** A built-in role is named by screens. */
export const roleNameOf = (id: RoleId, name: string): RoleName => ({ id, name: builtIn(id) ? null : name });

export const placeColumns = ['o.id as organisation_id', 'o.name as organisation_name', 'roles.name as role_name'];
const Place = {
  organisation_id: OrganisationId,
  organisation_name: z.string(),
  role_id: RoleId,
  role_name: z.string(),
};

export const RightRow = z
  .looseObject({
    id: RightId,
    ...Place,
    request_id: RightRequestId.nullable(),
    valid_from: Instant,
    valid_until: Instant,
    created_at: Instant,
    expired_at: Instant.nullable(),
    withdrawn_at: Instant.nullable(),
    withdrawn_reason: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    account: getPersonOf(row, 'holder'),
    role: roleNameOf(row.role_id, row.role_name),
    organisation: { id: row.organisation_id, name: row.organisation_name },
    requestId: row.request_id,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    createdAt: row.created_at,
    expiredAt: row.expired_at,
    delegatedBy: personOf(row, 'delegator'),
    withdrawnAt: row.withdrawn_at,
    withdrawnBy: personOf(row, 'withdrawer'),
    withdrawnReason: row.withdrawn_reason,
  }));
/** A right as it is kept, with the names that it is shown with. */
export type KeptRight = z.output<typeof RightRow>;

/** What an engine answers to a raw query. */
export const RawRows = z.union([
  z.array(z.unknown()),
  z.object({ rows: z.array(z.unknown()) }).transform(({ rows }) => rows),
]);

const Ids = z.array(z.object({ id: OrganisationId }).transform(({ id }) => id));

/** An organisation and all above it. Empty where there is no such organisation. */
export async function listAbove(connection: Connection, id: OrganisationId): Promise<OrganisationId[]> {
  const found = await connection.raw(
    `with recursive above (id, parent_id) as (
       select id, parent_id from organisations where id = ?
       union select o.id, o.parent_id from organisations o join above on o.id = above.parent_id)
     select id from above`,
    [id],
  );
  return Ids.parse(RawRows.parse(found));
}

/** An organisation and all below it. */
export async function listBelow(connection: Connection, id: OrganisationId): Promise<OrganisationId[]> {
  const found = await connection.raw(
    `with recursive below (id) as (
       select id from organisations where id = ?
       union select o.id from organisations o join below on o.parent_id = below.id)
     select id from below`,
    [id],
  );
  return Ids.parse(RawRows.parse(found));
}

/** Where a page of a list ended: what its last row is ordered by. */
export const cursorOf = (...parts: string[]): string => Buffer.from(parts.join('\n')).toString('base64url');

/** @throws ProblemError `invalid-request` for a cursor that is none of this list */
export function readCursor<Parts extends z.ZodTuple>(cursor: string | undefined, parts: Parts) {
  if (cursor === undefined) return undefined;
  const parsed = parts.safeParse(Buffer.from(cursor, 'base64url').toString().split('\n'));
  if (parsed.success) return parsed.data;
  throw new ProblemError('invalid-request', undefined, {
    fields: [{ pointer: '/query/cursor', detail: 'Not a cursor of this list' }],
  });
}

/** @param rows one more than a page has, if there are more */
export function pageOf<Row>(rows: Row[], limit: number, cursor: (last: Row) => string) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, nextCursor: rows.length > limit && last ? cursor(last) : null };
}
