import type { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { minutesOf, TimeOfDay } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import type { Hours, Schedule, WeeklyAvailability } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { spanOfHours } from '../../calendar/day-columns.ts';
import type { Block } from '../week-grid/week-blocks.ts';

const two = (part: number) => String(part).padStart(2, '0');
const timeOf = (minutes: number) => TimeOfDay.parse(`${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`);

/** @param from minutes since midnight @param until the same; 1440 for the day's end */
export const hoursOf = (from: number, until: number): Hours => ({ from: timeOf(from), until: timeOf(until) });

/** The rules that count on a day. */
export const rulesOn = (schedule: Schedule, date: PlainDate): WeeklyAvailability[] =>
  schedule.weekly.filter(
    ({ validFrom, validUntil }) =>
      (validFrom === null || validFrom <= date) && (validUntil === null || date <= validUntil),
  );

/** The rules that only begin after a day. */
export const rulesAfter = (schedule: Schedule, date: PlainDate): WeeklyAvailability[] =>
  schedule.weekly.filter(({ validFrom }) => validFrom !== null && validFrom > date);

export const blocksOf = (rules: readonly Pick<WeeklyAvailability, 'weekday' | 'hours' | 'channels'>[]): Block[] =>
  rules.map(({ weekday, hours, channels }, index) => ({
    id: `${weekday}-${hours.from}-${index}`,
    weekday,
    ...spanOfHours(hours),
    channels,
  }));

/**
 * The rules that a drawn week means from a day on: until what is planned for later begins, or for good.
 * @param later what is planned for later and stays
 */
export function rulesOf(
  blocks: readonly Block[],
  from: PlainDate,
  later: readonly WeeklyAvailability[],
  dayBefore: (date: PlainDate) => PlainDate,
): WeeklyAvailability[] {
  const [next] = later.flatMap(({ validFrom }) => validFrom ?? []).toSorted();
  const validUntil = next ? dayBefore(next) : null;
  return [
    ...blocks.map(({ weekday, from: start, until, channels }) => ({
      weekday,
      hours: hoursOf(start, until),
      channels: [...channels],
      validFrom: from,
      validUntil,
    })),
    ...later,
  ];
}

/** Hours by weekday, in minutes, for comparing and showing. */
export const hoursByWeekday = (schedule: Schedule, date: PlainDate) =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    spans: rulesOn(schedule, date)
      .filter((rule) => rule.weekday === weekday)
      .map(({ hours, channels }) => ({ from: minutesOf(hours.from), until: minutesOf(hours.until), channels }))
      .toSorted((a, b) => a.from - b.from),
  }));
