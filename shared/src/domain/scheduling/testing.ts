import { Temporal } from 'temporal-polyfill';
import { PlainDate, TimeOfDay } from './calendar-date.ts';
import { holidayCalendar } from './holidays.ts';
import type { Interval } from './interval.ts';
import { type BookingLimits, type BookingTerms, defaultLimits, type Hours, type Schedule } from './schedule.ts';
import type { BookableDay, Wish } from './slots.ts';
import { createWallClock } from './wall-clock.ts';
import type { Days } from './working-time.ts';

/** Both hemispheres, a change of an hour at an odd time, offsets of half and three quarters of an hour, and a moving date. */
export const oddZones = ['Europe/Riga', 'Europe/Lisbon', 'America/St_Johns', 'Pacific/Chatham', 'Asia/Gaza'];

export const minuteMs = 60_000;
export const date = (text: string) => PlainDate.parse(text);
export const time = (text: string) => TimeOfDay.parse(text);
export const hours = (from: string, until: string): Hours => ({ from: time(from), until: time(until) });

/** `HH:MM` for so many minutes after midnight. */
export const timeAfter = (minutes: number) =>
  time(`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`);

/** What calendar and clock on the wall say at an instant, such as `2027-03-28 04:00`. */
export function wallAt(epochMilliseconds: number, timeZone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO(timeZone);
  return `${zoned.toPlainDate().toString()} ${zoned.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

/** The days from 2026 to 2028 on which the zone's clock changes. */
export function changeDays(timeZone: string): PlainDate[] {
  const days: PlainDate[] = [];
  let next = Temporal.ZonedDateTime.from(`2026-01-01T00:00[${timeZone}]`).getTimeZoneTransition('next');
  while (next && next.year < 2029) {
    days.push(date(next.toPlainDate().toString()));
    next = next.getTimeZoneTransition('next');
  }
  return days;
}

export const daysOf = (timeZone: string, first = '2026-01-01', last = '2028-12-31'): Days => ({
  clock: createWallClock(timeZone),
  holidays: holidayCalendar(date(first), date(last)),
});

/** A schedule without hours. */
export const schedule = (more: Partial<Schedule> = {}): Schedule => ({
  timeZone: 'Europe/Riga',
  weekly: [],
  exceptions: [],
  limits: defaultLimits,
  ...more,
});

/** Half an hour without buffers, for somebody who has no limits, asked in 1970. */
export const wish = ({
  terms,
  limits,
  now = 0,
}: {
  terms?: Partial<BookingTerms>;
  limits?: Partial<BookingLimits>;
  now?: number;
} = {}): Wish => ({
  terms: { minutes: 30, bufferBefore: 0, bufferAfter: 0, ...terms },
  limits: { ...defaultLimits, leadMinutes: 0, horizonDays: 365 * 100, walkInShare: 0, ...limits },
  now,
});

export const bookableDay = (
  day: Interval,
  open: readonly Interval[],
  more: Partial<BookableDay> = {},
): BookableDay => ({
  day,
  open,
  working: open,
  appointments: [],
  elsewhere: [],
  ...more,
});
