import { z } from 'zod';
import { PlainDate, TimeOfDay, TimeZone } from './calendar-date.ts';

/** How a citizen and a specialist meet. */
export const channels = ['kiosk', 'telephone', 'in-person'] as const;
export const Channel = z.enum(channels);
export type Channel = z.infer<typeof Channel>;

/** A part of a day on the wall clock, half-open. */
export const Hours = z
  .object({ from: TimeOfDay, until: TimeOfDay })
  .refine(({ from, until }) => from < until, { message: 'The end must come after the start', path: ['until'] });
export type Hours = z.infer<typeof Hours>;

export const Weekday = z.int().min(1).max(7);

const Channels = z
  .array(Channel)
  .min(1)
  .max(channels.length)
  .refine((list) => new Set(list).size === list.length, 'Each channel once');

/** When a specialist can be booked, each week, from one day to another (both included; null is open). */
export const WeeklyAvailability = z
  .object({
    weekday: Weekday,
    hours: Hours,
    channels: Channels,
    validFrom: PlainDate.nullable(),
    validUntil: PlainDate.nullable(),
  })
  .refine(({ validFrom, validUntil }) => !validFrom || !validUntil || validFrom <= validUntil, {
    message: 'The last day must not come before the first',
    path: ['validUntil'],
  });
export type WeeklyAvailability = z.infer<typeof WeeklyAvailability>;

export const exceptionReasons = ['leave', 'training', 'extra-hours', 'other'] as const;

/** Days that are otherwise than the week says: `open` adds time, also on a holiday; `closed` takes it away, and wins. */
export const ScheduleException = z
  .object({
    kind: z.enum(['open', 'closed']),
    reason: z.enum(exceptionReasons),
    firstDay: PlainDate,
    lastDay: PlainDate,
    /** Null for whole days, which only `closed` may be. */
    hours: Hours.nullable(),
    channels: Channels,
  })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, {
    message: 'The last day must not come before the first',
    path: ['lastDay'],
  })
  .refine(({ kind, hours }) => kind === 'closed' || hours !== null, {
    message: 'Extra time needs its hours',
    path: ['hours'],
  });
export type ScheduleException = z.infer<typeof ScheduleException>;

/** What limits bookings beside the hours. */
export const BookingLimits = z.object({
  /** Nothing sooner than this, in minutes from now. */
  leadMinutes: z
    .int()
    .min(0)
    .max(60 * 24 * 30),
  /** Nothing later than this, in days from today. */
  horizonDays: z.int().min(1).max(365),
  /** Appointments in a day; null for as many as fit. */
  dailyLimit: z.int().min(0).max(200).nullable(),
  /** Percent of the hours that is kept for those who walk in, of each part of the day alike. */
  walkInShare: z.int().min(0).max(100),
  /** Free minutes before and after each appointment; a service may ask for more. */
  bufferBefore: z.int().min(0).max(120),
  bufferAfter: z.int().min(0).max(120),
});
export type BookingLimits = z.infer<typeof BookingLimits>;

/** Whose time, as the specialist's manager writes it down. In the zone's wall-clock time. */
export const Schedule = z
  .object({
    timeZone: TimeZone,
    weekly: z.array(WeeklyAvailability).max(100),
    exceptions: z.array(ScheduleException).max(500),
    limits: BookingLimits,
  })
  .meta({ id: 'Schedule' });
export type Schedule = z.infer<typeof Schedule>;

/** When an institution serves nobody, or a contact point lets nobody in. */
export const Closure = z
  .object({ firstDay: PlainDate, lastDay: PlainDate, hours: Hours.nullable() })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, {
    message: 'The last day must not come before the first',
    path: ['lastDay'],
  });
export type Closure = z.infer<typeof Closure>;

/** When a contact point is open, each week. On public holidays it is closed. */
export const OpeningHours = z
  .object({
    weekly: z.array(z.object({ weekday: Weekday, hours: Hours })).max(50),
    closures: z.array(Closure).max(200),
    /** Days on which it is open beside the week's hours, also on a holiday. */
    extra: z.array(z.object({ date: PlainDate, hours: Hours })).max(200),
  })
  .meta({ id: 'OpeningHours' });
export type OpeningHours = z.infer<typeof OpeningHours>;

const officeHours = { from: TimeOfDay.parse('08:30'), until: TimeOfDay.parse('17:00') };
/** What a contact point has until somebody says otherwise. */
export const usualOpeningHours: OpeningHours = {
  weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, hours: officeHours })),
  closures: [],
  extra: [],
};

/** What somebody has to know, by a short name such as `pensions`. */
export const Skill = z.string().regex(/^[a-z0-9-]{2,40}$/, 'Small letters, figures and hyphens, such as tax-returns');

/** What a public service needs of an appointment, in minutes. */
export const BookingTerms = z.object({
  minutes: z.int().min(1).max(480),
  bufferBefore: z.int().min(0).max(120),
  bufferAfter: z.int().min(0).max(120),
});
export type BookingTerms = z.infer<typeof BookingTerms>;

/** No booking sooner than an hour, a fifth of each part of the day for those who walk in. */
export const defaultLimits: BookingLimits = {
  leadMinutes: 60,
  horizonDays: 60,
  dailyLimit: null,
  walkInShare: 20,
  bufferBefore: 0,
  bufferAfter: 0,
};
