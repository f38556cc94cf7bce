import { z } from 'zod';
import {
  AccountId,
  OrganisationId,
  RightId,
  RightRequestId,
  RightsReviewId,
  RightsReviewItemId,
} from '../domain/ids.ts';
import { RequestState } from '../domain/rights.ts';
import { Instant } from '../domain/time.ts';
import { BuiltInRole, isHigh, Permission } from './permissions.ts';
import { PlainText } from './text.ts';

/** Why somebody asks, refuses, withdraws: read by people, kept on record. */
export const ReasonText = PlainText.trim().min(1).max(1_000);

/** A built-in role, or one of an organisation. */
export const RoleId = z.union([BuiltInRole, z.uuid()]);
export type RoleId = z.infer<typeof RoleId>;

/** How many different people have to approve a right to a role with these permissions. */
export const approvalsNeeded = (given: readonly Permission[]): 1 | 2 => (given.some(isHigh) ? 2 : 1);

export const Person = z.object({ id: AccountId, name: z.string(), jobTitle: z.string().nullable() });
export type Person = z.infer<typeof Person>;

export const OrganisationName = z.object({ id: OrganisationId, name: z.string() });
export type OrganisationName = z.infer<typeof OrganisationName>;

/** `name` is null for a built-in role, whose id is its name: screens say it in their own language. */
export const RoleName = z.object({ id: RoleId, name: z.string().nullable() });
export type RoleName = z.infer<typeof RoleName>;

export const RightsRole = RoleName.extend({
  /** Whose role it is; null for a built-in one. It can be held there and below. */
  organisationId: OrganisationId.nullable(),
  permissions: z.array(Permission),
  /** Two people have to approve it. */
  high: z.boolean(),
  /** Cannot be asked for any more; who holds it holds it to the end of the term. */
  retired: z.boolean(),
}).meta({ id: 'RightsRole' });
export type RightsRole = z.infer<typeof RightsRole>;

/** `coming`: its term has not begun. */
export const RightState = z.enum(['coming', 'effective', 'expired', 'withdrawn']);
export type RightState = z.infer<typeof RightState>;

/** A role that somebody holds at an organisation, and at all below it, for a term. */
export const Right = z
  .object({
    id: RightId,
    account: Person,
    role: RoleName,
    organisation: OrganisationName,
    validFrom: Instant,
    /** The first moment at which it is not held any more. */
    validUntil: Instant,
    state: RightState,
    /** Whose role it is that is held in their stead. */
    delegatedBy: Person.nullable(),
    withdrawnAt: Instant.nullable(),
    /** Null also when it was withdrawn by itself: because of absence, or because nobody confirmed it. */
    withdrawnBy: Person.nullable(),
    withdrawnReason: z.string().nullable(),
    /** Whether the reader may withdraw it. */
    withdrawable: z.boolean(),
  })
  .meta({ id: 'Right' });
export type Right = z.infer<typeof Right>;

/** `renewal`: the same right for another term, begun while there is one. `delegation`: a colleague's, during their leave. */
export const RequestKind = z.enum(['grant', 'renewal', 'delegation']);
export type RequestKind = z.infer<typeof RequestKind>;

export const RightDecision = z.object({
  by: Person,
  at: Instant,
  approved: z.boolean(),
  /** Why it was refused. */
  reason: z.string().nullable(),
});
export type RightDecision = z.infer<typeof RightDecision>;

export const RightRequest = z
  .object({
    id: RightRequestId,
    kind: RequestKind,
    state: RequestState,
    /** Who gets the right. */
    account: Person,
    askedBy: Person,
    role: RoleName,
    organisation: OrganisationName,
    /** Null: from the moment of the last approval. */
    validFrom: Instant.nullable(),
    validUntil: Instant,
    why: z.string(),
    askedAt: Instant,
    /** When it is over without a decision. */
    expiresAt: Instant,
    /** 2 for a role with a permission that is high. */
    approvalsNeeded: z.int().min(1).max(2),
    decisions: z.array(RightDecision),
    /** Who is on leave; null unless it is a delegation. */
    delegatedBy: Person.nullable(),
    /** The right that came of it. */
    rightId: RightId.nullable(),
    /** Whether the reader may approve and refuse it now. */
    decidable: z.boolean(),
    /** Whether the reader may take it back now. */
    withdrawable: z.boolean(),
  })
  .meta({ id: 'RightRequest' });
export type RightRequest = z.infer<typeof RightRequest>;

/** One step of the rights of an account, for its history. `by` is null for what happened by itself. */
export const RightStep = z
  .object({
    at: Instant,
    step: z.enum([
      'asked',
      'approved',
      'refused',
      'request-withdrawn',
      'request-expired',
      'granted',
      'confirmed',
      'withdrawn',
      'expired',
    ]),
    role: RoleName,
    organisation: OrganisationName,
    by: Person.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'RightStep' });
export type RightStep = z.infer<typeof RightStep>;

/** The rights at an organisation and below it, looked through one by one; what nobody confirms until `dueAt` is withdrawn. */
export const RightsReview = z
  .object({
    id: RightsReviewId,
    organisation: OrganisationName,
    /** Null: opened by itself, since half a year had passed. */
    openedBy: Person.nullable(),
    openedAt: Instant,
    dueAt: Instant,
    closedAt: Instant.nullable(),
    progress: z.object({
      open: z.int().nonnegative(),
      confirmed: z.int().nonnegative(),
      withdrawn: z.int().nonnegative(),
      /** Ran out or was withdrawn otherwise before anyone looked. */
      gone: z.int().nonnegative(),
    }),
  })
  .meta({ id: 'RightsReview' });
export type RightsReview = z.infer<typeof RightsReview>;

export const ReviewItemState = z.enum(['open', 'confirmed', 'withdrawn', 'gone']);
export type ReviewItemState = z.infer<typeof ReviewItemState>;

export const RightsReviewItem = z
  .object({
    id: RightsReviewItemId,
    right: Right,
    /** When the holder signed in last; null for never. */
    lastSignedInAt: Instant.nullable(),
    state: ReviewItemState,
    decidedBy: Person.nullable(),
    decidedAt: Instant.nullable(),
    /** Whether the reader may confirm and withdraw it: it is open and not their own. */
    decidable: z.boolean(),
  })
  .meta({ id: 'RightsReviewItem' });
export type RightsReviewItem = z.infer<typeof RightsReviewItem>;
