import { CalendarProblem, ExternalCalendar } from '@remote-clerk/shared/contracts/http/calendars.ts';
import { AccountId, ExternalCalendarId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';

const CalendarRow = z
  .object({
    id: ExternalCalendarId,
    organisation_id: OrganisationId,
    specialist_id: AccountId,
    kind: ExternalCalendar.shape.kind,
    access: z.string(),
    shown_address: z.string(),
    checked_at: Instant.nullable(),
    read_at: Instant.nullable(),
    next_check_at: Instant,
    problem: CalendarProblem.nullable(),
    failures: z.int(),
    seen_version: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    specialistId: row.specialist_id,
    kind: row.kind,
    /** Sealed, for the calendar's id. */
    access: row.access,
    shownAddress: row.shown_address,
    checkedAt: row.checked_at,
    readAt: row.read_at,
    nextCheckAt: row.next_check_at,
    problem: row.problem,
    failures: row.failures,
    seenVersion: row.seen_version,
  }));
export type StoredCalendar = z.output<typeof CalendarRow>;

/** What a check changes. */
export type Checked = Pick<StoredCalendar, 'nextCheckAt' | 'problem' | 'failures'> &
  Partial<Pick<StoredCalendar, 'checkedAt' | 'readAt' | 'seenVersion'>>;

const Counted = z.object({ busy_count: z.coerce.number() });

/** Rows of `external_calendars`. */
export function createCalendarsRepository(db: Database) {
  const table = () => db.connection('external_calendars');

  return {
    /** The specialist's, in the order in which they were connected, each with how many busy times it has. */
    async list(scope: Scope, specialistId: AccountId): Promise<(StoredCalendar & { busyCount: number })[]> {
      const busyCount = db
        .connection('external_busy as b')
        .whereRaw('b.calendar_id = c.id')
        .count('*')
        .as('busy_count');
      const query = db
        .connection('external_calendars as c')
        .where('c.specialist_id', specialistId)
        .orderBy('c.id')
        .select('c.*', busyCount);
      const rows = z.array(z.unknown()).parse(await scoped(query, scope, 'c.organisation_id'));
      return rows.map((row) => ({ ...CalendarRow.parse(row), busyCount: Counted.parse(row).busy_count }));
    },

    async insert(calendar: StoredCalendar): Promise<void> {
      await table().insert({
        id: calendar.id,
        organisation_id: calendar.organisationId,
        specialist_id: calendar.specialistId,
        kind: calendar.kind,
        access: calendar.access,
        shown_address: calendar.shownAddress,
        ...columnsOf(calendar),
      });
    },

    /** With its busy times. @returns whether there was one */
    async delete(scope: Scope, specialistId: AccountId, id: ExternalCalendarId): Promise<boolean> {
      return (await scoped(table().where({ id, specialist_id: specialistId }), scope).delete()) === 1;
    },

    /** Those to be checked, the longest due first; not of those who do not work here any more. */
    async listDue(now: Instant, limit: number): Promise<StoredCalendar[]> {
      const rows = await db
        .connection('external_calendars as c')
        .join('accounts as a', 'a.id', 'c.specialist_id')
        .whereNull('a.disabled_at')
        .where('c.next_check_at', '<=', now)
        .orderBy('c.next_check_at')
        .limit(limit)
        .select('c.*');
      return z.array(CalendarRow).parse(rows);
    },

    /** Puts the next check off, unless somebody else has. @returns whether the check is ours to make */
    async claim({ id, nextCheckAt }: StoredCalendar, until: Instant): Promise<boolean> {
      return (await table().where({ id, next_check_at: nextCheckAt }).update({ next_check_at: until })) === 1;
    },

    /** @returns whether it is still connected */
    async save(id: ExternalCalendarId, checked: Checked): Promise<boolean> {
      return (await table().where({ id }).update(columnsOf(checked))) === 1;
    },
  };
}

const columnsOf = (checked: Checked) => ({
  next_check_at: checked.nextCheckAt,
  problem: checked.problem,
  failures: checked.failures,
  ...(checked.checkedAt !== undefined && { checked_at: checked.checkedAt }),
  ...(checked.readAt !== undefined && { read_at: checked.readAt }),
  ...(checked.seenVersion !== undefined && { seen_version: checked.seenVersion }),
});
