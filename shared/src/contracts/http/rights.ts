import { z } from 'zod';
import {
  AccountId,
  OrganisationId,
  RightId,
  RightRequestId,
  RightsReviewId,
  RightsReviewItemId,
} from '../../domain/ids.ts';
import { RequestState } from '../../domain/rights.ts';
import { Instant } from '../../domain/time.ts';
import { NameText } from '../localized.ts';
import { Nothing } from '../messages.ts';
import { Permission } from '../permissions.ts';
import {
  OrganisationName,
  Person,
  ReasonText,
  ReviewItemState,
  Right,
  RightRequest,
  RightState,
  RightStep,
  RightsReview,
  RightsReviewItem,
  RightsRole,
  RoleId,
} from '../rights.ts';
import { PlainText } from '../text.ts';
import { defineRoutes } from './route.ts';

const own = { tag: 'Rights', permission: 'session.own' } as const;
const manage = { tag: 'Rights', permission: 'rights.manage' } as const;

const page = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};
const nextCursor = z.string().nullable();
const Search = PlainText.trim().max(100).optional();
const request = { params: z.object({ requestId: RightRequestId }) };
const role = { params: z.object({ roleId: z.uuid() }) };
const reviewItem = { params: z.object({ reviewId: RightsReviewId, itemId: RightsReviewItemId }) };

const RoleText = z.object({
  name: NameText,
  /** Of those that a right can give; each must be held by who puts it in, at the role’s organisation. */
  permissions: z.array(Permission).min(1).max(100),
});

