import type { Appointment, OwnAppointment } from '@remote-clerk/shared/contracts/appointments.ts';
import { usualTimeZone } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import type { AppointmentEntry } from './appointments-board-repository.ts';

const contactPointOf = ({ contactPointId, names }: AppointmentEntry) =>
  contactPointId && names.contactPoint ? { id: contactPointId, ...names.contactPoint } : null;
const institutionOf = ({ institutionId, names }: AppointmentEntry) => ({ id: institutionId, ...names.institution });

/** For those who serve it. */
export const presentAppointment = (entry: AppointmentEntry): Appointment => ({
  id: entry.id,
  version: entry.version,
  code: entry.code,
  state: entry.state,
  cancelReason: entry.cancelReason,
  startsAt: entry.startsAt,
  endsAt: entry.endsAt,
  heldUntil: entry.heldUntil,
  channel: entry.channel,
  language: entry.language,
  service: { id: entry.serviceId, name: entry.names.service },
  institution: institutionOf(entry),
  contactPoint: contactPointOf(entry),
  kiosk: entry.kioskId && entry.names.kiosk !== null ? { id: entry.kioskId, name: entry.names.kiosk } : null,
  specialist: { id: entry.specialistId, ...entry.names.specialist },
  citizen: entry.citizen,
  note: entry.note,
  bookedThrough: entry.bookedThrough,
  seriesId: entry.seriesId,
  createdAt: entry.createdAt,
  arrivedAt: entry.arrivedAt,
});

/** For the citizen whose it is. */
export const presentOwnAppointment = (entry: AppointmentEntry): OwnAppointment => ({
  code: entry.code,
  state: entry.state,
  startsAt: entry.startsAt,
  endsAt: entry.endsAt,
  heldUntil: entry.heldUntil,
  channel: entry.channel,
  language: entry.language,
  institution: institutionOf(entry),
  service: { id: entry.serviceId, name: entry.names.service, bring: entry.names.bring },
  contactPoint: contactPointOf(entry),
  timeZone: entry.names.contactPoint?.timeZone ?? usualTimeZone,
  specialistName: entry.names.specialist.name,
  citizenName: entry.citizen?.name ?? null,
});
