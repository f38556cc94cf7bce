import { type PlainDate, weekdayOf } from './calendar-date.ts';
import type { HolidayCalendar } from './holidays.ts';
import { type Interval, subtract, union } from './interval.ts';
import type { Channel, Closure, Hours, OpeningHours, Schedule } from './schedule.ts';
import type { WallClock } from './wall-clock.ts';

/** A clock of one zone, and what is special about the days in it. */
export type Days = { clock: WallClock; holidays: HolidayCalendar };

const within = (date: PlainDate, { firstDay, lastDay }: Pick<Closure, 'firstDay' | 'lastDay'>) =>
  firstDay <= date && date <= lastDay;

const timeOf = (clock: WallClock, date: PlainDate, hours: Hours | null): Interval[] => {
  const time = hours ? clock.window(date, hours.from, hours.until) : clock.day(date);
  return time ? [time] : [];
};

/** The day whose weekly hours count on a date, or null when the week says nothing because the day is free. */
function patternDay(date: PlainDate, { free, worked }: HolidayCalendar): PlainDate | null {
  return free.has(date) ? null : (worked.get(date) ?? date);
}

/**
 * When a specialist can be booked on a day through a channel, by their own schedule: the week's hours unless the day is free,
 * with extra time, without what was taken away. Sorted, without overlaps.
 */
export function workingTime(
  schedule: Schedule,
  date: PlainDate,
  channel: Channel,
  { clock, holidays }: Days,
): Interval[] {
  const pattern = patternDay(date, holidays);
  const weekday = pattern && weekdayOf(pattern);
  const usual = schedule.weekly
    .filter(
      (rule) =>
        rule.weekday === weekday &&
        rule.channels.includes(channel) &&
        (rule.validFrom === null || rule.validFrom <= date) &&
        (rule.validUntil === null || date <= rule.validUntil),
    )
    .flatMap(({ hours }) => timeOf(clock, date, hours));
  const exceptions = schedule.exceptions.filter((one) => one.channels.includes(channel) && within(date, one));
  const timesOf = (kind: 'open' | 'closed') =>
    exceptions.filter((one) => one.kind === kind).flatMap(({ hours }) => timeOf(clock, date, hours));
  return subtract(union([...usual, ...timesOf('open')]), timesOf('closed'));
}

/** What of a day's time closures leave. */
export function withoutClosures(
  time: readonly Interval[],
  closures: readonly Closure[],
  date: PlainDate,
  clock: WallClock,
): Interval[] {
  return subtract(
    time,
    closures.filter((closure) => within(date, closure)).flatMap(({ hours }) => timeOf(clock, date, hours)),
  );
}

/** When a contact point is open on a day. */
export function openingTime(opening: OpeningHours, date: PlainDate, { clock, holidays }: Days): Interval[] {
  const pattern = patternDay(date, holidays);
  const weekday = pattern && weekdayOf(pattern);
  const usual = opening.weekly.filter((one) => one.weekday === weekday);
  const extra = opening.extra.filter((one) => one.date === date);
  const open = [...usual, ...extra].flatMap(({ hours }) => timeOf(clock, date, hours));
  return withoutClosures(open, opening.closures, date, clock);
}
