import { ReviewItemState, type RightStep, type RightsReview, RoleId } from '@remote-clerk/shared/contracts/rights.ts';
import {
  type AccountId,
  OrganisationId,
  RightId,
  RightsReviewId,
  RightsReviewItemId,
} from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';
import { cursorOf, pageOf, personColumns, personOf, placeColumns, readCursor, roleNameOf } from './rights-rows.ts';

const Row = z
  .looseObject({
    id: RightsReviewId,
    organisation_id: OrganisationId,
    organisation_name: z.string(),
    opened_at: Instant,
    due_at: Instant,
    closed_at: Instant.nullable(),
    open: z.coerce.number(),
    confirmed: z.coerce.number(),
    withdrawn: z.coerce.number(),
    gone: z.coerce.number(),
  })
  .transform(
    (row): RightsReview => ({
      id: row.id,
      organisation: { id: row.organisation_id, name: row.organisation_name },
      openedBy: personOf(row, 'opener'),
      openedAt: row.opened_at,
      dueAt: row.due_at,
      closedAt: row.closed_at,
      progress: { open: row.open, confirmed: row.confirmed, withdrawn: row.withdrawn, gone: row.gone },
    }),
  );
const ItemRow = z
  .looseObject({
    id: RightsReviewItemId,
    right_id: RightId,
    holder_name: z.string(),
    last_signed_in_at: Instant.nullable(),
    state: ReviewItemState,
    decided_at: Instant.nullable(),
  })
  .transform((row) => ({
    id: row.id,
    rightId: row.right_id,
    holderName: row.holder_name,
    lastSignedInAt: row.last_signed_in_at,
    state: row.state,
    decidedBy: personOf(row, 'decider'),
    decidedAt: row.decided_at,
  }));
export type KeptItem = z.output<typeof ItemRow>;
const ConfirmedRow = z
  .looseObject({
    organisation_id: OrganisationId,
    organisation_name: z.string(),
    role_id: RoleId,
    role_name: z.string(),
    decided_at: Instant,
  })
  .transform(
    (row): RightStep => ({
      at: row.decided_at,
      step: 'confirmed',
      role: roleNameOf(row.role_id, row.role_name),
      organisation: { id: row.organisation_id, name: row.organisation_name },
      by: personOf(row, 'decider'),
      reason: null,
    }),
  );

