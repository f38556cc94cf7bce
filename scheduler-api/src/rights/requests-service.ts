import type { RightRequest } from '@remote-clerk/shared/contracts/rights.ts';
import type { AccountId, RightRequestId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { isOpen, nextRequest } from '@remote-clerk/shared/domain/rights.ts';
import type { StaffRequest } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { type OrganisationScope, systemScope } from '../db/scope.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import { factsOf, managedBy, presentRequest } from './present-rights.ts';
import type { RequestsRepository } from './requests-repository.ts';
import type { RightsEffects, Taker } from './rights-effects.ts';
import type { RightsMails } from './rights-mails.ts';

type Needs = Pick<Context, 'db' | 'clock'> & {
  requests: RequestsRepository;
  effects: RightsEffects;
  mails: RightsMails;
};

/** What was asked for: who sees it, and how it ends without a decision. */
export function createRequestsService({ db, clock, requests, effects, mails }: Needs) {
  const get = (id: RightRequestId) => requests.get(systemScope, id);

  return {
    /** @throws ProblemError `not-found` for what does not concern them */
    async read(principal: StaffPrincipal, id: RightRequestId): Promise<RightRequest> {
      const found = await get(id);
      const own = found.account.id === principal.accountId || found.askedBy.id === principal.accountId;
      if (!own && !managedBy(principal).includes(found.organisation.id)) throw new ProblemError('not-found');
      return presentRequest(found, principal, clock.now());
    },

    /** @throws ProblemError `not-found` for what somebody else asked */
    takeBack: (by: StaffRequest, id: RightRequestId): Promise<RightRequest> =>
      db.transaction(async () => {
        await requests.lock(id);
        const request = await get(id);
        const { accountId } = by.principal;
        if (request.askedBy.id !== accountId) throw new ProblemError('not-found');
        const now = clock.now();
        const { state } = nextRequest(factsOf(request), { kind: 'take-back', by: accountId }, now);
        await requests.setState(id, state, now);
        await effects.recordRequest(by, 'right.take-back', request);
        return presentRequest(await get(id), by.principal, now);
      }),

    async list(
      scope: OrganisationScope,
      principal: StaffPrincipal,
      { mine, ...filter }: Omit<Parameters<RequestsRepository['list']>[1], 'decidableBy'> & { mine: boolean },
    ) {
      const now = clock.now();
      const decidableBy = mine ? { accountId: principal.accountId, now } : undefined;
      const { page, nextCursor } = await requests.list(scope, { ...filter, decidableBy });
      return { requests: page.map((one) => presentRequest(one, principal, now)), nextCursor };
    },

    /** What nobody decided in time is over. */
    async expireOverdue(): Promise<void> {
      for (const { id } of await requests.listOverdue(clock.now())) {
        await db.transaction(async () => {
          await requests.lock(id);
          const request = await get(id);
          const now = clock.now();
          if (!isOpen(request)) return;
          const { state } = nextRequest(factsOf(request), { kind: 'expire' }, now);
          await requests.setState(id, state, now);
          await effects.recordRequest(null, 'right.request-expire', request);
          await mails.tell('decided', [request.askedBy.id], { organisationId: request.organisation.id, requestId: id });
        });
      }
    },

    /** Whose account is gone asks for nothing, and nothing is asked for them. */
    async closeAllOf(by: Taker, accountId: AccountId): Promise<void> {
      for (const { id } of await requests.listOpenConcerning(accountId)) {
        await requests.lock(id);
        const request = await get(id);
        if (!isOpen(request)) continue;
        await requests.setState(id, 'withdrawn', clock.now());
        await effects.recordRequest(by, 'right.take-back', request);
      }
    },
  };
}
