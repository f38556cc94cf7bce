import { addDays, dateAt, TimeOfDay, usualTimeZone } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { createWallClock } from '@remote-clerk/shared/domain/scheduling/wall-clock.ts';
import { type Instant, instantFrom } from '@remote-clerk/shared/domain/time.ts';

/** Ids that can be told apart at a glance. */
export const idOf = (number: number) => `0190b5a0-0000-7000-8000-${String(number).padStart(12, '0')}`;

const wall = createWallClock(usualTimeZone);

/** So many days from now, at an hour of the wall in Latvia; 14.5 is half past two. Clocks change at night only. */
export function daysOn(days: number, hour: number): Instant {
  const minutes = String((hour % 1) * 60).padStart(2, '0');
  const time = TimeOfDay.parse(`${String(Math.floor(hour)).padStart(2, '0')}:${minutes}`);
  const instant = wall.instantOf(addDays(dateAt(Date.now(), usualTimeZone), days), time);
  if (instant === null) throw new Error(`There is no ${time} on that day`);
  return instantFrom(instant);
}
