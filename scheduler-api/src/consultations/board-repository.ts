import { IdentityNeed, type IdentityState } from '@remote-clerk/shared/contracts/identity.ts';
import { LocalizedText } from '@remote-clerk/shared/contracts/localized.ts';
import { openStates } from '@remote-clerk/shared/domain/consultation.ts';
import {
  type AccountId,
  type ConsultationId,
  type ContactPointId,
  type InstitutionId,
  type KioskId,
  ServiceCaseId,
} from '@remote-clerk/shared/domain/ids.ts';
import { PriorityClass } from '@remote-clerk/shared/domain/queue-ticket.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Knex } from 'knex';
import { z } from 'zod';
import { jsonColumn } from '../db/columns.ts';
import type { Database } from '../db/database.ts';
import { Consultation } from './consultation-row.ts';

const identityState = (row: { identity_need: IdentityNeed; identity_method: string | null }): IdentityState => {
  if (row.identity_method !== null) return 'checked';
  return row.identity_need === 'checked' ? 'needed' : 'none';
};

const Names = z
  .object({
    service_name: jsonColumn(LocalizedText),
    minutes: z.int(),
    institution_code: z.string(),
    institution_name: jsonColumn(LocalizedText),
    contact_point_name: z.string(),
    case_id: ServiceCaseId,
    case_number: z.string(),
    case_closed_at: Instant.nullable(),
    rating: z.int().nullable(),
    specialist_name: z.string().nullable(),
    specialist_job_title: z.string().nullable(),
    handed_over_by_name: z.string().nullable(),
    ticket_number: z.string().nullable(),
    ticket_priority: PriorityClass.nullable(),
    ticket_note: z.string().nullable(),
    appointment_starts_at: Instant.nullable(),
    identity_need: IdentityNeed,
    identity_method: z.string().nullable(),
  })
  .transform((row) => ({
    service: row.service_name,
    minutes: row.minutes,
    institution: { code: row.institution_code, name: row.institution_name },
    contactPoint: row.contact_point_name,
    case: { id: row.case_id, number: row.case_number, closedAt: row.case_closed_at, rating: row.rating },
    ticket:
      row.ticket_number === null || row.ticket_priority === null
        ? null
        : {
            number: row.ticket_number,
            priority: row.ticket_priority,
            note: row.ticket_note ?? '',
            appointmentStartsAt: row.appointment_starts_at,
          },
    handedOverBy: row.handed_over_by_name,
    identity: identityState(row),
    specialist:
      row.specialist_name === null ? null : { name: row.specialist_name, jobTitle: row.specialist_job_title ?? '' },
  }));

/** A consultation with the names that screens show. */
export type BoardEntry = Consultation & { names: z.output<typeof Names> };

/**
 * Reads consultations together with what other features own, in one query: the read side of the screens. It writes nothing.
 * The caller names what it may see: each method is for one kiosk, contact point, institution or specialist.
 */
export function createBoardRepository(db: Database) {
  async function read(narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder): Promise<BoardEntry[]> {
    const query = db
      .connection('consultations as c')
      .join('public_services as s', 's.id', 'c.service_id')
      .join('institutions as i', 'i.id', 'c.institution_id')
      .join('contact_points as p', 'p.id', 'c.contact_point_id')
      .join('service_cases as k', 'k.consultation_id', 'c.id')
      .leftJoin('accounts as a', 'a.id', 'c.specialist_id')
      .leftJoin('accounts as h', 'h.id', 'c.handed_over_by')
      .leftJoin('queue_tickets as t', 't.id', 'c.ticket_id')
      .leftJoin('appointments as b', 'b.id', 't.appointment_id')
      .leftJoin('citizen_identities as n', 'n.case_id', 'k.id')
      .select(
        'c.*',
        's.name as service_name',
        's.minutes',
        's.identity as identity_need',
        'n.method as identity_method',
        'i.code as institution_code',
        'i.name as institution_name',
        'p.name as contact_point_name',
        'k.id as case_id',
        'k.number as case_number',
        'k.closed_at as case_closed_at',
        'k.rating',
        'a.display_name as specialist_name',
        'a.job_title as specialist_job_title',
        'h.display_name as handed_over_by_name',
        't.number as ticket_number',
        't.priority as ticket_priority',
        't.note as ticket_note',
        'b.starts_at as appointment_starts_at',
      );
    const rows = z.array(z.unknown()).parse(await narrow(query));
    return rows.map((row) => ({ ...Consultation.parse(row), names: Names.parse(row) }));
  }
  const inLineOrder = (query: Knex.QueryBuilder) =>
    query.whereIn('c.state', [...openStates]).orderBy(['c.counts_from', 'c.id']);

  return {
    openOfInstitution: (institutionId: InstitutionId) =>
      read((query) => inLineOrder(query.where('c.institution_id', institutionId))),
    openAtContactPoint: (contactPointId: ContactPointId) =>
      read((query) => inLineOrder(query.where('c.contact_point_id', contactPointId))),
    find: async (id: ConsultationId): Promise<BoardEntry | undefined> =>
      (await read((query) => query.where('c.id', id)))[0],
    /** The open one, or the last one that the kiosk has not been wiped of. */
    async shownAtKiosk(kioskId: KioskId): Promise<BoardEntry | undefined> {
      const [entry] = await read((query) =>
        query.where('c.kiosk_id', kioskId).whereNull('c.wiped_at').orderBy('c.asked_at', 'desc').limit(1),
      );
      return entry;
    },
    /** Calls that are over whose cases these specialists have not closed, the latest first. */
    toClose: (specialistIds: AccountId[]) =>
      read((query) =>
        query
          .whereIn('c.specialist_id', specialistIds)
          .whereIn('c.state', ['ended', 'dropped', 'abandoned'])
          .whereNull('k.closed_at')
          .orderBy('c.ended_at', 'desc')
          .limit(200),
      ),

    /** How many calls each has had since `since`. */
    async countServed(specialistIds: AccountId[], since: Instant): Promise<Map<string, number>> {
      const rows = await db
        .connection('consultations')
        .whereIn('specialist_id', specialistIds)
        .where('live_at', '>=', since)
        .groupBy('specialist_id')
        .select('specialist_id')
        .count({ served: '*' });
      const counts = z.array(z.object({ specialist_id: z.string(), served: z.coerce.number() })).parse(rows);
      return new Map(counts.map((row) => [row.specialist_id, row.served]));
    },
  };
}
export type BoardRepository = ReturnType<typeof createBoardRepository>;
