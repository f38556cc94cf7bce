import type { ReviewItemState, RightsReview, RightsReviewItem } from '@remote-clerk/shared/contracts/rights.ts';
import { type OrganisationId, RightsReviewId, RightsReviewItemId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { dayMs } from '@remote-clerk/shared/domain/rights.ts';
import { addMilliseconds, type Instant, isDue } from '@remote-clerk/shared/domain/time.ts';
import type { StaffRequest } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { isDuplicate } from '../db/retry.ts';
import { type OrganisationScope, systemScope } from '../db/scope.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import { isHeld, presentRight } from './present-rights.ts';
import type { KeptItem, ReviewsRepository } from './reviews-repository.ts';
import type { RightsEffects, Taker } from './rights-effects.ts';
import type { RightsMails } from './rights-mails.ts';
import type { RightsPeopleRepository } from './rights-people-repository.ts';
import type { RightsRepository } from './rights-repository.ts';
import type { RightsService } from './rights-service.ts';

/** Every half year somebody looks through all rights. */
const everyDays = 182;
const usualDays = 30;
const longestDays = 90;
const remindDays = [7, 1];
const notConfirmed = 'Nobody confirmed it in the review';

type Needs = Pick<Context, 'db' | 'clock' | 'ids' | 'logger'> & {
  reviews: ReviewsRepository;
  rights: RightsRepository;
  people: RightsPeopleRepository;
  service: RightsService;
  effects: RightsEffects;
  mails: RightsMails;
};

/** All rights of an organisation are looked through, and what nobody confirms is withdrawn. */
export function createReviewsService({
  db,
  clock,
  ids,
  logger,
  reviews,
  rights,
  people,
  service,
  effects,
  mails,
}: Needs) {
  async function open(by: Taker, organisationId: OrganisationId, dueAt: Instant): Promise<RightsReviewId | null> {
    const now = clock.now();
    const held = await rights.listOpenAt(await people.below(organisationId), now);
    if (held.length === 0 && !by) return null;
    const id = RightsReviewId.parse(ids.uuid());
    try {
      await db.transaction(() =>
        reviews.insert(
          { id, organisationId, openedBy: by?.principal.accountId ?? null, openedAt: now, dueAt },
          held.map((right) => ({
            id: RightsReviewItemId.parse(ids.uuid()),
            rightId: right.id,
            accountId: right.account.id,
            organisationId: right.organisation.id,
          })),
        ),
      );
    } catch (error) {
      throw isDuplicate(error) ? new ProblemError('conflict', 'A review is open there already') : error;
    }
    await effects.record(by, { organisationId, action: 'rights-review.open', subject: { kind: 'rights-review', id } });
    await mails.tell('review-due', await effects.listManagers(organisationId), { organisationId, reviewId: id });
    return id;
  }

  async function closeWhenDone(id: RightsReviewId): Promise<void> {
    const { progress, closedAt } = await reviews.get(systemScope, id);
    if (progress.open === 0 && closedAt === null) await reviews.close(id, clock.now());
  }

  async function presentItem(item: KeptItem, review: RightsReview, reader: StaffPrincipal): Promise<RightsReviewItem> {
    const right = await rights.get(systemScope, item.rightId);
    const now = clock.now();
    const own = right.account.id === reader.accountId;
    return {
      id: item.id,
      right: presentRight(right, reader, now),
      lastSignedInAt: item.lastSignedInAt,
      state: item.state,
      decidedBy: item.decidedBy,
      decidedAt: item.decidedAt,
      decidable: item.state === 'open' && review.closedAt === null && isHeld(right, now) && !own,
    };
  }

  /** @throws ProblemError `illegal-transition` for what is decided or over, `not-allowed` for one's own */
  async function decide(
    scope: OrganisationScope,
    by: StaffRequest,
    reviewId: RightsReviewId,
    itemId: RightsReviewItemId,
    act: { kind: 'confirm' } | { kind: 'withdraw'; reason: string },
  ): Promise<RightsReviewItem> {
    return db.transaction(async () => {
      const review = await reviews.get(scope, reviewId);
      await effects.assertManages(by.principal.accountId, review.organisation.id);
      await reviews.lock(reviewId);
      const item = await reviews.getItem(reviewId, itemId);
      const right = await rights.get(systemScope, item.rightId);
      const now = clock.now();
      if (right.account.id === by.principal.accountId) throw new ProblemError('not-allowed', 'It is one’s own');
      if (item.state !== 'open' || !isHeld(right, now)) throw new ProblemError('illegal-transition');
      const confirmed = act.kind === 'confirm';
      await reviews.setItem(itemId, confirmed ? 'confirmed' : 'withdrawn', by.principal.accountId, now);
      if (act.kind === 'withdraw') await service.endGuarded(by, right, act.reason);
      else {
        await effects.record(by, {
          organisationId: right.organisation.id,
          action: 'right.confirm',
          subject: { kind: 'account', id: right.account.id },
          details: { rightId: right.id, role: right.role.id, reviewId },
        });
      }
      await closeWhenDone(reviewId);
      return presentItem(await reviews.getItem(reviewId, itemId), review, by.principal);
    });
  }

  /** What nobody confirmed is withdrawn; the last who manages rights keeps theirs, and the review stays open for it. */
  async function finish(id: RightsReviewId): Promise<void> {
    for (const item of await reviews.listOpenItems(id)) {
      try {
        await db.transaction(async () => {
          const { organisation } = await rights.get(systemScope, item.rightId);
          await rights.lockManagers(organisation.id);
          await reviews.lock(id);
          const [now, current] = [clock.now(), await reviews.getItem(id, item.id)];
          if (current.state !== 'open') return;
          const right = await rights.get(systemScope, item.rightId);
          const held = isHeld(right, now);
          await reviews.setItem(item.id, held ? 'withdrawn' : 'gone', null, now);
          if (held) await service.endGuarded(null, right, notConfirmed);
        });
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        logger.warn({ rightId: item.rightId, reviewId: id }, 'a right that nobody confirmed could not be withdrawn');
      }
    }
    await closeWhenDone(id);
  }

  return {
    open: (
      scope: OrganisationScope,
      by: StaffRequest,
      wish: { organisationId: OrganisationId; dueAt: Instant },
    ): Promise<RightsReview> =>
      db.transaction(async () => {
        if (!scope.within.includes(wish.organisationId)) throw new ProblemError('not-found');
        const now = clock.now();
        const longest = addMilliseconds(now, longestDays * dayMs);
        if (isDue(wish.dueAt, now) || wish.dueAt > longest) {
          const detail = `Between now and ${longestDays} days from now`;
          throw new ProblemError('invalid-request', undefined, { fields: [{ pointer: '/body/dueAt', detail }] });
        }
        const id = await open(by, wish.organisationId, wish.dueAt);
        if (!id) throw new Error('The review was not opened');
        return reviews.get(scope, id);
      }),

    async list(scope: OrganisationScope, query: { cursor?: string | undefined; limit: number }) {
      const { page, nextCursor } = await reviews.list(scope, query);
      return { reviews: page, nextCursor };
    },

    async read(
      scope: OrganisationScope,
      principal: StaffPrincipal,
      id: RightsReviewId,
      query: { state?: ReviewItemState | undefined; cursor?: string | undefined; limit: number },
    ) {
      const review = await reviews.get(scope, id);
      const { page, nextCursor } = await reviews.listItems(id, query);
      const items = await Promise.all(page.map((item) => presentItem(item, review, principal)));
      return { review, items, nextCursor };
    },

    confirm: (scope: OrganisationScope, by: StaffRequest, id: RightsReviewId, itemId: RightsReviewItemId) =>
      decide(scope, by, id, itemId, { kind: 'confirm' }),
    withdraw: (
      scope: OrganisationScope,
      by: StaffRequest,
      id: RightsReviewId,
      itemId: RightsReviewItemId,
      reason: string,
    ) => decide(scope, by, id, itemId, { kind: 'withdraw', reason }),

    /** The job: opens what is due, reminds, and ends what is over. */
    async tend(): Promise<void> {
      const now = clock.now();
      for (const { id, organisation, dueAt } of await reviews.listOpen()) {
        if (isDue(dueAt, now)) {
          await finish(id);
          continue;
        }
        const days = remindDays.findLast((one) => isDue(addMilliseconds(dueAt, -one * dayMs), now));
        if (days === undefined) continue;
        await db.transaction(async () => {
          if (!(await people.tellOnce(`review:${id}:${days}`, organisation.id, now))) return;
          const managers = await effects.listManagers(organisation.id);
          await mails.tell('review-due', managers, { organisationId: organisation.id, reviewId: id });
        });
      }
      const since = addMilliseconds(now, -everyDays * dayMs);
      for (const { id } of await people.listTopOrganisations(since)) {
        await db.transaction(async () => {
          if (await reviews.hasSince(id, since)) return;
          await open(null, id, addMilliseconds(now, usualDays * dayMs)).catch((error) => {
            // Another server was first.
            if (!(error instanceof ProblemError)) throw error;
          });
        });
      }
    },
  };
}
