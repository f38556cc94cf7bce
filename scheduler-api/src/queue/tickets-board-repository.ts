import { LocalizedText } from '@remote-clerk/shared/contracts/localized.ts';
import { openStates } from '@remote-clerk/shared/domain/consultation.ts';
import {
  type ConsultationId,
  type ContactPointId,
  type InstitutionId,
  type KioskId,
  KioskId as KioskIdSchema,
  type QueueTicketId,
} from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Knex } from 'knex';
import { z } from 'zod';
import { booleanColumn, jsonColumn } from '../db/columns.ts';
import type { Database } from '../db/database.ts';
import { Ticket } from './ticket-row.ts';

const Names = z
  .object({
    service_name: jsonColumn(LocalizedText),
    minutes: z.int(),
    needs_document_camera: booleanColumn,
    institution_code: z.string(),
    institution_name: jsonColumn(LocalizedText),
    contact_point_name: z.string(),
    kiosk_name: z.string().nullable(),
    specialist_name: z.string().nullable(),
    appointment_starts_at: Instant.nullable(),
    appointment_kiosk_id: KioskIdSchema.nullable(),
    citizen_name: z.string().nullable(),
    passed_on_by: z.string().nullable(),
    passed_on_wiped_at: Instant.nullable(),
  })
  .transform((row) => ({
    service: row.service_name,
    minutes: row.minutes,
    needsDocumentCamera: row.needs_document_camera,
    institution: { code: row.institution_code, name: row.institution_name },
    contactPoint: row.contact_point_name,
    kiosk: row.kiosk_name,
    specialist: row.specialist_name,
    appointment:
      row.appointment_starts_at === null
        ? null
        : {
            startsAt: row.appointment_starts_at,
            kioskId: row.appointment_kiosk_id,
            citizenName: row.citizen_name ?? '',
          },
    /** The citizen still stands at the kiosk where they were passed on. */
    stillAtKiosk: row.passed_on_by !== null && row.passed_on_wiped_at === null,
  }));

/** A ticket with what screens show and callers ask. */
export type TicketEntry = Ticket & { names: z.output<typeof Names> };

const FreeKiosk = z.object({
  id: KioskIdSchema,
  contact_point_id: z.string(),
  document_camera: booleanColumn,
  /** When an appointment that holds it begins. */
  booked_from: Instant.nullable(),
});

/** Reads tickets together with what other features own, in one query. The caller names what it may see. */
export function createTicketsBoardRepository(db: Database) {
  async function read(narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder): Promise<TicketEntry[]> {
    const query = db
      .connection('queue_tickets as t')
      .join('public_services as s', 's.id', 't.service_id')
      .join('institutions as i', 'i.id', 't.institution_id')
      .join('contact_points as p', 'p.id', 't.contact_point_id')
      .leftJoin('kiosks as k', 'k.id', 't.kiosk_id')
      .leftJoin('accounts as a', 'a.id', 't.specialist_id')
      .leftJoin('appointments as b', 'b.id', 't.appointment_id')
      .leftJoin('consultations as c', 'c.id', 't.transferred_from')
      .orderBy(['t.counts_from', 't.id'])
      .select(
        't.*',
        's.name as service_name',
        's.minutes',
        's.needs_document_camera',
        'i.code as institution_code',
        'i.name as institution_name',
        'p.name as contact_point_name',
        'k.name as kiosk_name',
        'a.display_name as specialist_name',
        'b.starts_at as appointment_starts_at',
        'b.kiosk_id as appointment_kiosk_id',
        'b.citizen_name',
        'c.id as passed_on_by',
        'c.wiped_at as passed_on_wiped_at',
      );
    const rows = z.array(z.unknown()).parse(await narrow(query));
    return rows.map((row) => ({ ...Ticket.parse(row), names: Names.parse(row) }));
  }

  return {
    async find(id: QueueTicketId): Promise<TicketEntry | undefined> {
      return (await read((query) => query.where('t.id', id)))[0];
    },
    openOfInstitution: (id: InstitutionId) =>
      read((query) =>
        query.where('t.institution_id', id).whereIn('t.state', ['waiting', 'called', 'serving', 'callback']),
      ),
    /** The room's: those still to be dealt with, and those missed since. */
    atContactPoint: (id: ContactPointId, since: Instant) =>
      read((query) =>
        query
          .where('t.contact_point_id', id)
          .where((either) =>
            either
              .whereIn('t.state', ['waiting', 'called', 'held', 'callback'])
              .orWhere((missed) => missed.where('t.state', 'noshow').where('t.closed_at', '>=', since)),
          ),
      ),
    async calledTo(id: KioskId): Promise<TicketEntry | undefined> {
      return (await read((query) => query.where({ 't.kiosk_id': id, 't.state': 'called' })))[0];
    },
    async transferredFrom(id: ConsultationId): Promise<TicketEntry | undefined> {
      return (await read((query) => query.where('t.transferred_from', id).whereIn('t.state', ['waiting', 'held'])))[0];
    },

    /** Kiosks at which somebody could begin at once: connected, at rest, and with nobody coming to them. */
    async listFreeKiosks(contactPointIds: readonly ContactPointId[], now: Instant) {
      const query = db
        .connection('kiosks as k')
        .whereIn('k.contact_point_id', [...contactPointIds])
        .whereNotNull('k.connection_id')
        .where('k.activity', 'rest')
        .whereNull('k.start_request')
        .where((either) => either.whereNull('k.not_called_before').orWhere('k.not_called_before', '<=', now))
        .whereNotExists(
          // Also one that is over: until it is wiped away, its citizen is there.
          db.connection('consultations as c').whereRaw('c.kiosk_id = k.id').whereNull('c.wiped_at').select('c.id'),
        )
        .whereNotExists(
          db.connection('queue_tickets as t').whereRaw('t.kiosk_id = k.id').where('t.state', 'called').select('t.id'),
        )
        .orderBy(['k.name', 'k.id'])
        .select(
          'k.id',
          'k.contact_point_id',
          'k.document_camera',
          db
            .connection('appointments as b')
            .whereRaw('b.kiosk_id = k.id')
            .whereIn('b.state', ['booked', 'arrived'])
            .where('b.ends_at', '>', now)
            .min('b.starts_at')
            .as('booked_from'),
        );
      return z
        .array(FreeKiosk)
        .parse(await query)
        .map((row) => ({
          id: row.id,
          contactPointId: row.contact_point_id,
          documentCamera: row.document_camera,
          bookedFrom: row.booked_from,
        }));
    },

    /** Whether somebody is at a kiosk, or on their way to it. */
    async isTaken(kioskId: KioskId): Promise<boolean> {
      const here = await db
        .connection('consultations')
        .where({ kiosk_id: kioskId })
        .whereIn('state', [...openStates])
        .select('id');
      const coming = await db.connection('queue_tickets').where({ kiosk_id: kioskId, state: 'called' }).select('id');
      const started = await db.connection('kiosks').where({ id: kioskId }).whereNotNull('start_request').select('id');
      return here.length + coming.length + started.length > 0;
    },
  };
}
export type TicketsBoardRepository = ReturnType<typeof createTicketsBoardRepository>;
export type FreeKiosk = Awaited<ReturnType<TicketsBoardRepository['listFreeKiosks']>>[number];
