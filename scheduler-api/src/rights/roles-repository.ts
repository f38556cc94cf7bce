import {
  builtInRoles,
  type Permission,
  permissionNames,
  roleHolds,
} from '@remote-clerk/shared/contracts/permissions.ts';
import { approvalsNeeded, type RightsRole, RoleId } from '@remote-clerk/shared/contracts/rights.ts';
import { OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import { toJson } from '../db/columns.ts';
import type { Database } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';
import { RolePermissions, roleNameOf } from './rights-rows.ts';

const Row = z
  .looseObject({
    id: RoleId,
    organisation_id: OrganisationId.nullable(),
    name: z.string(),
    retired_at: Instant.nullable(),
  })
  .transform((row): RightsRole => {
    const permissions = RolePermissions.parse({ ...row, role_id: row.id });
    return {
      ...roleNameOf(row.id, row.name),
      organisationId: row.organisation_id,
      permissions,
      high: approvalsNeeded(permissions) === 2,
      retired: row.retired_at !== null,
    };
  });

const inOrder: readonly string[] = builtInRoles;
const order = (role: RightsRole) => inOrder.indexOf(role.id);

/** Rows of `roles`. */
export function createRolesRepository(db: Database) {
  const table = () => db.connection('roles');
  return {
    /** The built-in ones first, then those of the organisations, by name. */
    async list(organisations: readonly OrganisationId[]): Promise<RightsRole[]> {
      const found = await table()
        .where((any) => any.whereNull('organisation_id').orWhereIn('organisation_id', [...organisations]))
        .orderBy('name')
        .select('*');
      const roles = z.array(Row).parse(found);
      const own = roles.filter((role) => role.organisationId !== null);
      const known = roles.filter((role) => role.organisationId === null).toSorted((a, b) => order(a) - order(b));
      return [...known, ...own];
    },

    /** A built-in role, or one of these organisations. @throws ProblemError `not-found` */
    async get(organisations: readonly OrganisationId[], id: RoleId): Promise<RightsRole> {
      const [found] = await table()
        .where({ id })
        .where((any) => any.whereNull('organisation_id').orWhereIn('organisation_id', [...organisations]))
        .select('*');
      if (!found) throw new ProblemError('not-found');
      return Row.parse(found);
    },

    /** An organisation's own. @throws ProblemError `not-found`, also for a built-in one */
    async getOwn(scope: Scope, id: RoleId): Promise<RightsRole & { organisationId: OrganisationId }> {
      const [row] = await scoped(table().where({ id }).whereNotNull('organisation_id'), scope).select('*');
      const found = row === undefined ? undefined : Row.parse(row);
      if (!found?.organisationId) throw new ProblemError('not-found');
      return { ...found, organisationId: found.organisationId };
    },

    /** All roles that hold a permission, of whichever organisation. */
    async listWith(permission: Permission): Promise<RoleId[]> {
      const known: RoleId[] = builtInRoles.filter((role) => roleHolds(role, permission));
      const own = z.array(Row).parse(await table().whereNotNull('organisation_id').select('*'));
      return [...known, ...own.filter(({ permissions }) => permissions.includes(permission)).map(({ id }) => id)];
    },

    async insert(role: { id: RoleId; organisationId: OrganisationId; name: string; permissions: Permission[] }) {
      const { id, organisationId, name, permissions } = role;
      await table().insert({ id, organisation_id: organisationId, name, permissions: toJson(sorted(permissions)) });
    },

    async change(id: RoleId, role: { name: string; permissions: Permission[] }): Promise<void> {
      await table()
        .where({ id })
        .update({ name: role.name, permissions: toJson(sorted(role.permissions)) });
    },

    async retire(id: RoleId, now: Instant): Promise<void> {
      await table().where({ id }).update({ retired_at: now });
    },

    /** Whether another role of the organisation that is in use has the name. */
    async isTaken(organisationId: OrganisationId, name: string, except: RoleId | null): Promise<boolean> {
      const found = table().where({ organisation_id: organisationId, name }).whereNull('retired_at');
      if (except) found.whereNot({ id: except });
      return (await found.first('id')) !== undefined;
    },
  };
}
export type RolesRepository = ReturnType<typeof createRolesRepository>;

const sorted = (permissions: readonly Permission[]) => permissionNames.filter((name) => permissions.includes(name));
