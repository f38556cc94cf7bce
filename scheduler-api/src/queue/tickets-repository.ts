import {
  type AppointmentId,
  type ConsultationId,
  type ContactPointId,
  InstitutionId,
  type KioskId,
  type QueueTicketId,
} from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import type { Scope } from '../db/scope.ts';
import { Ticket, ticketColumns } from './ticket-row.ts';

/** Rows of `queue_tickets`. An organisation's scope sees those of its institutions and those at its contact points. */
export function createTicketsRepository(db: Database) {
  const table = () => db.connection('queue_tickets');
  const inScope = (scope: Scope) =>
    scope.kind === 'system'
      ? table()
      : table().where((either) =>
          either.whereIn('organisation_id', scope.within).orWhereIn('host_organisation_id', scope.within),
        );
  const rows = async (query: Knex.QueryBuilder) => z.array(Ticket).parse(await query.select('*'));
  const one = async (query: Knex.QueryBuilder) => (await rows(query.limit(1)))[0];

  return {
    /** The next number of the contact point's day, e.g. 12. */
    async nextNumber(contactPointId: ContactPointId, day: PlainDate): Promise<number> {
      const [row] = await db
        .connection('ticket_numbers')
        .insert({ contact_point_id: contactPointId, day, last: 1 })
        .onConflict(['contact_point_id', 'day'])
        .merge({ last: db.connection.raw('ticket_numbers.last + 1') })
        .returning('last');
      return z.object({ last: z.int() }).parse(row).last;
    },

    async insert(ticket: Ticket): Promise<void> {
      await table().insert({
        id: ticket.id,
        host_organisation_id: ticket.hostOrganisationId,
        contact_point_id: ticket.contactPointId,
        language: ticket.language,
        day: ticket.day,
        number: ticket.number,
        version: ticket.version,
        priority: ticket.priority,
        taken_at: ticket.takenAt,
        counts_from: ticket.countsFrom,
        appointment_id: ticket.appointmentId,
        transferred_from: ticket.transferredFrom,
        ...ticketColumns(ticket),
      });
    },

    /** @throws ProblemError `not-found`, also when it is another organisation's */
    async get(scope: Scope, id: QueueTicketId): Promise<Ticket> {
      const found = await one(inScope(scope).where({ id }));
      if (!found) throw new ProblemError('not-found', 'There is no such ticket');
      return found;
    },

    /** Holds the row until the transaction is over. @throws ProblemError `not-found` */
    async getLocked(scope: Scope, id: QueueTicketId): Promise<Ticket> {
      const query = inScope(scope).where({ id });
      const found = await one(db.engine === 'postgres' ? query.forNoKeyUpdate() : query);
      if (!found) throw new ProblemError('not-found', 'There is no such ticket');
      return found;
    },

    /** @throws ProblemError `conflict` when somebody changed the row since it was read */
    async update(ticket: Ticket): Promise<Ticket> {
      const { id, version } = ticket;
      const changed = await table()
        .where({ id, version })
        .update({ ...ticketColumns(ticket), version: version + 1 });
      if (changed !== 1) throw new ProblemError('conflict');
      return { ...ticket, version: version + 1 };
    },

    findOfAppointment: (appointmentId: AppointmentId) => one(table().where({ appointment_id: appointmentId })),
    findCalledTo: (kioskId: KioskId) => one(table().where({ kiosk_id: kioskId, state: 'called' })),
    /** What a citizen was passed on with in a consultation and has not begun yet. */
    findTransferredFrom: (consultationId: ConsultationId) =>
      one(table().where({ transferred_from: consultationId }).whereIn('state', ['waiting', 'called', 'held'])),
    listCalledBefore: (at: Instant) => rows(table().where({ state: 'called' }).where('called_at', '<=', at)),
    /** Those of earlier days that still wait. */
    listOfDaysBefore: (before: PlainDate) =>
      rows(table().whereIn('state', ['waiting', 'called', 'held']).where('day', '<', before)),

    async listInstitutionsWaiting(): Promise<InstitutionId[]> {
      const found = await table()
        .where({ state: 'waiting' })
        .groupBy('institution_id')
        .orderByRaw('min(counts_from)')
        .select('institution_id');
      return z
        .array(z.object({ institution_id: InstitutionId }))
        .parse(found)
        .map((row) => row.institution_id);
    },
  };
}
export type TicketsRepository = ReturnType<typeof createTicketsRepository>;
