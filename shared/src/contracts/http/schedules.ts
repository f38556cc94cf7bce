import { z } from 'zod';
import { AccountId, ClosureId, ContactPointId, InstitutionId, PublicServiceId } from '../../domain/ids.ts';
import { PlainDate } from '../../domain/scheduling/calendar-date.ts';
import { holidayNames } from '../../domain/scheduling/holidays.ts';
import {
  BookingLimits,
  BookingTerms,
  Channel,
  Closure,
  OpeningHours,
  Schedule,
  ScheduleException,
  Skill,
  WeeklyAvailability,
} from '../../domain/scheduling/schedule.ts';
import { Instant } from '../../domain/time.ts';
import { Appointment } from '../appointments.ts';
import { IdentityNeed } from '../identity.ts';
import { NameText } from '../localized.ts';
import { Nothing } from '../messages.ts';
import { PublicService } from './organisations.ts';
import { defineRoutes } from './route.ts';

const manager = { tag: 'Calendars', permission: 'calendar.manage' } as const;
const own = { tag: 'Calendars', permission: 'calendar.own' } as const;
const institution = { params: z.object({ institutionId: InstitutionId }) };
const specialist = { params: z.object({ specialistId: AccountId }) };

/** Days that a calendar shows at once: at most six weeks. */
export const DaySpan = z
  .object({ firstDay: PlainDate, lastDay: PlainDate })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, {
    message: 'The last day must not come before the first',
    path: ['lastDay'],
  })
  .refine(({ firstDay, lastDay }) => (Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000 < 42, {
    message: 'At most 42 days at once',
    path: ['lastDay'],
  });

const Time = z.object({ from: Instant, until: Instant });

export const CalendarDay = z
  .object({
    date: PlainDate,
    /** A public holiday, or a day that is free for another reason. */
    holiday: z.enum(holidayNames).nullable(),
    /** Worked on a Saturday in place of this day. */
    workedFor: PlainDate.nullable(),
    /** Moved to a Saturday. */
    movedTo: PlainDate.nullable(),
  })
  .meta({ id: 'CalendarDay' });
export type CalendarDay = z.infer<typeof CalendarDay>;

/** One specialist's days, worked out: what can be shown as it is. */
export const SpecialistCalendar = z
  .object({
    specialist: z.object({ id: AccountId, name: z.string(), jobTitle: z.string() }),
    timeZone: z.string(),
    /** When they can be booked, after holidays, exceptions and closures. */
    working: z.array(Time.extend({ channels: z.array(Channel) })),
    leave: z.array(ScheduleException),
    /** Taken in their own calendar; nobody is told by what. */
    elsewhere: z.array(Time),
    appointments: z.array(Appointment),
  })
  .meta({ id: 'SpecialistCalendar' });
export type SpecialistCalendar = z.infer<typeof SpecialistCalendar>;

export const InstitutionClosure = Closure.safeExtend({ id: ClosureId, name: z.string() }).meta({
  id: 'InstitutionClosure',
});
export type InstitutionClosure = z.infer<typeof InstitutionClosure>;

/** A change to the schedules of one or many specialists. */
export const ScheduleChange = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('replace'), schedule: Schedule }),
    /** The week's hours from a day on; what was said before goes until the day before. */
    z.object({ kind: z.literal('set-week'), from: PlainDate, weekly: z.array(WeeklyAvailability).max(100) }),
    z.object({ kind: z.literal('add-exceptions'), exceptions: z.array(ScheduleException).min(1).max(100) }),
    /** Takes away exceptions that are exactly these. */
    z.object({ kind: z.literal('remove-exceptions'), exceptions: z.array(ScheduleException).min(1).max(100) }),
    z.object({ kind: z.literal('set-limits'), limits: BookingLimits }),
    /** Each one's hours of the week of `source` also in the weeks of `targets`; any day names its week. */
    z.object({ kind: z.literal('copy-week'), source: PlainDate, targets: z.array(PlainDate).min(1).max(26) }),
  ])
  .meta({ id: 'ScheduleChange' });
export type ScheduleChange = z.infer<typeof ScheduleChange>;

export const VersionedSchedule = z
  .object({
    specialistId: AccountId,
    /** 0 for one that has not been written yet. */
    version: z.int().nonnegative(),
    schedule: Schedule,
    changedAt: Instant.nullable(),
    changedBy: z.string().nullable(),
  })
  .meta({ id: 'VersionedSchedule' });
export type VersionedSchedule = z.infer<typeof VersionedSchedule>;

/** An appointment outside of working time, with the nearest times to which it can be moved. */
export const Orphan = z
  .object({
    appointment: Appointment,
    proposals: z.array(z.object({ startsAt: Instant, specialist: z.object({ id: AccountId, name: z.string() }) })),
  })
  .meta({ id: 'Orphan' });
export type Orphan = z.infer<typeof Orphan>;