/** Rows of `rights_reviews` and `rights_review_items`. */
export function createReviewsRepository(db: Database) {
  const items = () => db.connection('rights_review_items as i');
  const counted = () =>
    ReviewItemState.options.map((state) =>
      db.connection.raw(
        `(select count(*) from rights_review_items i where i.review_id = v.id and i.state = '${state}') as "${state}"`,
      ),
    );
  const named = () =>
    db
      .connection('rights_reviews as v')
      .join('organisations as o', 'o.id', 'v.organisation_id')
      .leftJoin('accounts as b', 'b.id', 'v.opened_by')
      .select('v.*', 'o.name as organisation_name', ...personColumns('b', 'opener'), ...counted());
  const rows = async (query: Knex.QueryBuilder) => z.array(Row).parse(await query);
  const namedItems = () =>
    items()
      .join('accounts as a', 'a.id', 'i.account_id')
      .leftJoin('accounts as c', 'c.id', 'i.decided_by')
      .select('i.*', 'a.display_name as holder_name', 'a.last_signed_in_at', ...personColumns('c', 'decider'));
  const itemRows = async (query: Knex.QueryBuilder) => z.array(ItemRow).parse(await query);

  return {
    /** @throws as for a duplicate key while one is open there */
    async insert(
      review: {
        id: RightsReviewId;
        organisationId: OrganisationId;
        openedBy: AccountId | null;
        openedAt: Instant;
        dueAt: Instant;
      },
      of: readonly { id: RightsReviewItemId; rightId: RightId; accountId: AccountId; organisationId: OrganisationId }[],
    ): Promise<void> {
      await db.connection('rights_reviews').insert({
        id: review.id,
        organisation_id: review.organisationId,
        opened_by: review.openedBy,
        opened_at: review.openedAt,
        due_at: review.dueAt,
      });
      for (const item of of) {
        await db.connection('rights_review_items').insert({
          id: item.id,
          organisation_id: item.organisationId,
          review_id: review.id,
          right_id: item.rightId,
          account_id: item.accountId,
          state: 'open',
        });
      }
    },

    /** @throws ProblemError `not-found`, also for one of another organisation */
    async get(scope: Scope, id: RightsReviewId): Promise<RightsReview> {
      const [found] = await rows(scoped(named().where('v.id', id), scope, 'v.organisation_id'));
      if (!found) throw new ProblemError('not-found');
      return found;
    },

    /** Holds the review until the transaction is over. */
    async lock(id: RightsReviewId): Promise<void> {
      await db.connection('rights_reviews').where({ id }).forUpdate().select('id');
    },

    async close(id: RightsReviewId, now: Instant): Promise<void> {
      await db.connection('rights_reviews').where({ id }).whereNull('closed_at').update({ closed_at: now });
    },

    /** The latest first. */
    async list(scope: Scope, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
      const found = scoped(named(), scope, 'v.organisation_id').orderBy('v.id', 'desc');
      const after = readCursor(cursor, z.tuple([RightsReviewId]));
      if (after) found.where('v.id', '<', after[0]);
      return pageOf(await rows(found.limit(limit + 1)), limit, (last) => cursorOf(last.id));
    },

    listOpen: () => rows(named().whereNull('v.closed_at')),

    /** Whether one was opened there since. */
    async hasSince(organisationId: OrganisationId, since: Instant): Promise<boolean> {
      const found = db
        .connection('rights_reviews')
        .where({ organisation_id: organisationId })
        .where('opened_at', '>', since);
      return (await found.first('id')) !== undefined;
    },

    /** By the holder's name. */
    async listItems(
      reviewId: RightsReviewId,
      { state, cursor, limit }: { state?: ReviewItemState | undefined; cursor?: string | undefined; limit: number },
    ) {
      const found = namedItems().where('i.review_id', reviewId).orderBy(['a.display_name', 'i.id']);
      if (state) found.where('i.state', state);
      const after = readCursor(cursor, z.tuple([z.string(), RightsReviewItemId]));
      if (after) found.whereRaw('(a.display_name, i.id) > (?, ?)', after);
      return pageOf(await itemRows(found.limit(limit + 1)), limit, (last) => cursorOf(last.holderName, last.id));
    },

    listOpenItems: (reviewId: RightsReviewId) =>
      itemRows(namedItems().where({ 'i.review_id': reviewId, 'i.state': 'open' })),

    /** @throws ProblemError `not-found` */
    async getItem(reviewId: RightsReviewId, id: RightsReviewItemId): Promise<KeptItem> {
      const [found] = await itemRows(namedItems().where({ 'i.review_id': reviewId, 'i.id': id }));
      if (!found) throw new ProblemError('not-found');
      return found;
    },

    async setItem(id: RightsReviewItemId, state: ReviewItemState, by: AccountId | null, now: Instant): Promise<void> {
      await db.connection('rights_review_items').where({ id }).update({ state, decided_by: by, decided_at: now });
    },

    /** There is nothing left to be looked at. */
    async setGone(rightId: RightId, now: Instant): Promise<void> {
      await db
        .connection('rights_review_items')
        .where({ right_id: rightId, state: 'open' })
        .update({ state: 'gone', decided_at: now });
    },

    /** How many of the open ones somebody may decide: not their own. */
    async countOpenFor(scope: Scope, accountId: AccountId): Promise<number> {
      const found = scoped(items(), scope, 'v.organisation_id')
        .join('rights_reviews as v', 'v.id', 'i.review_id')
        .whereNull('v.closed_at')
        .where('i.state', 'open')
        .whereNot('i.account_id', accountId);
      return z.tuple([z.object({ count: z.coerce.number() })]).parse(await found.count({ count: '*' }))[0].count;
    },

    /** When an account's rights were confirmed, and by whom. */
    async listConfirmed(scope: Scope, accountId: AccountId): Promise<RightStep[]> {
      const found = scoped(items(), scope, 'i.organisation_id')
        .join('role_assignments as r', 'r.id', 'i.right_id')
        .join('organisations as o', 'o.id', 'r.organisation_id')
        .join('roles', 'roles.id', 'r.role_id')
        .leftJoin('accounts as c', 'c.id', 'i.decided_by')
        .where({ 'i.account_id': accountId, 'i.state': 'confirmed' })
        .select('i.decided_at', 'r.role_id', ...placeColumns, ...personColumns('c', 'decider'));
      return z.array(ConfirmedRow).parse(await found);
    },
  };
}
export type ReviewsRepository = ReturnType<typeof createReviewsRepository>;
