import type { RightState, RoleId } from '@remote-clerk/shared/contracts/rights.ts';
import { AccountId, OrganisationId, RightId, type RightRequestId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { Connection, Database } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';
import {
  cursorOf,
  type KeptRight,
  listAbove,
  pageOf,
  personColumns,
  placeColumns,
  RawRows,
  RightRow,
  RolePermissions,
  readCursor,
} from './rights-rows.ts';

const ReachRow = z
  .looseObject({ reaches: OrganisationId, valid_from: Instant, valid_until: Instant })
  .transform((row) => ({
    organisationId: row.reaches,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    permissions: RolePermissions.parse(row),
  }));
/** What a right lets somebody do in one of the organisations that it reaches, and when. */
type Reach = z.output<typeof ReachRow>;

const withReach = `with recursive reach (right_id, organisation_id) as (
  select id, organisation_id from role_assignments
    where account_id = ? and withdrawn_at is null and valid_until > ?
  union
  select reach.right_id, organisations.id from organisations
    join reach on organisations.parent_id = reach.organisation_id
)
select reach.organisation_id as reaches, r.valid_from, r.valid_until, r.role_id, roles.permissions from reach
  join role_assignments r on r.id = reach.right_id join roles on roles.id = r.role_id
  order by r.created_at`;

/** Rights that are not withdrawn and not over, also those that begin later, with every organisation that each reaches. */
export async function listReach(connection: Connection, accountId: AccountId, now: Instant): Promise<Reach[]> {
  return z.array(ReachRow).parse(RawRows.parse(await connection.raw(withReach, [accountId, now])));
}

type NewRight = {
  id: RightId;
  organisationId: OrganisationId;
  accountId: AccountId;
  roleId: string;
  validFrom: Instant;
  validUntil: Instant;
  createdAt: Instant;
  requestId?: RightRequestId;
  delegatedBy?: AccountId | null;
};

const Accounts = z.array(z.object({ account_id: AccountId }).transform(({ account_id }) => account_id));
const Organisations = z.array(
  z.object({ organisation_id: OrganisationId }).transform(({ organisation_id }) => organisation_id),
);

/** Narrows to what is held or is to be. */
const notOver = (query: Knex.QueryBuilder, now: Instant) =>
  query.whereNull('r.withdrawn_at').where('r.valid_until', '>', now);

const inState: Record<RightState, (query: Knex.QueryBuilder, now: Instant) => Knex.QueryBuilder> = {
  coming: (query, now) => notOver(query, now).where('r.valid_from', '>', now),
  effective: (query, now) => notOver(query, now).where('r.valid_from', '<=', now),
  expired: (query, now) => query.whereNull('r.withdrawn_at').where('r.valid_until', '<=', now),
  withdrawn: (query) => query.whereNotNull('r.withdrawn_at'),
};

export type RightsFilter = {
  state?: RightState | undefined;
  search?: string | undefined;
  accountId?: AccountId | undefined;
  roleId?: RoleId | undefined;
  organisationId?: OrganisationId | undefined;
};

/** Rows of `role_assignments`. */
export function createRightsRepository(db: Database) {
  const table = () => db.connection('role_assignments as r');
  const named = () =>
    table()
      .join('accounts as a', 'a.id', 'r.account_id')
      .join('organisations as o', 'o.id', 'r.organisation_id')
      .join('roles', 'roles.id', 'r.role_id')
      .leftJoin('accounts as d', 'd.id', 'r.delegated_by')
      .leftJoin('accounts as w', 'w.id', 'r.withdrawn_by')
      .select(
        'r.*',
        ...placeColumns,
        ...personColumns('a', 'holder'),
        ...personColumns('d', 'delegator'),
        ...personColumns('w', 'withdrawer'),
      );
  const rows = async (query: Knex.QueryBuilder): Promise<KeptRight[]> => z.array(RightRow).parse(await query);

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
        request_id: right.requestId ?? null,
        delegated_by: right.delegatedBy ?? null,
      });
    },

    /** @throws ProblemError `not-found`, also for one at another organisation */
    async get(scope: Scope, id: RightId): Promise<KeptRight> {
      const [found] = await rows(scoped(named().where('r.id', id), scope, 'r.organisation_id'));
      if (!found) throw new ProblemError('not-found');
      return found;
    },

    /** All of an account, the latest first. */
    listOfAccount: (scope: Scope, accountId: AccountId) =>
      rows(scoped(named().where('r.account_id', accountId), scope, 'r.organisation_id').orderBy('r.id', 'desc')),

    /** What an account holds or is to hold. */
    listOpenOf: (accountId: AccountId, now: Instant) =>
      rows(notOver(named().where('r.account_id', accountId), now).orderBy('r.id', 'desc')),

    /** What somebody holds in a colleague's stead. */
    listLentBy: (accountId: AccountId, now: Instant) => rows(notOver(named().where('r.delegated_by', accountId), now)),

    /** What is held or is to be at these organisations. */
    listOpenAt: (ids: readonly OrganisationId[], now: Instant) =>
      rows(notOver(named().whereIn('r.organisation_id', [...ids]), now)),

    /** The soonest to end first. */
    async list(scope: Scope, filter: RightsFilter & { cursor?: string | undefined; limit: number }, now: Instant) {
      const found = scoped(named(), scope, 'r.organisation_id').orderBy(['r.valid_until', 'r.id']);
      if (filter.state) inState[filter.state](found, now);
      else notOver(found, now);
      if (filter.accountId) found.where('r.account_id', filter.accountId);
      if (filter.roleId) found.where('r.role_id', filter.roleId);
      if (filter.organisationId) found.where('r.organisation_id', filter.organisationId);
      if (filter.search) {
        const pattern = `%${filter.search.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
        found.whereRaw(`${db.foldCase('??')} like ? escape '\\'`, ['a.display_name', pattern]);
      }
      const cursor = readCursor(filter.cursor, z.tuple([Instant, RightId]));
      if (cursor) found.whereRaw('(r.valid_until, r.id) > (?, ?)', cursor);
      return pageOf(await rows(found.limit(filter.limit + 1)), filter.limit, (last) =>
        cursorOf(last.validUntil, last.id),
      );
    },

    /** @returns whether it was still to be withdrawn */
    async withdraw(id: RightId, by: AccountId | null, reason: string, now: Instant): Promise<boolean> {
      const changed = await db
        .connection('role_assignments')
        .where({ id })
        .whereNull('withdrawn_at')
        .where('valid_until', '>', now)
        .update({ withdrawn_at: now, withdrawn_by: by, withdrawn_reason: reason });
      return changed === 1;
    },

    /** Holds the organisation and all above it until the transaction is over: who of them manages rights does not change meanwhile. */
    async lockManagers(id: OrganisationId): Promise<void> {
      const above = await listAbove(db.connection, id);
      await db.connection('organisations').whereIn('id', above).orderBy('id').forUpdate().select('id');
    },

    /** Who holds one of the roles at the organisation or above it now, and is not disabled. */
    async listHolders(roles: readonly RoleId[], id: OrganisationId, now: Instant): Promise<AccountId[]> {
      const held = table()
        .join('accounts as a', 'a.id', 'r.account_id')
        .whereNull('a.disabled_at')
        .whereIn('r.organisation_id', await listAbove(db.connection, id))
        .whereIn('r.role_id', [...roles]);
      return Accounts.parse(await inState.effective(held, now).distinct('r.account_id'));
    },

    /** Where one of the roles is held by somebody now. */
    async listPlacesOf(roles: readonly RoleId[], now: Instant): Promise<OrganisationId[]> {
      return Organisations.parse(
        await inState.effective(table().whereIn('r.role_id', [...roles]), now).distinct('r.organisation_id'),
      );
    },

    /** Who holds a role now or is to. */
    async listAccountsWith(roleId: RoleId, now: Instant): Promise<AccountId[]> {
      return Accounts.parse(await notOver(table().where('r.role_id', roleId), now).distinct('r.account_id'));
    },

    /** Whose rights began, ran out or were withdrawn in this time, whoever withdrew them. */
    async listChanged(after: Instant, until: Instant): Promise<AccountId[]> {
      const changed = table().where((any) => {
        for (const column of ['r.valid_from', 'r.valid_until', 'r.withdrawn_at'])
          any.orWhere((one) => one.where(column, '>', after).where(column, '<=', until));
      });
      return Accounts.parse(await changed.distinct('r.account_id'));
    },

    /** Specialists who are rung or in a call though nothing lets them serve any more. @param serving the roles that let */
    async listServingWithout(serving: readonly RoleId[], now: Instant): Promise<AccountId[]> {
      const holds = inState.effective(
        table()
          .whereRaw('r.account_id = s.account_id')
          .whereIn('r.role_id', [...serving]),
        now,
      );
      const engaged = db
        .connection('consultations as c')
        .whereRaw('c.specialist_id = s.account_id')
        .whereIn('c.state', ['accepted', 'live']);
      return Accounts.parse(
        await db
          .connection('specialists as s')
          .where((any) => any.where('s.available', true).orWhereExists(engaged.select('c.id')))
          .whereNotExists(holds.select('r.id'))
          .select('s.account_id'),
      );
    },

    /** What has run out since it was last asked, marked as seen: each is told once. */
    async takeExpired(now: Instant): Promise<KeptRight[]> {
      const found = await rows(inState.expired(named(), now).whereNull('r.expired_at').limit(200));
      const taken: KeptRight[] = [];
      for (const right of found) {
        const mine = await db
          .connection('role_assignments')
          .where({ id: right.id })
          .whereNull('expired_at')
          .update({ expired_at: now });
        if (mine === 1) taken.push(right);
      }
      return taken;
    },

    /** What ends within this time and is held now; what a provider or directory gives ends and begins by itself. */
    listEndingBefore: (before: Instant, now: Instant) =>
      rows(
        inState
          .effective(named().where('r.valid_until', '<=', before), now)
          .where((any) => any.whereNull('r.request_id').orWhereRaw('r.request_id = r.id')),
      ),
  };
}
export type RightsRepository = ReturnType<typeof createRightsRepository>;
