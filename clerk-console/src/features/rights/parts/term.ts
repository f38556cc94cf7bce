import { parseDate } from '@internationalized/date';
import { addDays, dateAt, PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { createWallClock } from '@remote-clerk/shared/domain/scheduling/wall-clock.ts';
import { epochMilliseconds, type Instant, instantFrom } from '@remote-clerk/shared/domain/time.ts';
import { homeZone } from '../../calendar/wall-time.ts';

/** From this many days before its end a right is to be renewed. */
export const soonDays = 30;

const clock = createWallClock(homeZone);
const dayMs = 86_400_000;

/** The first moment of a day. */
export const beginningOf = (day: PlainDate): Instant => instantFrom(clock.day(day).from);

/** The first moment after a day: when a right that is held on it, and no longer, ends. */
export const endOf = (lastDay: PlainDate): Instant => beginningOf(addDays(lastDay, 1));

/** The day it is at a moment. */
export const dayOf = (moment: Instant): PlainDate => dateAt(epochMilliseconds(moment), homeZone);

/** The last day of a term that ends at a moment. */
export const lastDayOf = (validUntil: Instant): PlainDate => dateAt(epochMilliseconds(validUntil) - 1, homeZone);

/** Days to the last one of a term; 0 on it. */
export const daysLeft = (validUntil: Instant, now: Instant): number =>
  Math.max(0, Math.round((Date.parse(lastDayOf(validUntil)) - Date.parse(dayOf(now))) / dayMs));

export const endsSoon = (validUntil: Instant, now: Instant): boolean => daysLeft(validUntil, now) <= soonDays;

export const presetMonths = [3, 6, 12] as const;

/** The last day of a term of so many months. */
export const monthsFrom = (firstDay: PlainDate, months: number): PlainDate =>
  PlainDate.parse(parseDate(firstDay).add({ months }).subtract({ days: 1 }).toString());
