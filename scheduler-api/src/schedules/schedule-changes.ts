import type { ScheduleChange, VersionedSchedule } from '@remote-clerk/shared/contracts/http/schedules.ts';
import { type AccountId, ClosureId, type InstitutionId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Closure } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { changeSchedule } from '@remote-clerk/shared/domain/scheduling/schedule-change.ts';
import type { AppointmentsService, StoredAppointment } from '../appointments/appointments-service.ts';
import type { Context } from '../context.ts';
import { isDuplicate } from '../db/retry.ts';
import type { OrganisationScope } from '../db/scope.ts';
import type { Signals } from '../live/signals.ts';
import type { CatalogueService } from '../organisations/catalogue-service.ts';
import type { SpecialistsService } from '../specialists/specialists-service.ts';
import { assertTimesExist } from './check-schedule.ts';
import { isOrphan } from './orphans.ts';
import { createSchedulesRepository } from './schedules-repository.ts';
import type { SchedulesService, SpecialistSchedule } from './schedules-service.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'ids'> & {
  schedules: SchedulesService;
  specialists: SpecialistsService;
  catalogue: CatalogueService;
  appointments: AppointmentsService;
  signals: Signals;
};
type Versioned = { specialistId: AccountId; version: number };
type OrphanPolicy = 'refuse' | 'keep';

const present = ({ institutionId: _institutionId, ...schedule }: SpecialistSchedule): VersionedSchedule => schedule;

