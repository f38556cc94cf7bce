import { RoleId } from '@remote-clerk/shared/contracts/rights.ts';
import type {
  AccountId,
  OrganisationId,
  RightId,
  RightRequestId,
  RightsReviewId,
} from '@remote-clerk/shared/domain/ids.ts';
import { RequestState } from '@remote-clerk/shared/domain/rights.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';

export const StaffMessageKind = z.enum([
  'asked',
  'decided',
  'expiring',
  'withdrawn',
  'absent',
  'review-due',
  'second-factor-reset',
]);
export type StaffMessageKind = z.infer<typeof StaffMessageKind>;

const Row = z
  .object({
    kind: StaffMessageKind,
    email: z.string().nullable(),
    disabled_at: z.string().nullable(),
    holder: z.string().nullable(),
    asker: z.string().nullable(),
    role_id: RoleId.nullable(),
    role_name: z.string().nullable(),
    organisation: z.string(),
    request_state: RequestState.nullable(),
    valid_until: Instant.nullable(),
    withdrawn_at: Instant.nullable(),
    reason: z.string().nullable(),
    review_due_at: Instant.nullable(),
    review_closed_at: Instant.nullable(),
  })
  .transform((row) => ({
    kind: row.kind,
    /** Null for whom nobody writes to. */
    email: row.disabled_at === null ? row.email : null,
    holder: row.holder,
    asker: row.asker,
    role: row.role_id && row.role_name ? { id: row.role_id, name: row.role_name } : null,
    organisation: row.organisation,
    requestState: row.request_state,
    validUntil: row.valid_until,
    withdrawnAt: row.withdrawn_at,
    reason: row.reason,
    reviewDueAt: row.review_due_at,
    reviewClosedAt: row.review_closed_at,
  }));
/** What a message to somebody of the staff tells, as it is now. */
export type StaffFacts = z.output<typeof Row>;

export type NewStaffMessage = {
  id: string;
  organisationId: OrganisationId;
  accountId: AccountId;
  kind: StaffMessageKind;
  requestId: RightRequestId | null;
  rightId: RightId | null;
  reviewId: RightsReviewId | null;
  createdAt: Instant;
};

/** Rows of `staff_outbox`, and what they tell. It writes to any organisation's staff, so it is given no scope. */
export function createStaffFactsRepository(db: Database) {
  return {
    /** Nothing for who has no e-mail address. */
    async insert(message: NewStaffMessage): Promise<void> {
      const reachable = await db
        .connection('accounts')
        .where({ id: message.accountId })
        .whereNotNull('email')
        .first('id');
      if (reachable === undefined) return;
      await db.connection('staff_outbox').insert({
        id: message.id,
        organisation_id: message.organisationId,
        account_id: message.accountId,
        kind: message.kind,
        request_id: message.requestId,
        right_id: message.rightId,
        review_id: message.reviewId,
        state: 'waiting',
        created_at: message.createdAt,
        due_at: message.createdAt,
      });
    },

    async get(id: string): Promise<StaffFacts> {
      const { connection } = db;
      const either = (...columns: string[]) => connection.raw(`coalesce(${columns.join(', ')})`);
      const row: unknown = await connection('staff_outbox as m')
        .join('accounts as t', 't.id', 'm.account_id')
        .leftJoin('right_requests as q', 'q.id', 'm.request_id')
        .leftJoin('right_decisions as e', (on) => on.on('e.request_id', 'q.id').onVal('e.approved', false))
        .leftJoin('role_assignments as r', 'r.id', 'm.right_id')
        .leftJoin('rights_reviews as v', 'v.id', 'm.review_id')
        .leftJoin('accounts as h', 'h.id', either('q.account_id', 'r.account_id'))
        .leftJoin('accounts as s', 's.id', 'q.asked_by')
        .leftJoin('roles as n', 'n.id', either('q.role_id', 'r.role_id'))
        .join('organisations as o', 'o.id', 'm.organisation_id')
        .where('m.id', id)
        .first(
          'm.kind',
          't.email',
          't.disabled_at',
          'h.display_name as holder',
          's.display_name as asker',
          'n.id as role_id',
          'n.name as role_name',
          'o.name as organisation',
          'q.state as request_state',
          connection.raw('coalesce(r.valid_until, q.valid_until) as valid_until'),
          'r.withdrawn_at',
          connection.raw('coalesce(r.withdrawn_reason, e.reason) as reason'),
          'v.due_at as review_due_at',
          'v.closed_at as review_closed_at',
        );
      return Row.parse(row);
    },
  };
}
export type StaffFactsRepository = ReturnType<typeof createStaffFactsRepository>;
