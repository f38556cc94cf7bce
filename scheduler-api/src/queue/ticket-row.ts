import {
  AccountId,
  AppointmentId,
  ConsultationId,
  ContactPointId,
  InstitutionId,
  KioskId,
  OrganisationId,
  PublicServiceId,
  QueueTicketId,
} from '@remote-clerk/shared/domain/ids.ts';
import { Language } from '@remote-clerk/shared/domain/languages.ts';
import { PriorityClass, TicketState } from '@remote-clerk/shared/domain/queue-ticket.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';

/** A row of `queue_tickets`. */
export const Ticket = z
  .object({
    id: QueueTicketId,
    organisation_id: OrganisationId,
    host_organisation_id: OrganisationId,
    institution_id: InstitutionId,
    service_id: PublicServiceId,
    contact_point_id: ContactPointId,
    language: Language,
    day: z.string(),
    number: z.string(),
    state: TicketState,
    version: z.int(),
    priority: PriorityClass,
    taken_at: Instant,
    counts_from: Instant,
    called_at: Instant.nullable(),
    calls: z.int(),
    kiosk_id: KioskId.nullable(),
    appointment_id: AppointmentId.nullable(),
    specialist_id: AccountId.nullable(),
    transferred_from: ConsultationId.nullable(),
    note: z.string(),
    phone: z.string().nullable(),
    closed_at: Instant.nullable(),
  })
  .transform((row) => ({
    id: row.id,
    /** The institution's; the contact point's is the host. */
    organisationId: row.organisation_id,
    hostOrganisationId: row.host_organisation_id,
    institutionId: row.institution_id,
    serviceId: row.service_id,
    contactPointId: row.contact_point_id,
    language: row.language,
    day: row.day,
    number: row.number,
    state: row.state,
    version: row.version,
    priority: row.priority,
    takenAt: row.taken_at,
    /** From when its waiting counts; the head start has been taken off. */
    countsFrom: row.counts_from,
    /** The latest call. It stays when the ticket is put back. */
    calledAt: row.called_at,
    calls: row.calls,
    /** Where it is called to, or served. */
    kioskId: row.kiosk_id,
    appointmentId: row.appointment_id,
    /** Who shall serve it before anyone else is asked. */
    specialistId: row.specialist_id,
    /** The consultation in which the citizen was passed on. */
    transferredFrom: row.transferred_from,
    note: row.note,
    phone: row.phone,
    closedAt: row.closed_at,
  }));
export type Ticket = z.output<typeof Ticket>;

/** What of a ticket can change, as columns. */
export const ticketColumns = (ticket: Ticket) => ({
  organisation_id: ticket.organisationId,
  institution_id: ticket.institutionId,
  service_id: ticket.serviceId,
  state: ticket.state,
  called_at: ticket.calledAt,
  calls: ticket.calls,
  kiosk_id: ticket.kioskId,
  specialist_id: ticket.specialistId,
  note: ticket.note,
  phone: ticket.phone,
  closed_at: ticket.closedAt,
});
