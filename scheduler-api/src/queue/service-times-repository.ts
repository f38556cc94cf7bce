import { ConsultationId, type InstitutionId, PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import type { ServiceTimeRange } from '@remote-clerk/shared/domain/service-times.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';

const Usual = z.object({
  id: PublicServiceId,
  minutes: z.int(),
  lower_minutes: z.number().nullable(),
  upper_minutes: z.number().nullable(),
});

/** Rows of `service_times`, and the consultations that they are measured from. */
export function createServiceTimesRepository(db: Database) {
  return {
    /** Of each of an institution's services its own minutes, and what was measured, if anything was. */
    async listOfInstitution(institutionId: InstitutionId) {
      const rows = await db
        .connection('public_services as s')
        .leftJoin('service_times as t', 't.service_id', 's.id')
        .where('s.institution_id', institutionId)
        .select('s.id', 's.minutes', 't.lower_minutes', 't.upper_minutes');
      return z.array(Usual).parse(rows);
    },

    /** When the calls since then began and ended, by service. */
    async listCalls(since: Instant) {
      const rows = await db
        .connection('consultations')
        .where('live_at', '>=', since)
        .whereNotNull('ended_at')
        .select('id', 'service_id', 'live_at', 'ended_at');
      return z
        .array(z.object({ id: ConsultationId, service_id: PublicServiceId, live_at: Instant, ended_at: Instant }))
        .parse(rows)
        .map((row) => ({ serviceId: row.service_id, liveAt: row.live_at, endedAt: row.ended_at }));
    },

    async save(serviceId: PublicServiceId, seen: number, range: ServiceTimeRange, at: Instant): Promise<void> {
      await db
        .connection('service_times')
        .insert({
          service_id: serviceId,
          seen,
          lower_minutes: range.lower,
          upper_minutes: range.upper,
          measured_at: at,
        })
        .onConflict('service_id')
        .merge();
    },
    async deleteBefore(at: Instant): Promise<void> {
      await db.connection('service_times').where('measured_at', '<', at).delete();
    },
  };
}
