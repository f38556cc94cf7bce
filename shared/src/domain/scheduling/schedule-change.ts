import {
  addDays,
  datesBetween,
  earlierOf,
  laterOf,
  minutesOf,
  mondayOf,
  type PlainDate,
  TimeOfDay,
  weekdayOf,
} from './calendar-date.ts';
import { type Interval, subtract, union } from './interval.ts';
import {
  type BookingLimits,
  type Channel,
  channels,
  defaultLimits,
  type Hours,
  type Schedule,
  type ScheduleException,
  type WeeklyAvailability,
} from './schedule.ts';

/** A change to a schedule; the contract says it for the wire. */
export type ScheduleChange =
  | { kind: 'replace'; schedule: Schedule }
  | { kind: 'set-week'; from: PlainDate; weekly: readonly WeeklyAvailability[] }
  | { kind: 'add-exceptions'; exceptions: readonly ScheduleException[] }
  | { kind: 'remove-exceptions'; exceptions: readonly ScheduleException[] }
  | { kind: 'set-limits'; limits: BookingLimits }
  | { kind: 'copy-week'; source: PlainDate; targets: readonly PlainDate[] };

export const emptySchedule = (timeZone: string): Schedule => ({
  timeZone,
  weekly: [],
  exceptions: [],
  limits: defaultLimits,
});

/** The schedule after a change. */
export function changeSchedule(schedule: Schedule, change: ScheduleChange): Schedule {
  switch (change.kind) {
    case 'replace':
      return change.schedule;
    case 'set-week':
      return { ...schedule, weekly: [...validUntil(schedule.weekly, addDays(change.from, -1)), ...startingOn(change)] };
    case 'add-exceptions':
      return { ...schedule, exceptions: [...without(schedule.exceptions, change.exceptions), ...change.exceptions] };
    case 'remove-exceptions':
      return { ...schedule, exceptions: without(schedule.exceptions, change.exceptions) };
    case 'set-limits':
      return { ...schedule, limits: change.limits };
    case 'copy-week': {
      const copied = hoursOfWeek(schedule, mondayOf(change.source));
      const targets = [...new Set(change.targets.map(mondayOf))];
      return targets.reduce((before, monday) => putInto(before, monday, copied), schedule);
    }
  }
}

/** A rule that is never valid is left out. */
const isEver = ({ validFrom, validUntil }: WeeklyAvailability) =>
  validFrom === null || validUntil === null || validFrom <= validUntil;

const validUntil = (rules: readonly WeeklyAvailability[], last: PlainDate) =>
  rules
    .map((rule) => ({ ...rule, validUntil: rule.validUntil ? earlierOf(rule.validUntil, last) : last }))
    .filter(isEver);
const validFrom = (rules: readonly WeeklyAvailability[], first: PlainDate) =>
  rules.map((rule) => ({ ...rule, validFrom: rule.validFrom ? laterOf(rule.validFrom, first) : first })).filter(isEver);

const startingOn = ({ weekly, from }: { weekly: readonly WeeklyAvailability[]; from: PlainDate }) =>
  validFrom(weekly, from);

const without = (exceptions: readonly ScheduleException[], gone: readonly ScheduleException[]) => {
  const known = new Set(gone.map((one) => JSON.stringify(one)));
  return exceptions.filter((one) => !known.has(JSON.stringify(one)));
};

type WeekdayHours = Pick<WeeklyAvailability, 'weekday' | 'hours' | 'channels'>;

/** What the schedule says of a week on the wall clock, holidays aside. @returns hours with all their channels */
function hoursOfWeek(schedule: Schedule, monday: PlainDate): WeekdayHours[] {
  return datesBetween(monday, addDays(monday, 6)).flatMap((date) => {
    const byHours = new Map<string, { hours: Hours; channels: Channel[] }>();
    for (const channel of channels) {
      for (const hours of hoursOfDay(schedule, date, channel)) {
        const key = `${hours.from}-${hours.until}`;
        byHours.set(key, { hours, channels: [...(byHours.get(key)?.channels ?? []), channel] });
      }
    }
    return [...byHours.values()].map((one) => ({ weekday: weekdayOf(date), ...one }));
  });
}

function hoursOfDay(schedule: Schedule, date: PlainDate, channel: Channel): Hours[] {
  const rules = schedule.weekly.filter(
    (rule) =>
      rule.weekday === weekdayOf(date) &&
      rule.channels.includes(channel) &&
      (rule.validFrom === null || rule.validFrom <= date) &&
      (rule.validUntil === null || date <= rule.validUntil),
  );
  const exceptions = schedule.exceptions.filter(
    (one) => one.channels.includes(channel) && one.firstDay <= date && date <= one.lastDay,
  );
  const minutesOfKind = (kind: 'open' | 'closed') =>
    exceptions.filter((one) => one.kind === kind).map(({ hours }) => toMinutes(hours));
  const open = union([...rules.map(({ hours }) => toMinutes(hours)), ...minutesOfKind('open')]);
  return subtract(open, minutesOfKind('closed')).map(toHours);
}

const wholeDay: Interval = { from: 0, until: 24 * 60 };
const toMinutes = (hours: Hours | null): Interval =>
  hours ? { from: minutesOf(hours.from), until: minutesOf(hours.until) } : wholeDay;
const toTime = (minutes: number) =>
  TimeOfDay.parse(`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`);
const toHours = ({ from, until }: Interval): Hours => ({ from: toTime(from), until: toTime(until) });

/** A week with these hours and no others; before and after it everything stays. */
function putInto(schedule: Schedule, monday: PlainDate, hours: readonly WeekdayHours[]): Schedule {
  const sunday = addDays(monday, 6);
  return {
    ...schedule,
    weekly: [
      ...validUntil(schedule.weekly, addDays(monday, -1)),
      ...hours.map((one) => ({ ...one, validFrom: monday, validUntil: sunday })),
      ...validFrom(schedule.weekly, addDays(sunday, 1)),
    ],
  };
}
