import { z } from 'zod';
import {
  AccountId,
  AppointmentId,
  ContactPointId,
  InstitutionId,
  PublicServiceId,
  SeriesId,
} from '../../domain/ids.ts';
import { Language } from '../../domain/languages.ts';
import { PlainDate } from '../../domain/scheduling/calendar-date.ts';
import { Channel } from '../../domain/scheduling/schedule.ts';
import { Instant } from '../../domain/time.ts';
import {
  Appointment,
  AppointmentCode,
  AppointmentNote,
  BookingWish,
  CitizenContact,
  Delivery,
  OwnAppointment,
  Slot,
} from '../appointments.ts';
import { OfferedService } from '../views.ts';
import { defineRoutes } from './route.ts';

const one = { params: z.object({ appointmentId: AppointmentId }), tag: 'Appointments' };
const desk = { ...one, permission: 'appointment.book' } as const;
const open = { tag: 'Booking', permission: 'public' } as const;
const Version = z.int32().positive();
/** Whoever has the code may act for the citizen, so guessing it is slowed down. */
const byCode = { ...open, failuresPerMinute: 10 } as const;

/** At most as long as a screen asks for at once. */
const mostDays = 62;

export const SlotQuery = z
  .object({
    /** Without one: any service of the institution that can be booked; without both: any at all. */
    serviceId: PublicServiceId.optional(),
    institutionId: InstitutionId.optional(),
    channel: Channel.default('kiosk'),
    contactPointId: ContactPointId.optional(),
    /** Also at contact points up to fifty kilometres from it. */
    near: z.stringbool().default(false),
    language: Language,
    specialistId: AccountId.optional(),
    firstDay: PlainDate,
    lastDay: PlainDate,
    limit: z.coerce.number().int().min(1).max(500).default(60),
  })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, {
    message: 'The last day must not come before the first',
    path: ['lastDay'],
  })
  .refine(({ firstDay, lastDay }) => (Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000 < mostDays, {
    message: `At most ${mostDays} days at once`,
    path: ['lastDay'],
  });
export type SlotQuery = z.output<typeof SlotQuery>;

export const appointmentRoutes = defineRoutes({
  findSlots: {
    ...open,
    method: 'get',
    path: '/api/v1/slots',
    summary: 'Times that can be booked, the soonest first',
    query: SlotQuery,
    reply: z.object({
      slots: z.array(Slot),
      /** There are more than `limit`: ask again from this day on. */
      continueOn: PlainDate.nullable(),
    }),
    status: 200,
    problems: ['not-found'],
  },
  listBookableServices: {
    ...open,
    method: 'get',
    path: '/api/v1/bookable-services',
    summary: 'Services and contact points that can be booked',
    reply: z.object({
      services: z.array(
        OfferedService.omit({ wait: true, staffed: true, opensAt: true }).extend({ channels: z.array(Channel) }),
      ),
      contactPoints: z.array(
        z.object({ id: ContactPointId, name: z.string(), address: z.string(), timeZone: z.string() }),
      ),
    }),
    status: 200,
  },

  holdAppointment: {
    method: 'post',
    path: '/api/v1/appointments',
    tag: 'Appointments',
    permission: 'appointment.book',
    summary: 'Keep a time for a citizen for five minutes',
    body: BookingWish,
    reply: Appointment,
    status: 201,
    idempotent: true,
    problems: ['slot-taken', 'not-found'],
  },
  confirmAppointment: {
    ...desk,
    method: 'post',
    path: '/api/v1/appointments/:appointmentId/confirm',
    summary: 'Book the time that was kept',
    body: z.object({ citizen: CitizenContact, note: AppointmentNote.default('') }),
    reply: Appointment,
    status: 200,
    idempotent: true,
    problems: ['hold-expired', 'illegal-transition'],
  },
  readAppointment: {
    ...desk,
    method: 'get',
    path: '/api/v1/appointments/:appointmentId',
    citizens: { subject: 'appointment', id: 'params.appointmentId' },
    summary: 'An appointment with the messages that were sent about it',
    reply: z.object({ appointment: Appointment, deliveries: z.array(Delivery) }),
    status: 200,
  },
  moveAppointment: {
    ...desk,
    method: 'post',
    path: '/api/v1/appointments/:appointmentId/move',
    summary: 'Another time, place or specialist, in one step: the old time is given up only when the new one is had',
    body: z.object({
      version: Version,
      startsAt: Instant,
      specialistId: AccountId.nullable().default(null),
      contactPointId: ContactPointId.nullable().optional(),
    }),
    reply: Appointment,
    status: 200,
    idempotent: true,
    problems: ['slot-taken', 'conflict', 'illegal-transition'],
  },
  cancelAppointment: {
    ...desk,
    method: 'post',
    path: '/api/v1/appointments/:appointmentId/cancel',
    summary: 'Cancel an appointment, or give up a time that was kept',
    body: z.object({ version: Version }),
    reply: Appointment,
    status: 200,
    idempotent: true,
    problems: ['conflict', 'illegal-transition'],
  },
  bookSeries: {
    method: 'post',
    path: '/api/v1/appointment-series',
    tag: 'Appointments',
    permission: 'appointment.book',
    summary: 'The same time every week with one specialist: all of them, or each that is not free is named',
    body: BookingWish.extend({
      weeks: z.int().min(2).max(26),
      citizen: CitizenContact,
      note: AppointmentNote.default(''),
    }),
    reply: z.object({ seriesId: SeriesId, appointments: z.array(Appointment) }),
    status: 201,
    idempotent: true,
    problems: ['series-conflict', 'not-found'],
  },
  listAppointments: {
    method: 'get',
    path: '/api/v1/contact-points/:contactPointId/appointments',
    tag: 'Appointments',
    permission: 'appointment.book',
    citizens: { subject: 'appointment', id: 'reply.appointments.*.id' },
    summary: 'A day’s appointments at a contact point',
    params: z.object({ contactPointId: ContactPointId }),
    query: z.object({ day: PlainDate }),
    reply: z.object({ appointments: z.array(Appointment) }),
    status: 200,
  },
  listBookableSpecialists: {
    method: 'get',
    path: '/api/v1/public-services/:serviceId/specialists',
    tag: 'Appointments',
    permission: 'appointment.book',
    summary: 'Who can be booked by name for a service',
    params: z.object({ serviceId: PublicServiceId }),
    reply: z.object({
      specialists: z.array(
        z.object({ id: AccountId, name: z.string(), jobTitle: z.string(), languages: z.array(Language) }),
      ),
    }),
    status: 200,
  },

  holdPublicly: {
    ...byCode,
    method: 'post',
    path: '/api/v1/bookings',
    summary: 'Keep a time for oneself for five minutes, without signing in',
    body: BookingWish.omit({ specialistId: true }),
    reply: OwnAppointment,
    status: 201,
    idempotent: true,
    // Nobody keeps all the times there are from everyone else.
    perMinute: 10,
    problems: ['slot-taken', 'not-found', 'too-many-requests'],
  },
  confirmPublicly: {
    ...byCode,
    method: 'post',
    path: '/api/v1/bookings/confirm',
    summary: 'Book the time that was kept',
    body: z.object({ code: AppointmentCode, citizen: CitizenContact }),
    reply: OwnAppointment,
    status: 200,
    idempotent: true,
    problems: ['hold-expired', 'not-found', 'too-many-requests'],
  },
  /** A POST, so that the code stands in no address and no log. */
  findPublicly: {
    ...byCode,
    method: 'post',
    path: '/api/v1/bookings/find',
    summary: 'One’s own appointment, by its code',
    body: z.object({ code: AppointmentCode }),
    reply: OwnAppointment,
    status: 200,
    problems: ['not-found', 'too-many-requests'],
  },
  movePublicly: {
    ...byCode,
    method: 'post',
    path: '/api/v1/bookings/move',
    summary: 'Another time for one’s own appointment',
    body: z.object({ code: AppointmentCode, startsAt: Instant, contactPointId: ContactPointId.nullable().optional() }),
    reply: OwnAppointment,
    status: 200,
    idempotent: true,
    problems: ['slot-taken', 'not-found', 'illegal-transition', 'too-many-requests'],
  },
  cancelPublicly: {
    ...byCode,
    method: 'post',
    path: '/api/v1/bookings/cancel',
    summary: 'Cancel one’s own appointment, or give up the time that was kept',
    body: z.object({ code: AppointmentCode }),
    reply: OwnAppointment,
    status: 200,
    idempotent: true,
    problems: ['not-found', 'illegal-transition', 'too-many-requests'],
  },

  holdAtKiosk: {
    method: 'post',
    path: '/api/v1/kiosk/bookings',
    tag: 'Kiosk',
    permission: 'kiosk.use',
    summary: 'Keep a time for the citizen at the kiosk, at this contact point; go on with the code, as on the web',
    body: BookingWish.omit({ specialistId: true, contactPointId: true }),
    reply: OwnAppointment,
    status: 201,
    idempotent: true,
    problems: ['slot-taken', 'not-found'],
  },
});
