import { addDays, PlainDate, TimeOfDay } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { createWallClock } from '@remote-clerk/shared/domain/scheduling/wall-clock.ts';
import { type Instant, instantFrom } from '@remote-clerk/shared/domain/time.ts';
import { Temporal } from 'temporal-polyfill';

/** The same wall-clock time in each of the coming weeks, also across a change of the clock; null where it jumps over it. */
export function seriesStarts(first: Instant, weeks: number, timeZone: string): (Instant | null)[] {
  const zoned = Temporal.Instant.from(first).toZonedDateTimeISO(timeZone);
  const date = PlainDate.parse(zoned.toPlainDate().toString());
  const time = TimeOfDay.parse(zoned.toPlainTime().toString({ smallestUnit: 'minute' }));
  const wall = createWallClock(timeZone);
  return Array.from({ length: weeks }, (_, week) => {
    const instant = wall.instantOf(addDays(date, week * 7), time);
    return instant === null ? null : instantFrom(instant);
  });
}
