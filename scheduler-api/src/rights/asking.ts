import {
  approvalsNeeded,
  type OrganisationName,
  type RightRequest,
  type RightsRole,
  type RoleId,
} from '@remote-clerk/shared/contracts/rights.ts';
import { type AccountId, type OrganisationId, type RightId, RightRequestId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { dayMs, expiryOf, longestTermDays, problemOfTerm } from '@remote-clerk/shared/domain/rights.ts';
import { addMilliseconds, type Instant } from '@remote-clerk/shared/domain/time.ts';
import type { StaffRequest } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { isDuplicate } from '../db/retry.ts';
import { systemScope } from '../db/scope.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import { isHeld, presentRequest } from './present-rights.ts';
import type { RequestsRepository } from './requests-repository.ts';
import type { RightsEffects } from './rights-effects.ts';
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

/** Rights are asked for: for oneself, for those whom one manages, and for who stands in during one's leave. */
export function createAsking({ db, clock, ids, requests, rights, roles, people, effects, mails }: Needs) {
  const get = (id: RightRequestId) => requests.get(systemScope, id);

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
    await effects.recordRequest(by, 'right.ask', asked);
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
  };
}

const wrongTerm = (detail: string) =>
  new ProblemError('invalid-request', undefined, { fields: [{ pointer: '/body/validUntil', detail }] });
