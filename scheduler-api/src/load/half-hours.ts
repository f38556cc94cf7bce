import { type PlainDate, TimeOfDay, weekdayOf } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import type { Interval } from '@remote-clerk/shared/domain/scheduling/interval.ts';
import type { WallClock } from '@remote-clerk/shared/domain/scheduling/wall-clock.ts';

/** Half an hour by the clock on the wall. */
export type HalfHour = Interval & {
  date: PlainDate;
  /** Which of the week's half hours it is: the same for the same time of the same weekday. */
  ofWeek: string;
};

const times = Array.from({ length: 49 }, (_, index) =>
  TimeOfDay.parse(`${String(Math.floor(index / 2)).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`),
);

/** All of the days' half hours, in order; those that a change of the clock skips are left out. */
export function halfHoursOf(dates: readonly PlainDate[], clock: WallClock): HalfHour[] {
  return dates.flatMap((date) => {
    const weekday = weekdayOf(date);
    return times.slice(0, -1).flatMap((from, index) => {
      const time = clock.window(date, from, times[index + 1] ?? from);
      return time ? [{ ...time, date, ofWeek: `${weekday} ${from}` }] : [];
    });
  });
}

/** How much of `intervals` falls into each of the half hours, in minutes; overlapping ones count each. */
export function minutesIn(halfHours: readonly HalfHour[], intervals: readonly Interval[]): number[] {
  const minutes = halfHours.map(() => 0);
  for (const { from, until } of intervals) {
    for (let index = firstEndingAfter(halfHours, from); index < halfHours.length; index += 1) {
      const half = halfHours[index];
      if (!half || half.from >= until) break;
      const within = Math.min(half.until, until) - Math.max(half.from, from);
      minutes[index] = (minutes[index] ?? 0) + Math.max(0, within) / 60_000;
    }
  }
  return minutes;
}

/** The half hour that an instant lies in. */
export function halfHourAt(halfHours: readonly HalfHour[], instant: number): HalfHour | undefined {
  const half = halfHours[firstEndingAfter(halfHours, instant)];
  return half && half.from <= instant ? half : undefined;
}

/** By halves: there are a few thousand. */
function firstEndingAfter(halfHours: readonly HalfHour[], instant: number): number {
  let [low, high] = [0, halfHours.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((halfHours[middle]?.until ?? 0) > instant) high = middle;
    else low = middle + 1;
  }
  return low;
}
