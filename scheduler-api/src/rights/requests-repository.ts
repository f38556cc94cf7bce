import { RequestKind, type RightDecision, RoleId } from '@remote-clerk/shared/contracts/rights.ts';
import { type AccountId, OrganisationId, RightId, RightRequestId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { openRequestStates, RequestState } from '@remote-clerk/shared/domain/rights.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Knex } from 'knex';
import { z } from 'zod';
import { booleanColumn } from '../db/columns.ts';
import type { Database } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';
import {
  cursorOf,
  getPersonOf,
  pageOf,
  personColumns,
  personOf,
  placeColumns,
  readCursor,
  roleNameOf,
} from './rights-rows.ts';

const Row = z
  .looseObject({
    id: RightRequestId,
    organisation_id: OrganisationId,
    organisation_name: z.string(),
    kind: RequestKind,
    role_id: RoleId,
    role_name: z.string(),
    valid_from: Instant.nullable(),
    valid_until: Instant,
    why: z.string(),
    state: RequestState,
    approvals_needed: z.int().min(1).max(2),
    asked_at: Instant,
    expires_at: Instant,
    closed_at: Instant.nullable(),
    delegated_right_id: RightId.nullable(),
  })
  .transform((row) => ({
    id: row.id,
    kind: row.kind,
    state: row.state,
    account: getPersonOf(row, 'holder'),
    askedBy: getPersonOf(row, 'asker'),
    role: roleNameOf(row.role_id, row.role_name),
    organisation: { id: row.organisation_id, name: row.organisation_name },
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    why: row.why,
    askedAt: row.asked_at,
    expiresAt: row.expires_at,
    closedAt: row.closed_at,
    approvalsNeeded: row.approvals_needed,
    delegatedBy: personOf(row, 'delegator'),
    delegatedRightId: row.delegated_right_id,
  }));
const DecisionRow = z
  .looseObject({
    request_id: RightRequestId,
    approved: booleanColumn,
    reason: z.string().nullable(),
    decided_at: Instant,
  })
  .transform((row) => ({
    requestId: row.request_id,
    decision: { by: getPersonOf(row, 'decider'), at: row.decided_at, approved: row.approved, reason: row.reason },
  }));

/** A request as it is kept, with the names that it is shown with and what was decided, the oldest first. */
export type KeptRequest = z.output<typeof Row> & { decisions: RightDecision[] };

type NewRequest = Pick<
  KeptRequest,
  'id' | 'kind' | 'validFrom' | 'validUntil' | 'why' | 'askedAt' | 'expiresAt' | 'approvalsNeeded' | 'delegatedRightId'
> & {
  organisationId: OrganisationId;
  accountId: AccountId;
  askedBy: AccountId;
  roleId: RoleId;
  delegatedBy: AccountId | null;
};

type RequestsFilter = {
  state?: RequestState | undefined;
  accountId?: AccountId | undefined;
  /** Only what this one may decide at this moment. */
  decidableBy?: { accountId: AccountId; now: Instant } | undefined;
};

/** Rows of `right_requests` and `right_decisions`. */
export function createRequestsRepository(db: Database) {
  const table = () => db.connection('right_requests as q');
  const named = () =>
    table()
      .join('accounts as a', 'a.id', 'q.account_id')
      .join('accounts as b', 'b.id', 'q.asked_by')
      .join('organisations as o', 'o.id', 'q.organisation_id')
      .join('roles', 'roles.id', 'q.role_id')
      .leftJoin('accounts as d', 'd.id', 'q.delegated_by')
      .select(
        'q.*',
        ...placeColumns,
        ...personColumns('a', 'holder'),
        ...personColumns('b', 'asker'),
        ...personColumns('d', 'delegator'),
      );

  async function rows(query: Knex.QueryBuilder): Promise<KeptRequest[]> {
    const found = z.array(Row).parse(await query);
    if (found.length === 0) return [];
    const decisions = await db
      .connection('right_decisions as e')
      .join('accounts as c', 'c.id', 'e.decided_by')
      .whereIn(
        'e.request_id',
        found.map(({ id }) => id),
      )
      .orderBy(['e.decided_at', 'e.decided_by'])
      .select('e.*', ...personColumns('c', 'decider'));
    const of = Map.groupBy(z.array(DecisionRow).parse(decisions), ({ requestId }) => requestId);
    return found.map((one) => ({ ...one, decisions: (of.get(one.id) ?? []).map(({ decision }) => decision) }));
  }

  const decidable = (query: Knex.QueryBuilder, { accountId, now }: { accountId: AccountId; now: Instant }) =>
    query
      .whereIn('q.state', [...openRequestStates])
      .where('q.expires_at', '>', now)
      .whereNot('q.account_id', accountId)
      .whereNot('q.asked_by', accountId)
      .whereNotExists(
        db
          .connection('right_decisions as x')
          .whereRaw('x.request_id = q.id')
          .where('x.decided_by', accountId)
          .select('x.request_id'),
      );

  return {
    async insert(request: NewRequest): Promise<void> {
      await db.connection('right_requests').insert({
        id: request.id,
        organisation_id: request.organisationId,
        kind: request.kind,
        account_id: request.accountId,
        asked_by: request.askedBy,
        role_id: request.roleId,
        valid_from: request.validFrom,
        valid_until: request.validUntil,
        why: request.why,
        state: 'asked',
        approvals_needed: request.approvalsNeeded,
        asked_at: request.askedAt,
        expires_at: request.expiresAt,
        delegated_by: request.delegatedBy,
        delegated_right_id: request.delegatedRightId,
      });
    },

    /** @throws ProblemError `not-found`, also for one at another organisation */
    async get(scope: Scope, id: RightRequestId): Promise<KeptRequest> {
      const [found] = await rows(scoped(named().where('q.id', id), scope, 'q.organisation_id'));
      if (!found) throw new ProblemError('not-found');
      return found;
    },

    /** Holds the row until the transaction is over: decisions about it come one after another. */
    async lock(id: RightRequestId): Promise<void> {
      await db.connection('right_requests').where({ id }).forUpdate().select('id');
    },

    /** @throws as for a duplicate key when the same person has decided already */
    async insertDecision(
      request: KeptRequest,
      decision: { by: AccountId; approved: boolean; reason: string | null; at: Instant },
    ) {
      await db.connection('right_decisions').insert({
        request_id: request.id,
        organisation_id: request.organisation.id,
        asked_by: request.askedBy.id,
        account_id: request.account.id,
        decided_by: decision.by,
        approved: decision.approved,
        reason: decision.reason,
        decided_at: decision.at,
      });
    },

    async setState(id: RightRequestId, state: RequestState, closedAt: Instant | null): Promise<void> {
      await db.connection('right_requests').where({ id }).update({ state, closed_at: closedAt });
    },

    /** The latest first. */
    async list(scope: Scope, filter: RequestsFilter & { cursor?: string | undefined; limit: number }) {
      const found = scoped(named(), scope, 'q.organisation_id').orderBy('q.id', 'desc');
      if (filter.state) found.where('q.state', filter.state);
      if (filter.accountId) found.where('q.account_id', filter.accountId);
      if (filter.decidableBy) decidable(found, filter.decidableBy);
      const cursor = readCursor(filter.cursor, z.tuple([RightRequestId]));
      if (cursor) found.where('q.id', '<', cursor[0]);
      return pageOf(await rows(found.limit(filter.limit + 1)), filter.limit, (last) => cursorOf(last.id));
    },

    async countDecidable(scope: Scope, by: { accountId: AccountId; now: Instant }): Promise<number> {
      const found = decidable(scoped(table(), scope, 'q.organisation_id'), by);
      return z.tuple([z.object({ count: z.coerce.number() })]).parse(await found.count({ count: '*' }))[0].count;
    },

    /** What was asked by somebody or for them, the latest first. */
    listConcerning: (accountId: AccountId, limit: number) =>
      rows(
        named()
          .where((any) => any.where('q.account_id', accountId).orWhere('q.asked_by', accountId))
          .orderBy('q.id', 'desc')
          .limit(limit),
      ),

    /** All that was asked for somebody. */
    listFor: (scope: Scope, accountId: AccountId) =>
      rows(scoped(named().where('q.account_id', accountId), scope, 'q.organisation_id')),

    /** What nobody decided in time. */
    listOverdue: (now: Instant) =>
      rows(
        named()
          .whereIn('q.state', [...openRequestStates])
          .where('q.expires_at', '<=', now)
          .limit(100),
      ),

    /** Those that wait for a decision about a role. */
    async hasOpenFor(roleId: RoleId): Promise<boolean> {
      const found = await table()
        .where('q.role_id', roleId)
        .whereIn('q.state', [...openRequestStates])
        .first('q.id');
      return found !== undefined;
    },

    /** What is asked of somebody's own, by them or for them, and not decided. */
    listOpenConcerning: (accountId: AccountId) =>
      rows(
        named()
          .whereIn('q.state', [...openRequestStates])
          .where((any) => any.where('q.account_id', accountId).orWhere('q.asked_by', accountId)),
      ),
  };
}
export type RequestsRepository = ReturnType<typeof createRequestsRepository>;
