import { z } from 'zod';
import {
  AccountId,
  AppointmentId,
  ContactPointId,
  InstitutionId,
  KioskId,
  PublicServiceId,
  SeriesId,
} from '../domain/ids.ts';
import { Language } from '../domain/languages.ts';
import { AppointmentState, CancelReason } from '../domain/scheduling/appointment.ts';
import { Channel } from '../domain/scheduling/schedule.ts';
import { Instant } from '../domain/time.ts';
import { LocalizedText, NameText } from './localized.ts';
import { PlainText } from './text.ts';

/** What a citizen types to come back to an appointment: nine letters and figures that are not mistaken for each other. */
export const AppointmentCode = z
  .string()
  .trim()
  .transform((code) => code.toUpperCase().replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[2-9A-HJ-NP-Z]{9}$/, 'Nine letters and figures are needed, such as K7M-2QX-9DA'));

/** How a code is shown: `K7M-2QX-9DA`. */
export const showCode = (code: string): string => code.match(/.{1,3}/g)?.join('-') ?? code;

/** No more than is needed to greet somebody and to tell them of a change; never a personal code. */
export const CitizenContact = z
  .object({
    name: NameText.max(120),
    email: z.email().max(200).nullable(),
    phone: z
      .string()
      .trim()
      .regex(/^\+?[\d ()-]{6,20}$/, 'A telephone number is needed, such as +371 20000000')
      .nullable(),
  })
  .meta({ id: 'CitizenContact' });
export type CitizenContact = z.infer<typeof CitizenContact>;

export const AppointmentNote = PlainText.trim().max(1_000);

/** Whether a message has reached the mail server. */
export const Delivery = z.object({
  kind: z.enum(['confirmation', 'change', 'cancellation', 'reminder']),
  state: z.enum(['waiting', 'sent', 'failed']),
  at: Instant,
  attempts: z.int().nonnegative(),
  /** The mail server's words, for the one who helps. */
  problem: z.string().nullable(),
});
export type Delivery = z.infer<typeof Delivery>;

/** An appointment as those who serve it see it. */
export const Appointment = z
  .object({
    id: AppointmentId,
    version: z.int().positive(),
    code: z.string(),
    state: AppointmentState,
    cancelReason: CancelReason.nullable(),
    startsAt: Instant,
    endsAt: Instant,
    heldUntil: Instant.nullable(),
    channel: Channel,
    language: Language,
    service: z.object({ id: PublicServiceId, name: LocalizedText }),
    institution: z.object({ id: InstitutionId, code: z.string(), name: LocalizedText }),
    contactPoint: z
      .object({ id: ContactPointId, name: z.string(), address: z.string(), timeZone: z.string() })
      .nullable(),
    kiosk: z.object({ id: KioskId, name: z.string() }).nullable(),
    specialist: z.object({ id: AccountId, name: z.string(), jobTitle: z.string() }),
    citizen: CitizenContact.nullable(),
    note: z.string(),
    bookedThrough: z.enum(['desk', 'kiosk', 'web']),
    seriesId: SeriesId.nullable(),
    createdAt: Instant,
    arrivedAt: Instant.nullable(),
  })
  .meta({ id: 'Appointment' });
export type Appointment = z.infer<typeof Appointment>;

/** An appointment as the citizen sees it: nobody's account, nobody's notes. */
export const OwnAppointment = Appointment.pick({
  code: true,
  state: true,
  startsAt: true,
  endsAt: true,
  heldUntil: true,
  channel: true,
  language: true,
  institution: true,
})
  .extend({
    service: z.object({ id: PublicServiceId, name: LocalizedText, bring: LocalizedText.nullable() }),
    contactPoint: z
      .object({ id: ContactPointId, name: z.string(), address: z.string(), timeZone: z.string() })
      .nullable(),
    /** The zone to show the times in. */
    timeZone: z.string(),
    specialistName: z.string(),
    /** Name only; null while it is a hold. */
    citizenName: z.string().nullable(),
  })
  .meta({ id: 'OwnAppointment' });
export type OwnAppointment = z.infer<typeof OwnAppointment>;

/** A time that can be booked. */
export const Slot = z
  .object({
    startsAt: Instant,
    endsAt: Instant,
    serviceId: PublicServiceId,
    contactPointId: ContactPointId.nullable(),
    /** How many specialists are free then. */
    free: z.int().positive(),
  })
  .meta({ id: 'Slot' });
export type Slot = z.infer<typeof Slot>;

/** What is to be booked. Without a specialist the fairest of those who are free is chosen. */
export const BookingWish = z.object({
  serviceId: PublicServiceId,
  startsAt: Instant,
  channel: Channel.default('kiosk'),
  /** Where; needed unless the channel is the telephone. */
  contactPointId: ContactPointId.nullable().default(null),
  language: Language,
  specialistId: AccountId.nullable().default(null),
});
export type BookingWish = z.infer<typeof BookingWish>;