export const scheduleRoutes = defineRoutes({
  readOwnCalendar: {
    ...own,
    method: 'get',
    path: '/api/v1/calendar',
    citizens: { subject: 'calendar', id: null },
    summary: 'One’s own days: working time, appointments, what is taken elsewhere',
    query: DaySpan,
    reply: z.object({ days: z.array(CalendarDay), calendar: SpecialistCalendar }),
    status: 200,
  },
  readInstitutionCalendar: {
    ...manager,
    ...institution,
    method: 'get',
    path: '/api/v1/institutions/:institutionId/calendar',
    citizens: { subject: 'calendar', id: 'params.institutionId' },
    summary: 'Everybody’s days',
    query: DaySpan,
    reply: z.object({
      days: z.array(CalendarDay),
      closures: z.array(InstitutionClosure),
      calendars: z.array(SpecialistCalendar),
    }),
    status: 200,
  },
  readSchedule: {
    ...manager,
    ...specialist,
    method: 'get',
    path: '/api/v1/specialists/:specialistId/schedule',
    summary: 'A specialist’s schedule as it is written down',
    reply: VersionedSchedule,
    status: 200,
  },
  previewSchedules: {
    ...manager,
    method: 'post',
    path: '/api/v1/schedule-previews',
    citizens: { subject: 'appointment', id: 'reply.orphans.*.id' },
    summary: 'What a change would make of schedules, and the appointments that it would leave outside of working time',
    body: z.object({ specialistIds: z.array(AccountId).min(1).max(500), change: ScheduleChange }),
    reply: z.object({ schedules: z.array(VersionedSchedule), orphans: z.array(Appointment) }),
    status: 200,
    problems: ['not-found'],
  },
  changeSchedules: {
    ...manager,
    method: 'post',
    path: '/api/v1/schedule-changes',
    summary: 'Change schedules, all or none; refused when somebody has changed one since it was read',
    body: z.object({
      specialists: z
        .array(z.object({ specialistId: AccountId, version: z.int32().nonnegative() }))
        .min(1)
        .max(500),
      change: ScheduleChange,
      /** `keep`: the appointments stay and are to be moved one by one. */
      orphans: z.enum(['refuse', 'keep']),
    }),
    reply: z.object({ schedules: z.array(VersionedSchedule), orphans: z.array(Appointment) }),
    status: 201,
    idempotent: true,
    problems: ['conflict', 'appointments-orphaned', 'not-found'],
  },
  listOrphans: {
    ...manager,
    ...institution,
    method: 'get',
    path: '/api/v1/institutions/:institutionId/orphans',
    citizens: { subject: 'appointment', id: 'reply.orphans.*.appointment.id' },
    summary: 'Appointments outside of working time, with the nearest free times for each',
    reply: z.object({ orphans: z.array(Orphan) }),
    status: 200,
  },
  createClosure: {
    ...manager,
    ...institution,
    method: 'post',
    path: '/api/v1/institutions/:institutionId/closures',
    summary: 'Days or hours on which the institution serves nobody',
    body: Closure.safeExtend({ name: NameText, orphans: z.enum(['refuse', 'keep']) }),
    reply: z.object({ closure: InstitutionClosure, orphans: z.array(Appointment) }),
    status: 201,
    idempotent: true,
    problems: ['appointments-orphaned'],
  },
  deleteClosure: {
    ...manager,
    method: 'delete',
    path: '/api/v1/closures/:closureId',
    summary: 'The institution serves people after all',
    params: z.object({ closureId: ClosureId }),
    reply: Nothing,
    status: 204,
  },
  readOpeningHours: {
    ...manager,
    method: 'get',
    path: '/api/v1/contact-points/:contactPointId/opening-hours',
    summary: 'When a contact point is open',
    params: z.object({ contactPointId: ContactPointId }),
    reply: z.object({ version: z.int().positive(), openingHours: OpeningHours }),
    status: 200,
  },
  setOpeningHours: {
    ...manager,
    method: 'put',
    path: '/api/v1/contact-points/:contactPointId/opening-hours',
    summary: 'Say when a contact point is open',
    params: z.object({ contactPointId: ContactPointId }),
    body: z.object({ version: z.int32().positive(), openingHours: OpeningHours }),
    reply: z.object({ version: z.int().positive(), openingHours: OpeningHours }),
    status: 200,
    problems: ['conflict'],
  },
  setBookingTerms: {
    ...manager,
    method: 'put',
    path: '/api/v1/public-services/:serviceId/booking-terms',
    summary: 'How a service is booked: how long, through which channels, which skill it needs',
    params: z.object({ serviceId: PublicServiceId }),
    body: BookingTerms.extend({
      channels: z.array(Channel).max(3),
      skill: Skill.nullable(),
      needsDocumentCamera: z.boolean(),
      identity: IdentityNeed,
    }),
    reply: PublicService,
    status: 200,
  },
});
