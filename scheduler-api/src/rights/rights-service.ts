import type { Right, RightStep } from '@remote-clerk/shared/contracts/rights.ts';
import type { AccountId, RightId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { type Instant, isDue } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { StaffRequest } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { type OrganisationScope, systemScope } from '../db/scope.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import { isHeld, presentRequest, presentRight } from './present-rights.ts';
import type { KeptRequest, RequestsRepository } from './requests-repository.ts';
import type { ReviewsRepository } from './reviews-repository.ts';
import type { RightsEffects, Taker } from './rights-effects.ts';
import type { RightsMails } from './rights-mails.ts';
import type { RightsPeopleRepository } from './rights-people-repository.ts';
import type { RightsFilter, RightsRepository } from './rights-repository.ts';
import { cursorOf, type KeptRight, readCursor } from './rights-rows.ts';

/** Of what one asked and was asked for one, this many are shown; the rest is in the history. */
const latestRequests = 100;

type Needs = Pick<Context, 'db' | 'clock'> & {
  rights: RightsRepository;
  requests: RequestsRepository;
  reviews: ReviewsRepository;
  people: RightsPeopleRepository;
  effects: RightsEffects;
  mails: RightsMails;
};

/** Who holds what, and how a right ends before its term. */
export function createRightsService({ db, clock, rights, requests, reviews, people, effects, mails }: Needs) {
  /** Ends a right in the transaction that it is called in, with all that others hold because of it. */
  async function end(by: Taker, right: KeptRight, reason: string): Promise<void> {
    const now = clock.now();
    if (!(await rights.withdraw(right.id, by?.principal.accountId ?? null, reason, now)))
      throw new ProblemError('illegal-transition', 'This right is over already');
    await reviews.setGone(right.id, now);
    await effects.record(by, {
      organisationId: right.organisation.id,
      action: 'right.withdraw',
      subject: { kind: 'account', id: right.account.id },
      details: { rightId: right.id, role: right.role.id },
    });
    await effects.changed(right.account.id);
    await mails.tell('withdrawn', [right.account.id], { organisationId: right.organisation.id, rightId: right.id });
    const lent = (await rights.listLentBy(right.account.id, now)).filter(
      ({ role, organisation }) => role.id === right.role.id && organisation.id === right.organisation.id,
    );
    for (const one of lent) await end(by, one, reason);
  }

  /** @throws ProblemError `conflict` where nobody would be left to manage the organisation's rights */
  async function endGuarded(by: Taker, right: KeptRight, reason: string): Promise<void> {
    await rights.lockManagers(right.organisation.id);
    const managed = await effects.isManaged(right.organisation.id);
    await end(by, right, reason);
    if (managed && !(await effects.isManaged(right.organisation.id)))
      throw new ProblemError('conflict', 'Nobody would be left to manage the rights of this organisation');
  }

  return {
    endGuarded,

    async own(principal: StaffPrincipal) {
      const now = clock.now();
      const held = await rights.listOpenOf(principal.accountId, now);
      const asked = await requests.listConcerning(principal.accountId, latestRequests);
      return {
        rights: held.map((right) => presentRight(right, principal, now)),
        requests: asked.map((request) => presentRequest(request, principal, now)),
      };
    },

    async list(
      scope: OrganisationScope,
      principal: StaffPrincipal,
      filter: RightsFilter & { cursor?: string | undefined; limit: number },
    ) {
      const now = clock.now();
      const { page, nextCursor } = await rights.list(scope, filter, now);
      return { rights: page.map((right) => presentRight(right, principal, now)), nextCursor };
    },

    /** @throws ProblemError `not-found`, `illegal-transition` for one that is over, `conflict` for the last who manages rights */
    withdraw: (scope: OrganisationScope, by: StaffRequest, id: RightId, reason: string): Promise<Right> =>
      db.transaction(async () => {
        const right = await rights.get(scope, id);
        await effects.assertManages(by.principal.accountId, right.organisation.id);
        await endGuarded(by, right, reason);
        return presentRight(await rights.get(scope, id), by.principal, clock.now());
      }),

    /** All that an account holds, and what is asked for it: for one that is disabled, or has left. */
    withdrawAllOf: (by: Taker, accountId: AccountId, reason: string): Promise<void> =>
      db.transaction(async () => {
        for (const { id } of await rights.listOpenOf(accountId, clock.now())) {
          const right = await rights.get(systemScope, id);
          if (isHeld(right, clock.now())) await end(by, right, reason);
        }
      }),

    /** What has run out takes effect on sockets, and is on record, once. */
    async expire(): Promise<void> {
      await db.transaction(async () => {
        const now = clock.now();
        for (const right of await rights.takeExpired(now)) {
          await reviews.setGone(right.id, now);
          await effects.record(null, {
            organisationId: right.organisation.id,
            action: 'right.expire',
            subject: { kind: 'account', id: right.account.id },
            details: { rightId: right.id, role: right.role.id },
          });
          await effects.changed(right.account.id);
        }
      });
    },

    /** @throws ProblemError `not-found` for an account that has and had nothing to do with these organisations */
    async history(
      scope: OrganisationScope,
      accountId: AccountId,
      { cursor, limit }: { cursor?: string | undefined; limit: number },
    ) {
      const person = await people.get(accountId);
      const held = await rights.listOfAccount(scope, accountId);
      const asked = await requests.listFor(scope, accountId);
      const known = scope.within.includes(person.organisation.id) || held.length > 0 || asked.length > 0;
      if (!known) throw new ProblemError('not-found');
      const confirmed = await reviews.listConfirmed(scope, accountId);
      const steps = [
        ...asked.flatMap(stepsOfRequest),
        ...held.flatMap((right) => stepsOfRight(right, clock.now())),
        ...confirmed,
      ];
      const inOrder = steps.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
      const from = readCursor(cursor, z.tuple([z.coerce.number().int().min(0)]))?.[0] ?? 0;
      const next = from + limit;
      const { id, name, jobTitle } = person;
      return {
        account: { id, name, jobTitle },
        steps: inOrder.slice(from, next),
        nextCursor: next < inOrder.length ? cursorOf(String(next)) : null,
      };
    },
  };
}
export type RightsService = ReturnType<typeof createRightsService>;

function stepsOfRequest({ role, organisation, ...request }: KeptRequest): RightStep[] {
  const what = { role, organisation };
  const steps: RightStep[] = [
    { ...what, at: request.askedAt, step: 'asked', by: request.askedBy, reason: request.why },
  ];
  for (const { at, approved, by, reason } of request.decisions)
    steps.push({ ...what, at, step: approved ? 'approved' : 'refused', by, reason });
  const at = request.closedAt;
  if (at && request.state === 'withdrawn')
    steps.push({ ...what, at, step: 'request-withdrawn', by: request.askedBy, reason: null });
  if (at && request.state === 'expired') steps.push({ ...what, at, step: 'request-expired', by: null, reason: null });
  return steps;
}

function stepsOfRight({ role, organisation, ...right }: KeptRight, now: Instant): RightStep[] {
  const what = { role, organisation, reason: null };
  const steps: RightStep[] = [{ ...what, at: right.createdAt, step: 'granted', by: null }];
  if (right.withdrawnAt) {
    const { withdrawnAt: at, withdrawnBy: by, withdrawnReason: reason } = right;
    steps.push({ ...what, at, step: 'withdrawn', by, reason });
  } else if (isDue(right.validUntil, now)) steps.push({ ...what, at: right.validUntil, step: 'expired', by: null });
  return steps;
}
