import { approvalsNeeded, type RightRequest } from '@remote-clerk/shared/contracts/rights.ts';
import type { RightRequestId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { isOpen, nextRequest, termFrom } from '@remote-clerk/shared/domain/rights.ts';
import type { StaffRequest } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { type OrganisationScope, systemScope } from '../db/scope.ts';
import { factsOf, isHeld, presentRequest, rightIdOf } from './present-rights.ts';
import type { KeptRequest, RequestsRepository } from './requests-repository.ts';
import type { RightsEffects } from './rights-effects.ts';
import type { RightsMails } from './rights-mails.ts';
import type { RightsPeopleRepository } from './rights-people-repository.ts';
import type { RightsRepository } from './rights-repository.ts';
import type { RolesRepository } from './roles-repository.ts';

type Needs = Pick<Context, 'db' | 'clock'> & {
  requests: RequestsRepository;
  rights: RightsRepository;
  roles: RolesRepository;
  people: RightsPeopleRepository;
  effects: RightsEffects;
  mails: RightsMails;
};

/** What was asked for is approved or refused, by others than those who asked and get it. */
export function createDecisions({ db, clock, requests, rights, roles, people, effects, mails }: Needs) {
  const getRequest = (id: RightRequestId) => requests.get(systemScope, id);

  /** What was approved as often as it must be becomes a right. */
  async function give(request: KeptRequest): Promise<void> {
    const now = clock.now();
    const { account, organisation, role, delegatedBy, delegatedRightId } = request;
    if ((await people.get(account.id)).disabled) throw new ProblemError('conflict', 'The account is disabled');
    const given = await roles.get(await people.above(organisation.id), role.id);
    if (given.retired) throw new ProblemError('conflict', 'The role is retired');
    if (approvalsNeeded(given.permissions) > request.approvalsNeeded)
      throw new ProblemError('conflict', 'The role gives more by now than it did when it was asked for');
    const lent = delegatedRightId ? await rights.get(systemScope, delegatedRightId) : undefined;
    if (lent && !isHeld(lent, now)) throw new ProblemError('conflict', 'Who asked does not hold it any more');
    const term = termFrom(request, now);
    const validUntil = lent && lent.validUntil < term.validUntil ? lent.validUntil : term.validUntil;
    await rights.insert({
      id: rightIdOf(request),
      organisationId: organisation.id,
      accountId: account.id,
      roleId: role.id,
      validFrom: term.validFrom,
      validUntil,
      createdAt: now,
      requestId: request.id,
      delegatedBy: delegatedBy?.id ?? null,
    });
    await effects.changed(account.id);
  }

  async function decide(
    scope: OrganisationScope,
    by: StaffRequest,
    id: RightRequestId,
    decision: { kind: 'approve' } | { kind: 'refuse'; reason: string },
  ): Promise<RightRequest> {
    const { accountId } = by.principal;
    return db.transaction(async () => {
      const known = await requests.get(scope, id);
      await effects.assertManages(accountId, known.organisation.id);
      await requests.lock(id);
      const request = await getRequest(id);
      const now = clock.now();
      const next = nextRequest(factsOf(request), { kind: decision.kind, by: accountId }, now);
      const approved = decision.kind === 'approve';
      await requests.insertDecision(request, {
        by: accountId,
        approved,
        reason: decision.kind === 'refuse' ? decision.reason : null,
        at: now,
      });
      await requests.setState(id, next.state, isOpen(next) ? null : now);
      if (next.state === 'effective') await give(request);
      await effects.recordRequest(by, approved ? 'right.approve' : 'right.refuse', request);
      if (!isOpen(next)) {
        const concerned = [request.askedBy.id, request.account.id].filter((one) => one !== accountId);
        await mails.tell('decided', concerned, { organisationId: request.organisation.id, requestId: id });
      }
      return presentRequest(await getRequest(id), by.principal, now);
    });
  }

  return {
    /** @throws ProblemError `not-allowed`, `illegal-transition`; `conflict` where the right cannot be given any more */
    approve: (scope: OrganisationScope, by: StaffRequest, id: RightRequestId) =>
      decide(scope, by, id, { kind: 'approve' }),
    refuse: (scope: OrganisationScope, by: StaffRequest, id: RightRequestId, reason: string) =>
      decide(scope, by, id, { kind: 'refuse', reason }),
  };
}