export const rightsRoutes = defineRoutes({
  readOwnRights: {
    ...own,
    method: 'get',
    path: '/api/v1/rights/own',
    summary: 'The rights one holds or is to hold, and what was asked for oneself and by oneself, the latest first',
    /** Rights that are over, and requests beyond the latest hundred, are in the history. */
    reply: z.object({ rights: z.array(Right), requests: z.array(RightRequest) }),
    status: 200,
  },
  readRightsCounts: {
    ...own,
    method: 'get',
    path: '/api/v1/rights/counts',
    summary: 'How much waits for one’s own decision; 0 for who manages no rights',
    reply: z.object({ toDecide: z.int().nonnegative(), toReview: z.int().nonnegative() }),
    status: 200,
  },
  listRightsChoices: {
    ...own,
    method: 'get',
    path: '/api/v1/rights/choices',
    summary:
      'Which roles one can ask for, and at which organisations: one’s own, those above and below it, those one manages',
    reply: z.object({
      /** An organisation’s own role can be asked for there and below. */
      roles: z.array(RightsRole),
      organisations: z.array(OrganisationName.extend({ parentId: OrganisationId.nullable() })),
    }),
    status: 200,
  },
  findColleagues: {
    ...own,
    method: 'get',
    path: '/api/v1/rights/colleagues',
    summary: 'Colleagues by name: of one’s own organisation, and of those whose rights one manages',
    query: z.object({ search: Search, limit: z.coerce.number().int().min(1).max(50).default(20) }),
    reply: z.object({
      /** `sameOrganisation`: can stand in during one’s leave. */
      people: z.array(Person.extend({ organisation: OrganisationName, sameOrganisation: z.boolean() })),
    }),
    status: 200,
  },
  askForRight: {
    ...own,
    method: 'post',
    path: '/api/v1/right-requests',
    summary: 'Ask for a right, for oneself or, as a manager or an administrator, for somebody else',
    body: z.object({
      /** Who is to get it; null for oneself. */
      accountId: AccountId.nullable().default(null),
      roleId: RoleId,
      organisationId: OrganisationId,
      /** Null: as soon as it is approved. */
      validFrom: Instant.nullable().default(null),
      /** At most 366 days after it begins. */
      validUntil: Instant,
      why: ReasonText,
    }),
    reply: RightRequest,
    status: 201,
    idempotent: true,
    /** `conflict`: the same has been asked already and is not decided. */
    problems: ['conflict', 'not-allowed', 'not-found'],
  },
  askForDelegation: {
    ...own,
    method: 'post',
    path: '/api/v1/right-requests/delegation',
    summary: 'Ask that a colleague of one’s organisation gets one of one’s rights during one’s leave',
    body: z.object({
      /** One’s own, which is not itself a colleague’s. */
      rightId: RightId,
      accountId: AccountId,
      validFrom: Instant,
      /** Not after the right itself ends. */
      validUntil: Instant,
      why: ReasonText,
    }),
    reply: RightRequest,
    status: 201,
    idempotent: true,
    problems: ['conflict', 'not-allowed', 'not-found'],
  },
  readRightRequest: {
    ...own,
    ...request,
    method: 'get',
    path: '/api/v1/right-requests/:requestId',
    summary: 'One request: for who asked, who is to get the right, and who manages the organisation’s rights',
    reply: RightRequest,
    status: 200,
  },
  takeBackRightRequest: {
    ...own,
    ...request,
    method: 'post',
    path: '/api/v1/right-requests/:requestId/take-back',
    summary: 'Take back what one asked for',
    body: Nothing,
    reply: RightRequest,
    status: 200,
    problems: ['illegal-transition'],
  },

  listRightRequests: {
    ...manage,
    method: 'get',
    path: '/api/v1/right-requests',
    summary: 'What was asked at the organisations whose rights one manages, the latest first',
    query: z.object({
      ...page,
      state: RequestState.optional(),
      /** Only those that one may decide oneself, now. */
      mine: z.stringbool().default(false),
      accountId: AccountId.optional(),
    }),
    reply: z.object({ requests: z.array(RightRequest), nextCursor }),
    status: 200,
  },
  approveRightRequest: {
    ...manage,
    ...request,
    method: 'post',
    path: '/api/v1/right-requests/:requestId/approve',
    summary: 'Approve; the last approval that is needed gives the right',
    body: Nothing,
    reply: RightRequest,
    status: 200,
    /** `not-allowed`: one asked for it, is to get it, or approved it already. `conflict`: it cannot be given any more. */
    problems: ['illegal-transition', 'not-allowed', 'conflict'],
  },
  refuseRightRequest: {
    ...manage,
    ...request,
    method: 'post',
    path: '/api/v1/right-requests/:requestId/refuse',
    summary: 'Refuse, with the reason',
    body: z.object({ reason: ReasonText }),
    reply: RightRequest,
    status: 200,
    problems: ['illegal-transition', 'not-allowed'],
  },

  listRights: {
    ...manage,
    method: 'get',
    path: '/api/v1/rights',
    summary: 'Who holds what at the organisations whose rights one manages, the soonest to end first',
    query: z.object({
      ...page,
      /** Without it those that are held or are to be. */
      state: RightState.optional(),
      /** In the holder’s name. */
      search: Search,
      accountId: AccountId.optional(),
      roleId: RoleId.optional(),
      /** Of these the ones held exactly there. */
      organisationId: OrganisationId.optional(),
    }),
    reply: z.object({ rights: z.array(Right), nextCursor }),
    status: 200,
  },
  withdrawRight: {
    ...manage,
    method: 'post',
    path: '/api/v1/rights/:rightId/withdraw',
    params: z.object({ rightId: RightId }),
    summary: 'Withdraw a right at once, also from who is signed in or in a call',
    body: z.object({ reason: ReasonText }),
    reply: Right,
    status: 200,
    /** `conflict`: the organisation would be left without anyone who manages its rights. */
    problems: ['illegal-transition', 'conflict', 'not-allowed'],
  },
  readRightsHistory: {
    ...manage,
    method: 'get',
    path: '/api/v1/accounts/:accountId/rights-history',
    params: z.object({ accountId: AccountId }),
    summary: 'All steps of one account’s rights, the latest first',
    query: z.object(page),
    reply: z.object({ account: Person, steps: z.array(RightStep), nextCursor }),
    status: 200,
  },

  listRoles: {
    ...manage,
    method: 'get',
    path: '/api/v1/roles',
    summary: 'The built-in roles, and those of the organisations whose rights one manages',
    reply: z.object({
      roles: z.array(RightsRole),
      /** What one may put into a role of one’s own organisation. */
      givable: z.array(Permission),
    }),
    status: 200,
  },
  createRole: {
    ...manage,
    method: 'post',
    path: '/api/v1/roles',
    summary: 'Make a role of one’s organisation',
    body: RoleText,
    reply: RightsRole,
    status: 201,
    idempotent: true,
    problems: ['conflict', 'not-allowed'],
  },
  changeRole: {
    ...manage,
    ...role,
    method: 'put',
    path: '/api/v1/roles/:roleId',
    summary: 'Change a role of one’s organisation: who holds it holds what it now gives, at once',
    body: RoleText,
    reply: RightsRole,
    status: 200,
    /** `conflict`: there is another of that name, or nobody would be left to manage the organisation’s rights. */
    problems: ['conflict', 'not-allowed', 'illegal-transition'],
  },
  retireRole: {
    ...manage,
    ...role,
    method: 'delete',
    path: '/api/v1/roles/:roleId',
    summary: 'Let nobody ask for a role any more; who holds it holds it to the end of the term',
    reply: RightsRole,
    status: 200,
    problems: ['illegal-transition'],
  },

  listRightsReviews: {
    ...manage,
    method: 'get',
    path: '/api/v1/rights-reviews',
    summary: 'Reviews of rights, the latest first',
    query: z.object(page),
    reply: z.object({ reviews: z.array(RightsReview), nextCursor }),
    status: 200,
  },
  openRightsReview: {
    ...manage,
    method: 'post',
    path: '/api/v1/rights-reviews',
    summary: 'Have all rights at an organisation and below it confirmed or withdrawn until a day',
    body: z.object({ organisationId: OrganisationId, dueAt: Instant }),
    reply: RightsReview,
    status: 201,
    idempotent: true,
    /** `conflict`: one is open there already. */
    problems: ['conflict', 'not-found'],
  },
  readRightsReview: {
    ...manage,
    method: 'get',
    path: '/api/v1/rights-reviews/:reviewId',
    params: z.object({ reviewId: RightsReviewId }),
    summary: 'One review with its rights, by the holder’s name',
    query: z.object({ ...page, state: ReviewItemState.optional() }),
    reply: z.object({ review: RightsReview, items: z.array(RightsReviewItem), nextCursor }),
    status: 200,
  },
  confirmReviewedRight: {
    ...manage,
    ...reviewItem,
    method: 'post',
    path: '/api/v1/rights-reviews/:reviewId/items/:itemId/confirm',
    summary: 'Confirm that a right is still needed; not one’s own',
    body: Nothing,
    reply: RightsReviewItem,
    status: 200,
    problems: ['illegal-transition', 'not-allowed'],
  },
  withdrawReviewedRight: {
    ...manage,
    ...reviewItem,
    method: 'post',
    path: '/api/v1/rights-reviews/:reviewId/items/:itemId/withdraw',
    summary: 'Withdraw a right that is not needed any more; not one’s own',
    body: z.object({ reason: ReasonText }),
    reply: RightsReviewItem,
    status: 200,
    problems: ['illegal-transition', 'not-allowed', 'conflict'],
  },

  readRightsSettings: {
    ...manage,
    method: 'get',
    path: '/api/v1/rights-settings',
    summary: 'After how long an absence rights are withdrawn, in one’s own organisation',
    reply: z.object({ absenceDays: z.int() }),
    status: 200,
  },
  changeRightsSettings: {
    ...manage,
    method: 'put',
    path: '/api/v1/rights-settings',
    summary: 'Say after how many days without signing in somebody’s rights are withdrawn',
    body: z.object({ absenceDays: z.int().min(30).max(730) }),
    reply: z.object({ absenceDays: z.int() }),
    status: 200,
  },
});
