import {
  approvalsNeeded,
  type OrganisationName,
  type RightRequest,
  type RightsRole,
  type RoleId,
} from '@remote-clerk/shared/contracts/rights.ts';
import { type AccountId, type OrganisationId, type RightId, RightRequestId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import {
  dayMs,
  expiryOf,
  isOpen,
  longestTermDays,
  nextRequest,
  problemOfTerm,
  termFrom,
} from '@remote-clerk/shared/domain/rights.ts';
import { addMilliseconds, type Instant } from '@remote-clerk/shared/domain/time.ts';
import type { StaffRequest } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { isDuplicate } from '../db/retry.ts';
import { type OrganisationScope, systemScope } from '../db/scope.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import { factsOf, isHeld, managedBy, presentRequest, rightIdOf } from './present-rights.ts';
import type { KeptRequest, RequestsRepository } from './requests-repository.ts';
import type { RightsEffects, Taker } from './rights-effects.ts';
import type { RightsMails } from './rights-mails.ts';
import type { RightsPeopleRepository } from './rights-people-repository.ts';
import type { RightsRepository } from './rights-repository.ts';
import type { RolesRepository } from './roles-repository.ts';

type Term = { validFrom: Instant | null; validUntil: Instant };
type Wish = Term & { accountId: AccountId | null; roleId: RoleId; organisationId: OrganisationId; why: string };

type Needs = Pick<Context, 'db' | 'clock' | 'ids'> & {
  requests: RequestsRepository;
  rights: RightsRepository;
  roles: RolesRepository;
  people: RightsPeopleRepository;
  effects: RightsEffects;
  mails: RightsMails;
};

/** Rights are asked for here, and decided about by others. */
export function createRequestsService({ db, clock, ids, requests, rights, roles, people, effects, mails }: Needs) {
  const audited = (by: Taker, action: string, request: KeptRequest) =>
    effects.record(by, {
      organisationId: request.organisation.id,
      action,
      subject: { kind: 'account', id: request.account.id },
      details: { rightRequestId: request.id, role: request.role.id, kind: request.kind },
    });

  async function get(id: RightRequestId): Promise<KeptRequest> {
    const found = await requests.find(systemScope, id);
    if (!found) throw new ProblemError('not-found');
    return found;
  }

  /** Where somebody can ask: around their own organisation, and wherever they manage people or rights. */
  async function reachOf({ organisationId, rights: held }: StaffPrincipal): Promise<OrganisationId[]> {
    const around = [...(await people.above(organisationId)), ...(await people.below(organisationId))];
    const managed = [...(held.get('rights.manage') ?? []), ...(held.get('organisation.manage') ?? [])];
    return [...new Set([...around, ...managed])];
  }

  const mayAskForOthers = ({ rights: held }: StaffPrincipal, organisationId: OrganisationId) =>
    (['rights.manage', 'organisation.manage'] as const).some((name) => held.get(name)?.includes(organisationId));

  async function insert(
    by: StaffRequest,
    wish: Wish & { accountId: AccountId },
    more: { role: RightsRole; delegatedRightId: RightId | null },
  ): Promise<RightRequest> {
    const now = clock.now();
    const wrong = problemOfTerm(wish, now);
    if (wrong) throw wrongTerm(wrong);
    const id = RightRequestId.parse(ids.uuid());
    const { principal } = by;
    const held = (await rights.listOpenOf(wish.accountId, now)).some(
      ({ role, organisation }) => role.id === wish.roleId && organisation.id === wish.organisationId,
    );
    const lent = more.delegatedRightId !== null;
    try {
      await db.transaction(() =>
        requests.insert({
          id,
          ...wish,
          kind: lent ? 'delegation' : held ? 'renewal' : 'grant',
          askedBy: principal.accountId,
          approvalsNeeded: approvalsNeeded(more.role.permissions),
          askedAt: now,
          expiresAt: expiryOf(wish, now),
          delegatedBy: lent ? principal.accountId : null,
          delegatedRightId: more.delegatedRightId,
        }),
      );
    } catch (error) {
      throw isDuplicate(error)
        ? new ProblemError('conflict', 'This has been asked already and is not decided yet')
        : error;
    }
    const asked = await get(id);
    await audited(by, 'right.ask', asked);
    const deciders = (await effects.listManagers(wish.organisationId)).filter(
      (one) => one !== wish.accountId && one !== principal.accountId,
    );
    await mails.tell('asked', deciders, { organisationId: wish.organisationId, requestId: id });
    return presentRequest(asked, principal, now);
  }

  /** A role that can be held there. @throws ProblemError `not-found`, also for one that is retired */
  async function getAskable(roleId: RoleId, organisationId: OrganisationId): Promise<RightsRole> {
    const role = await roles.get(await people.above(organisationId), roleId);
    if (role.retired) throw new ProblemError('not-found');
    return role;
  }

  /** What was approved as often as it must be becomes a right. */
  async function give(request: KeptRequest): Promise<void> {
    const now = clock.now();
    const { account, organisation, role, delegatedBy, delegatedRightId } = request;
    if ((await people.get(account.id)).disabled) throw new ProblemError('conflict', 'The account is disabled');
    await getAskable(role.id, organisation.id);
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
      const known = await requests.find(scope, id);
      if (!known) throw new ProblemError('not-found');
      await effects.assertManages(accountId, known.organisation.id);
      await requests.lock(id);
      const request = await get(id);
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
      await audited(by, approved ? 'right.approve' : 'right.refuse', request);
      if (!isOpen(next)) {
        const concerned = [request.askedBy.id, request.account.id].filter((one) => one !== accountId);
        await mails.tell('decided', concerned, { organisationId: request.organisation.id, requestId: id });
      }
      return presentRequest(await get(id), by.principal, now);
    });
  }

  return {
    /** @throws ProblemError `not-found` for a role, place or person out of reach, `not-allowed` to ask for somebody else, `conflict` */
    ask: (by: StaffRequest, wish: Wish): Promise<RightRequest> =>
      db.transaction(async () => {
        const { principal } = by;
        const accountId = wish.accountId ?? principal.accountId;
        if (!(await reachOf(principal)).includes(wish.organisationId)) throw new ProblemError('not-found');
        if (accountId !== principal.accountId) {
          const person = await people.get(accountId);
          if (person.disabled || !mayAskForOthers(principal, person.organisation.id))
            throw new ProblemError('not-found');
          if (!mayAskForOthers(principal, wish.organisationId)) throw new ProblemError('not-allowed');
        }
        const role = await getAskable(wish.roleId, wish.organisationId);
        return insert(by, { ...wish, accountId }, { role, delegatedRightId: null });
      }),

    /** What a new account is made for is asked by whoever makes it, and approved by somebody else. */
    async askForNew(
      by: StaffRequest,
      wish: { accountId: AccountId; roleId: RoleId; organisationId: OrganisationId },
    ): Promise<void> {
      const role = await getAskable(wish.roleId, wish.organisationId);
      const validUntil = addMilliseconds(clock.now(), (longestTermDays - 1) * dayMs);
      await insert(by, { ...wish, validFrom: null, validUntil, why: 'New account' }, { role, delegatedRightId: null });
    },

    /** @throws ProblemError `not-found` for a right that is not one's own or a colleague of another organisation, `not-allowed` for one that is lent itself */
    askForDelegation: (
      by: StaffRequest,
      wish: { rightId: RightId; accountId: AccountId; validFrom: Instant; validUntil: Instant; why: string },
    ): Promise<RightRequest> =>
      db.transaction(async () => {
        const { principal } = by;
        const right = await rights.get(systemScope, wish.rightId);
        if (right.account.id !== principal.accountId || !isHeld(right, clock.now()))
          throw new ProblemError('not-found');
        if (right.delegatedBy)
          throw new ProblemError('not-allowed', 'What is held in somebody’s stead cannot be lent on');
        const colleague = await people.get(wish.accountId);
        const same = colleague.organisation.id === principal.organisationId;
        if (!same || colleague.disabled || colleague.id === principal.accountId) throw new ProblemError('not-found');
        if (wish.validUntil > right.validUntil) throw wrongTerm('The right itself ends before that');
        const role = await getAskable(right.role.id, right.organisation.id);
        const { accountId, validFrom, validUntil, why } = wish;
        return insert(
          by,
          { accountId, validFrom, validUntil, why, roleId: role.id, organisationId: right.organisation.id },
          { role, delegatedRightId: right.id },
        );
      }),

    approve: (scope: OrganisationScope, by: StaffRequest, id: RightRequestId) =>
      decide(scope, by, id, { kind: 'approve' }),
    refuse: (scope: OrganisationScope, by: StaffRequest, id: RightRequestId, reason: string) =>
      decide(scope, by, id, { kind: 'refuse', reason }),

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
        await audited(by, 'right.take-back', request);
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

    /** What can be asked for, and where. */
    async choices(principal: StaffPrincipal) {
      const reach = await reachOf(principal);
      const found = await roles.list(reach);
      return {
        roles: found.filter(({ retired }) => !retired),
        organisations: await people.listOrganisations(reach),
      };
    },

    /** Colleagues, and those whom one manages. */
    async findPeople(principal: StaffPrincipal, query: { search?: string | undefined; limit: number }) {
      const { organisationId, accountId, rights: held } = principal;
      const managed = [...(held.get('rights.manage') ?? []), ...(held.get('organisation.manage') ?? [])];
      const found = await people.search([...new Set([organisationId, ...managed])], query);
      return found
        .filter(({ id }) => id !== accountId)
        .map(({ id, name, jobTitle, organisation }) => ({
          id,
          name,
          jobTitle,
          organisation: organisation satisfies OrganisationName,
          sameOrganisation: organisation.id === organisationId,
        }));
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
          await audited(null, 'right.request-expire', request);
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
        await audited(by, 'right.take-back', request);
      }
    },
  };
}
export type RequestsService = ReturnType<typeof createRequestsService>;

const wrongTerm = (detail: string) =>
  new ProblemError('invalid-request', undefined, { fields: [{ pointer: '/body/validUntil', detail }] });
