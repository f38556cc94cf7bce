import type { AccountId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { dayMs } from '@remote-clerk/shared/domain/rights.ts';
import { addMilliseconds, type Instant } from '@remote-clerk/shared/domain/time.ts';
import type { StaffRequest } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { systemScope } from '../db/scope.ts';
import { isHeld } from './present-rights.ts';
import type { RightsEffects } from './rights-effects.ts';
import type { RightsMails } from './rights-mails.ts';
import type { RightsPeopleRepository } from './rights-people-repository.ts';
import type { RightsRepository } from './rights-repository.ts';
import type { KeptRight } from './rights-rows.ts';
import type { RightsService } from './rights-service.ts';

/** Days before the end of a term at which its holder and those who manage it are told. */
const noticeDays = [30, 7];
/** Days without signing in after which rights are withdrawn, where an organisation says nothing else. */
const usualAbsenceDays = 180;
/** Days before that at which it is said. */
const absenceNoticeDays = 14;
const absent = 'Nobody signed in with this account for long';

type Needs = Pick<Context, 'db' | 'clock' | 'logger'> & {
  rights: RightsRepository;
  people: RightsPeopleRepository;
  service: RightsService;
  effects: RightsEffects;
  mails: RightsMails;
};

/** What ends soon is said before, and what nobody uses is withdrawn. */
export function createRightsNotices({ db, clock, logger, rights, people, service, effects, mails }: Needs) {
  const absenceDays = async (id: OrganisationId) => (await people.findAbsenceDays(id)) ?? usualAbsenceDays;

  /** Whether the same right goes on under another term. */
  async function isRenewed(right: KeptRight, now: Instant): Promise<boolean> {
    return (await rights.listOpenOf(right.account.id, now)).some(
      ({ role, organisation, validUntil }) =>
        role.id === right.role.id && organisation.id === right.organisation.id && validUntil > right.validUntil,
    );
  }

  /** Tells once of each: a term that is not longer than the notice needs none so early. */
  async function tellEnding(right: KeptRight, now: Instant): Promise<void> {
    const days = noticeDays.findLast((one) => addMilliseconds(right.validUntil, -one * dayMs) <= now);
    if (days === undefined || addMilliseconds(right.validUntil, -days * dayMs) <= right.validFrom) return;
    await db.transaction(async () => {
      if (await isRenewed(right, now)) return;
      if (!(await people.tellOnce(`expiring:${days}:${right.id}`, right.organisation.id, now))) return;
      const { id: organisationId } = right.organisation;
      const managers = await effects.listManagers(organisationId);
      await mails.tell('expiring', [right.account.id, ...managers], { organisationId, rightId: right.id });
    });
  }

  async function withdrawUnused(accountId: AccountId, before: Instant): Promise<void> {
    const now = clock.now();
    for (const { id } of await rights.listOpenOf(accountId, now)) {
      try {
        await db.transaction(async () => {
          const right = await rights.get(systemScope, id);
          if (right.validFrom <= before && isHeld(right, now)) await service.endGuarded(null, right, absent);
        });
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        logger.warn({ rightId: id }, 'a right that nobody uses could not be withdrawn');
      }
    }
  }

  async function tendAbsent(organisationId: OrganisationId, now: Instant): Promise<void> {
    const days = await absenceDays(organisationId);
    const ago = (some: number) => addMilliseconds(now, -some * dayMs);
    for (const person of await people.listAwaySince(organisationId, ago(days - absenceNoticeDays), now)) {
      const key = `absent:${person.id}:${person.lastSignedInAt ?? 'never'}`;
      await db.transaction(async () => {
        if (!(await people.tellOnce(key, organisationId, now))) return;
        const [right] = await rights.listOpenOf(person.id, now);
        if (right) await mails.tell('absent', [person.id], { organisationId, rightId: right.id });
      });
      const told = await people.findTold(key);
      const away = (person.lastSignedInAt ?? person.createdAt) <= ago(days);
      if (away && told && told <= ago(absenceNoticeDays)) await withdrawUnused(person.id, ago(days));
    }
  }

  return {
    /** The job. Bears being run by several servers at once, and as often as one likes. */
    async tend(): Promise<void> {
      const now = clock.now();
      const soon = addMilliseconds(now, Math.max(...noticeDays) * dayMs);
      for (const right of await rights.listEndingBefore(soon, now)) await tellEnding(right, now);
      for (const id of await people.listOrganisationIds()) await tendAbsent(id, now);
    },

    absenceDays,

    changeAbsenceDays: (by: StaffRequest, organisationId: OrganisationId, days: number): Promise<void> =>
      db.transaction(async () => {
        await people.saveAbsenceDays(organisationId, days);
        await effects.record(by, {
          organisationId,
          action: 'rights-settings.change',
          subject: { kind: 'organisation', id: organisationId },
          details: { absenceDays: days },
        });
      }),
  };
}