/** How managers change when people are at work: first shown, then done, never over a colleague's head. */
export function createScheduleChanges({
  db,
  clock,
  ids,
  schedules,
  specialists,
  catalogue,
  appointments,
  signals,
}: Needs) {
  const repository = createSchedulesRepository(db);

  /** @throws ProblemError `not-found` when one of them is none of this organisation's */
  async function get(scope: OrganisationScope, ids: readonly AccountId[]): Promise<SpecialistSchedule[]> {
    const staff = await specialists.listAll(scope);
    const found = [...new Set(ids)].map((id) => {
      const one = staff.find((specialist) => specialist.id === id);
      if (!one) throw new ProblemError('not-found', `There is no specialist ${id}`);
      return one;
    });
    return schedules.listOf(scope, found);
  }

  /** @throws ProblemError `invalid-request` for times that there are none of */
  function changeAll(before: readonly SpecialistSchedule[], change: ScheduleChange): SpecialistSchedule[] {
    return before.map((one) => {
      const schedule = changeSchedule(one.schedule, change);
      if (change.kind === 'add-exceptions') assertTimesExist(change.exceptions, schedule.timeZone);
      if (change.kind === 'replace') assertTimesExist(schedule.exceptions, schedule.timeZone);
      return { ...one, schedule };
    });
  }

  /** What these schedules and closures would leave outside of working time that is not outside of it now. */
  async function orphansOf(
    institutionIds: readonly InstitutionId[],
    after: ReadonlyMap<AccountId, SpecialistSchedule>,
    closuresOf: (id: InstitutionId) => readonly Closure[],
  ): Promise<StoredAppointment[]> {
    const ahead = await appointments.listAhead(institutionIds, clock.now());
    return ahead.filter((appointment) => {
      const schedule = after.get(appointment.specialistId);
      return (
        schedule && isOrphan(appointment, schedule.schedule, closuresOf(appointment.institutionId), schedules.daysIn)
      );
    });
  }

  async function presentClosures(scope: OrganisationScope, institutionIds: readonly InstitutionId[]) {
    const all = await schedules.listClosures(scope, institutionIds);
    return (id: InstitutionId) => all.filter((closure) => closure.institutionId === id);
  }

  async function preview(scope: OrganisationScope, before: readonly SpecialistSchedule[], change: ScheduleChange) {
    const after = changeAll(before, change);
    const institutionIds = [...new Set(after.map(({ institutionId }) => institutionId))];
    const closuresOf = await presentClosures(scope, institutionIds);
    const byId = (list: readonly SpecialistSchedule[]) => new Map(list.map((one) => [one.specialistId, one]));
    const already = new Set((await orphansOf(institutionIds, byId(before), closuresOf)).map(({ id }) => id));
    const orphans = (await orphansOf(institutionIds, byId(after), closuresOf)).filter(({ id }) => !already.has(id));
    return { after, orphans };
  }

  const refuseOrphans = (orphans: readonly StoredAppointment[], policy: OrphanPolicy) => {
    if (policy === 'keep' || orphans.length === 0) return;
    throw new ProblemError('appointments-orphaned', `${orphans.length} appointments would be outside of working time`);
  };

  async function assertInstitution(scope: OrganisationScope, id: InstitutionId): Promise<void> {
    const own = await catalogue.listInstitutions(scope);
    if (!own.some((institution) => institution.id === id)) throw new ProblemError('not-found');
  }

  return {
    assertInstitution,

    async read(scope: OrganisationScope, id: AccountId): Promise<VersionedSchedule> {
      const [found] = await get(scope, [id]);
      if (!found) throw new ProblemError('not-found');
      return present(found);
    },

    async preview(scope: OrganisationScope, specialistIds: readonly AccountId[], change: ScheduleChange) {
      const { after, orphans } = await preview(scope, await get(scope, specialistIds), change);
      return { schedules: after.map(present), orphans: orphans.map(({ id }) => id) };
    },

    /**
     * All or none.
     * @throws ProblemError `conflict` when one was changed since it was read, `appointments-orphaned`
     */
    async change(
      scope: OrganisationScope,
      managerId: AccountId,
      wanted: readonly Versioned[],
      change: ScheduleChange,
      policy: OrphanPolicy,
    ) {
      return db.transaction(async () => {
        const before = await get(
          scope,
          wanted.map(({ specialistId }) => specialistId),
        );
        for (const { specialistId, version } of wanted) {
          await schedules.lock(specialistId, { wait: true });
          const present = before.find((one) => one.specialistId === specialistId);
          if (present?.version !== version) {
            throw new ProblemError('conflict', `${present?.changedBy ?? 'Somebody'} has changed it meanwhile`);
          }
        }
        const { after, orphans } = await preview(scope, before, change);
        refuseOrphans(orphans, policy);
        const changedAt = clock.now();
        for (const { specialistId, institutionId, version, schedule } of after) {
          const { organisationId } = scope;
          const row = { specialistId, organisationId, institutionId, schedule, changedAt, changedById: managerId };
          if (version > 0) await repository.update(specialistId, version, row);
          else await db.transaction(() => repository.insert({ ...row, version: 1 })).catch(asConflict);
        }
        await db.afterCommit(() => {
          for (const { institutionId } of after) signals.institutionChanged(institutionId);
        });
        const written = await get(
          scope,
          wanted.map(({ specialistId }) => specialistId),
        );
        return { schedules: written.map(present), orphans: orphans.map(({ id }) => id) };
      });
    },

    async listOrphans(scope: OrganisationScope, institutionId: InstitutionId) {
      await assertInstitution(scope, institutionId);
      const staff = await specialists.listOfInstitution(scope, institutionId);
      const now = await schedules.listOf(scope, staff);
      const closuresOf = await presentClosures(scope, [institutionId]);
      return orphansOf([institutionId], new Map(now.map((one) => [one.specialistId, one])), closuresOf);
    },

    /** @throws ProblemError `appointments-orphaned` */
    async close(
      scope: OrganisationScope,
      institutionId: InstitutionId,
      closure: Closure & { name: string },
      policy: OrphanPolicy,
    ) {
      return db.transaction(async () => {
        await assertInstitution(scope, institutionId);
        const before = new Set((await this.listOrphans(scope, institutionId)).map(({ id }) => id));
        const created = { ...closure, id: ClosureId.parse(ids.uuid()), institutionId };
        await repository.insertClosure({ ...created, organisationId: scope.organisationId });
        const orphans = (await this.listOrphans(scope, institutionId)).filter(({ id }) => !before.has(id));
        refuseOrphans(orphans, policy);
        await db.afterCommit(() => signals.institutionChanged(institutionId));
        return { closure: created, orphans: orphans.map(({ id }) => id) };
      });
    },
    reopen: (scope: OrganisationScope, id: ClosureId) => repository.deleteClosure(scope, id),
  };
}
export type ScheduleChanges = ReturnType<typeof createScheduleChanges>;

const asConflict = (error: unknown) => {
  throw isDuplicate(error) ? new ProblemError('conflict') : error;
};
