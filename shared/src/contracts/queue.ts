import { z } from 'zod';
import {
  AccountId,
  AppointmentId,
  ContactPointId,
  InstitutionId,
  KioskId,
  PublicServiceId,
  QueueTicketId,
} from '../domain/ids.ts';
import { Language } from '../domain/languages.ts';
import { PriorityClass, TicketState } from '../domain/queue-ticket.ts';
import { Instant } from '../domain/time.ts';
import { LocalizedText } from './localized.ts';
import { PlainText } from './text.ts';
import { WaitEstimate } from './wait.ts';

/** Why somebody is passed on, for the next one who serves them. */
export const TransferNote = PlainText.trim().max(500);

/** A place in the line, as staff see it. */
export const QueueTicket = z
  .object({
    id: QueueTicketId,
    /** What is called out: a letter for the institution and a number of the day, such as `V012`. */
    number: z.string(),
    state: TicketState,
    priority: PriorityClass,
    service: z.object({ id: PublicServiceId, name: LocalizedText }),
    institution: z.object({ id: InstitutionId, code: z.string(), name: LocalizedText }),
    contactPoint: z.object({ id: ContactPointId, name: z.string() }),
    language: Language,
    takenAt: Instant,
    calledAt: Instant.nullable(),
    /** How often it was called. */
    calls: z.int().nonnegative(),
    /** To which kiosk. */
    kiosk: z.object({ id: KioskId, name: z.string() }).nullable(),
    /** 1 for the next; null for one that is not waiting. */
    place: z.int().positive().nullable(),
    wait: WaitEstimate,
    appointment: z.object({ id: AppointmentId, startsAt: Instant, citizenName: z.string() }).nullable(),
    /** Who shall serve it, before anyone else is asked. */
    specialist: z.object({ id: AccountId, name: z.string() }).nullable(),
    /** What the one who passed it on wrote. */
    note: z.string(),
    /** Where to call back. */
    phone: z.string().nullable(),
  })
  .meta({ id: 'QueueTicket' });
export type QueueTicket = z.infer<typeof QueueTicket>;

/** What a citizen is told about their ticket. */
export const OwnTicket = QueueTicket.pick({
  id: true,
  number: true,
  state: true,
  service: true,
  institution: true,
  language: true,
  kiosk: true,
  place: true,
  wait: true,
})
  .extend({ appointmentStartsAt: Instant.nullable() })
  .meta({ id: 'OwnTicket' });
export type OwnTicket = z.infer<typeof OwnTicket>;

/** What hangs in the waiting room: numbers only. */
export const DisplayView = z
  .object({
    asOf: Instant,
    contactPoint: z.object({ id: ContactPointId, name: z.string(), timeZone: z.string() }),
    /** The latest call first. */
    called: z.array(
      z.object({
        number: z.string(),
        kiosk: z.string(),
        calledAt: Instant,
        calls: z.int().positive(),
        language: Language,
      }),
    ),
    /** The next ones, in the order in which they will probably be called. */
    next: z.array(z.object({ number: z.string(), wait: WaitEstimate })),
    waiting: z.int().nonnegative(),
  })
  .meta({ id: 'DisplayView' });
export type DisplayView = z.infer<typeof DisplayView>;
