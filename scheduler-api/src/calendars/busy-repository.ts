import { AccountId, type ExternalCalendarId, type OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import type { Interval } from '@remote-clerk/shared/domain/scheduling/interval.ts';
import { Instant, instantFrom } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';

const BusyRow = z
  .object({ specialist_id: AccountId, starts_at: Instant, ends_at: Instant })
  .transform((row) => ({ specialistId: row.specialist_id, from: row.starts_at, until: row.ends_at }));
/** Half-open: `until` is free again. */
export type Busy = z.output<typeof BusyRow>;

/** SQLite takes no more in one statement. */
const rowsAtOnce = 400;

/** Times that are taken in specialists' own calendars. What takes them is nowhere kept. */
export function createBusyRepository(db: Database) {
  return {
    /** @returns what touches the time asked for, not cut to it, by specialist and start; calendars of one may overlap */
    async list(scope: Scope, specialistIds: readonly AccountId[], from: Instant, until: Instant): Promise<Busy[]> {
      if (specialistIds.length === 0) return [];
      const query = db
        .connection('external_busy')
        .whereIn('specialist_id', specialistIds)
        .where('starts_at', '<', until)
        .where('ends_at', '>', from)
        .orderBy(['specialist_id', 'starts_at', 'ends_at'])
        .select('specialist_id', 'starts_at', 'ends_at');
      return z.array(BusyRow).parse(await scoped(query, scope));
    },

    /** Puts these times in the place of all that were known of a calendar. In a transaction. */
    async replace(
      calendar: { id: ExternalCalendarId; organisationId: OrganisationId; specialistId: AccountId },
      busy: readonly Interval[],
    ): Promise<void> {
      const { connection } = db;
      await connection('external_busy').where({ calendar_id: calendar.id }).delete();
      for (let index = 0; index < busy.length; index += rowsAtOnce) {
        await connection('external_busy').insert(
          busy.slice(index, index + rowsAtOnce).map(({ from, until }) => ({
            calendar_id: calendar.id,
            organisation_id: calendar.organisationId,
            specialist_id: calendar.specialistId,
            starts_at: instantFrom(from),
            ends_at: instantFrom(until),
          })),
        );
      }
    },
  };
}
