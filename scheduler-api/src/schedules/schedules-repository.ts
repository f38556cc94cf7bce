import { AccountId, ClosureId, InstitutionId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { Hours, Schedule } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Knex } from 'knex';
import { z } from 'zod';
import { jsonColumn, toJson } from '../db/columns.ts';
import type { Database } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';

const ScheduleRow = z
  .object({
    specialist_id: AccountId,
    organisation_id: OrganisationId,
    institution_id: InstitutionId,
    version: z.int(),
    document: jsonColumn(Schedule),
    changed_at: Instant,
    changed_by_name: z.string().nullable(),
  })
  .transform((row) => ({
    specialistId: row.specialist_id,
    organisationId: row.organisation_id,
    institutionId: row.institution_id,
    version: row.version,
    schedule: row.document,
    changedAt: row.changed_at,
    changedBy: row.changed_by_name,
  }));
export type StoredSchedule = z.output<typeof ScheduleRow>;

const ClosureRow = z
  .object({
    id: ClosureId,
    institution_id: InstitutionId,
    name: z.string(),
    first_day: PlainDate,
    last_day: PlainDate,
    hours: jsonColumn(Hours).nullable(),
  })
  .transform((row) => ({
    id: row.id,
    institutionId: row.institution_id,
    name: row.name,
    firstDay: row.first_day,
    lastDay: row.last_day,
    hours: row.hours,
  }));
export type StoredClosure = z.output<typeof ClosureRow>;

/** Rows of `schedules` and `institution_closures`. */
export function createSchedulesRepository(db: Database) {
  async function list(
    scope: Scope,
    narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<StoredSchedule[]> {
    const query = db
      .connection('schedules as s')
      .leftJoin('accounts as a', 'a.id', 's.changed_by')
      .select('s.*', 'a.display_name as changed_by_name');
    return z.array(ScheduleRow).parse(await scoped(narrow(query), scope, 's.organisation_id'));
  }

  return {
    listOfSpecialists: (scope: Scope, ids: readonly AccountId[]) =>
      list(scope, (query) => query.whereIn('s.specialist_id', [...ids])),

    /**
     * Whoever wants to change what is booked with a specialist waits here for those who do.
     * @returns the schedule's version at that moment; null when another has it and is not waited for, or nobody wrote it yet
     */
    async lock(id: AccountId, { wait }: { wait: boolean }): Promise<number | null> {
      const query = db.connection('schedules').where({ specialist_id: id }).select('version');
      const locked = () => (wait ? query.forNoKeyUpdate() : query.forNoKeyUpdate().skipLocked());
      const [row] = z.array(z.object({ version: z.int() })).parse(await (db.engine === 'postgres' ? locked() : query));
      return row?.version ?? null;
    },

    async insert(stored: Omit<StoredSchedule, 'changedBy'> & { changedById: AccountId }): Promise<void> {
      await db.connection('schedules').insert({
        specialist_id: stored.specialistId,
        organisation_id: stored.organisationId,
        institution_id: stored.institutionId,
        version: stored.version,
        document: toJson(stored.schedule),
        changed_at: stored.changedAt,
        changed_by: stored.changedById,
      });
    },
    /** @throws ProblemError `conflict` when `version` is not the present one */
    async update(
      id: AccountId,
      version: number,
      change: { schedule: Schedule; changedAt: Instant; changedById: AccountId },
    ): Promise<void> {
      const changed = await db
        .connection('schedules')
        .where({ specialist_id: id, version })
        .update({
          version: version + 1,
          document: toJson(change.schedule),
          changed_at: change.changedAt,
          changed_by: change.changedById,
        });
      if (changed !== 1) throw new ProblemError('conflict');
    },

    async listClosures(scope: Scope, institutionIds: readonly InstitutionId[]): Promise<StoredClosure[]> {
      const query = db
        .connection('institution_closures')
        .whereIn('institution_id', [...institutionIds])
        .orderBy(['first_day', 'id'])
        .select('*');
      return z.array(ClosureRow).parse(await scoped(query, scope));
    },
    async insertClosure(closure: StoredClosure & { organisationId: OrganisationId }): Promise<void> {
      await db.connection('institution_closures').insert({
        id: closure.id,
        organisation_id: closure.organisationId,
        institution_id: closure.institutionId,
        name: closure.name,
        first_day: closure.firstDay,
        last_day: closure.lastDay,
        hours: closure.hours && toJson(closure.hours),
      });
    },
    async deleteClosure(scope: Scope, id: ClosureId): Promise<void> {
      const gone = await scoped(db.connection('institution_closures').where({ id }), scope).delete();
      if (gone !== 1) throw new ProblemError('not-found');
    },
  };
}
