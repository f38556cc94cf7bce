import { LocalizedText } from '@remote-clerk/shared/contracts/localized.ts';
import type { AccountId, AppointmentId, ContactPointId, InstitutionId } from '@remote-clerk/shared/domain/ids.ts';
import type { AppointmentState } from '@remote-clerk/shared/domain/scheduling/appointment.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Knex } from 'knex';
import { z } from 'zod';
import { jsonColumn } from '../db/columns.ts';
import type { Database } from '../db/database.ts';
import { AppointmentRow } from './appointment-row.ts';

const Names = z
  .object({
    service_name: jsonColumn(LocalizedText),
    bring: jsonColumn(LocalizedText).nullable(),
    institution_code: z.string(),
    institution_name: jsonColumn(LocalizedText),
    contact_point_name: z.string().nullable(),
    contact_point_address: z.string().nullable(),
    contact_point_time_zone: z.string().nullable(),
    kiosk_name: z.string().nullable(),
    specialist_name: z.string(),
    specialist_job_title: z.string().nullable(),
  })
  .transform((row) => ({
    service: row.service_name,
    bring: row.bring,
    institution: { code: row.institution_code, name: row.institution_name },
    contactPoint:
      row.contact_point_name === null
        ? null
        : {
            name: row.contact_point_name,
            address: row.contact_point_address ?? '',
            timeZone: row.contact_point_time_zone ?? '',
          },
    kiosk: row.kiosk_name,
    specialist: { name: row.specialist_name, jobTitle: row.specialist_job_title ?? '' },
  }));

/** An appointment with the names that screens show. */
export type AppointmentEntry = z.output<typeof AppointmentRow> & { names: z.output<typeof Names> };

/** States that a day's list shows: holds that came to nothing are not among them. */
const shown: AppointmentState[] = ['booked', 'arrived', 'fulfilled', 'noshow', 'cancelled'];

/** Reads appointments together with what other features own, in one query. The caller names what it may see. */
export function createAppointmentsBoardRepository(db: Database) {
  async function read(narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder): Promise<AppointmentEntry[]> {
    const query = db
      .connection('appointments as t')
      .join('public_services as s', 's.id', 't.service_id')
      .join('institutions as i', 'i.id', 't.institution_id')
      .join('accounts as a', 'a.id', 't.specialist_id')
      .leftJoin('contact_points as p', 'p.id', 't.contact_point_id')
      .leftJoin('kiosks as k', 'k.id', 't.kiosk_id')
      .orderBy(['t.starts_at', 't.id'])
      .select(
        't.*',
        's.name as service_name',
        's.bring',
        'i.code as institution_code',
        'i.name as institution_name',
        'p.name as contact_point_name',
        'p.address as contact_point_address',
        'p.time_zone as contact_point_time_zone',
        'k.name as kiosk_name',
        'a.display_name as specialist_name',
        'a.job_title as specialist_job_title',
      );
    const rows = z.array(z.unknown()).parse(await narrow(query));
    return rows.map((row) => ({ ...AppointmentRow.parse(row), names: Names.parse(row) }));
  }
  const between = (query: Knex.QueryBuilder, from: Instant, until: Instant) =>
    query.where('t.starts_at', '>=', from).where('t.starts_at', '<', until);

  return {
    async get(id: AppointmentId): Promise<AppointmentEntry> {
      const [entry] = await read((query) => query.where('t.id', id));
      if (!entry) throw new Error(`There is no appointment ${id}`);
      return entry;
    },
    list: (ids: readonly AppointmentId[]) => read((query) => query.whereIn('t.id', [...ids])),
    /** Those who were booked here; cancelled holds aside. */
    atContactPoint: (id: ContactPointId, from: Instant, until: Instant) =>
      read((query) =>
        between(query.where('t.contact_point_id', id), from, until)
          .whereIn('t.state', shown)
          .whereNotNull('t.citizen_name'),
      ),
    ofSpecialists: (ids: readonly AccountId[], from: Instant, until: Instant) =>
      read((query) =>
        between(query.whereIn('t.specialist_id', [...ids]), from, until).whereIn('t.state', [
          'booked',
          'arrived',
          'fulfilled',
          'noshow',
        ]),
      ),
    /** Booked and arrived ones that start between two instants. */
    openOfInstitution: (id: InstitutionId, from: Instant, until: Instant) =>
      read((query) =>
        between(query.where('t.institution_id', id), from, until).whereIn('t.state', ['booked', 'arrived']),
      ),
  };
}
export type AppointmentsBoardRepository = ReturnType<typeof createAppointmentsBoardRepository>;
