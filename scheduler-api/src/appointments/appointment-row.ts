import {
  AccountId,
  AppointmentId,
  ContactPointId,
  InstitutionId,
  KioskId,
  OrganisationId,
  PublicServiceId,
  SeriesId,
} from '@remote-clerk/shared/domain/ids.ts';
import { Language } from '@remote-clerk/shared/domain/languages.ts';
import { AppointmentState, CancelReason } from '@remote-clerk/shared/domain/scheduling/appointment.ts';
import { Channel } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';

/** A row of `appointments`. */
export const AppointmentRow = z
  .object({
    id: AppointmentId,
    organisation_id: OrganisationId,
    host_organisation_id: OrganisationId.nullable(),
    institution_id: InstitutionId,
    service_id: PublicServiceId,
    specialist_id: AccountId,
    contact_point_id: ContactPointId.nullable(),
    kiosk_id: KioskId.nullable(),
    channel: Channel,
    language: Language,
    state: AppointmentState,
    version: z.int(),
    sequence: z.int(),
    code: z.string(),
    starts_at: Instant,
    ends_at: Instant,
    taken_from: Instant,
    taken_until: Instant,
    held_until: Instant.nullable(),
    citizen_name: z.string().nullable(),
    citizen_email: z.string().nullable(),
    citizen_phone: z.string().nullable(),
    note: z.string(),
    booked_through: z.enum(['desk', 'kiosk', 'web']),
    booked_by: AccountId.nullable(),
    series_id: SeriesId.nullable(),
    cancel_reason: CancelReason.nullable(),
    created_at: Instant,
    arrived_at: Instant.nullable(),
    closed_at: Instant.nullable(),
  })
  .transform((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    hostOrganisationId: row.host_organisation_id,
    institutionId: row.institution_id,
    serviceId: row.service_id,
    specialistId: row.specialist_id,
    contactPointId: row.contact_point_id,
    kioskId: row.kiosk_id,
    channel: row.channel,
    language: row.language,
    state: row.state,
    version: row.version,
    /** Grows with each change that the citizen's calendar has to know of. */
    sequence: row.sequence,
    code: row.code,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    takenFrom: row.taken_from,
    takenUntil: row.taken_until,
    heldUntil: row.held_until,
    citizen:
      row.citizen_name === null ? null : { name: row.citizen_name, email: row.citizen_email, phone: row.citizen_phone },
    note: row.note,
    bookedThrough: row.booked_through,
    bookedBy: row.booked_by,
    seriesId: row.series_id,
    cancelReason: row.cancel_reason,
    createdAt: row.created_at,
    arrivedAt: row.arrived_at,
    closedAt: row.closed_at,
  }));
export type StoredAppointment = z.output<typeof AppointmentRow>;

/** What of an appointment can change, as columns. */
export function appointmentColumns(appointment: StoredAppointment) {
  return {
    specialist_id: appointment.specialistId,
    host_organisation_id: appointment.hostOrganisationId,
    contact_point_id: appointment.contactPointId,
    kiosk_id: appointment.kioskId,
    state: appointment.state,
    sequence: appointment.sequence,
    starts_at: appointment.startsAt,
    ends_at: appointment.endsAt,
    taken_from: appointment.takenFrom,
    taken_until: appointment.takenUntil,
    held_until: appointment.heldUntil,
    citizen_name: appointment.citizen?.name ?? null,
    citizen_email: appointment.citizen?.email ?? null,
    citizen_phone: appointment.citizen?.phone ?? null,
    note: appointment.note,
    cancel_reason: appointment.cancelReason,
    arrived_at: appointment.arrivedAt,
    closed_at: appointment.closedAt,
  };
}
