import { LocalizedText } from '@remote-clerk/shared/contracts/localized.ts';
import { AppointmentId } from '@remote-clerk/shared/domain/ids.ts';
import { Language } from '@remote-clerk/shared/domain/languages.ts';
import { AppointmentState, CancelReason } from '@remote-clerk/shared/domain/scheduling/appointment.ts';
import { Channel } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import { jsonColumn } from '../db/columns.ts';
import type { Database } from '../db/database.ts';

const Row = z
  .object({
    id: AppointmentId,
    state: AppointmentState,
    sequence: z.int(),
    cancel_reason: CancelReason.nullable(),
    code: z.string(),
    starts_at: Instant,
    ends_at: Instant,
    channel: Channel,
    language: Language,
    citizen_name: z.string().nullable(),
    citizen_email: z.string().nullable(),
    service_name: jsonColumn(LocalizedText),
    bring: jsonColumn(LocalizedText).nullable(),
    institution_name: jsonColumn(LocalizedText),
    specialist_name: z.string(),
    contact_point_name: z.string().nullable(),
    address: z.string().nullable(),
    time_zone: z.string().nullable(),
  })
  .transform((row) => {
    const { contact_point_name: name, address, time_zone: timeZone } = row;
    return {
      id: row.id,
      state: row.state,
      sequence: row.sequence,
      cancelReason: row.cancel_reason,
      code: row.code,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      channel: row.channel,
      language: row.language,
      citizenName: row.citizen_name ?? '',
      /** Null when there is nobody to write to. */
      email: row.citizen_email,
      service: row.service_name,
      bring: row.bring,
      institution: row.institution_name,
      specialistName: row.specialist_name,
      contactPoint: name === null || address === null || timeZone === null ? null : { name, address, timeZone },
    };
  });
/** An appointment as it is now, with all that a message about it says. */
export type AppointmentFacts = z.output<typeof Row>;

/** Reads what mail tells. It writes to any organisation's citizens, so it is given no scope, and changes nothing. */
export function createAppointmentFactsRepository(db: Database) {
  return {
    async find(id: AppointmentId): Promise<AppointmentFacts | undefined> {
      const row: unknown = await db
        .connection('appointments as a')
        .join('public_services as s', 's.id', 'a.service_id')
        .join('institutions as i', 'i.id', 'a.institution_id')
        .join('accounts as p', 'p.id', 'a.specialist_id')
        .leftJoin('contact_points as c', 'c.id', 'a.contact_point_id')
        .where('a.id', id)
        .first(
          'a.*',
          's.name as service_name',
          's.bring',
          'i.name as institution_name',
          'p.display_name as specialist_name',
          'c.name as contact_point_name',
          'c.address',
          'c.time_zone',
        );
      return row === undefined ? undefined : Row.parse(row);
    },
  };
}
export type AppointmentFactsRepository = ReturnType<typeof createAppointmentFactsRepository>;
