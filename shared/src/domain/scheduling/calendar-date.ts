import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** Where people are who have not said otherwise, and where telephones ring. */
export const usualTimeZone = 'Europe/Riga';

/** What calendars here speak of: nobody is booked in the year 9999, and a slip of the finger is told at once. */
const firstDate = '2020-01-01';
const lastDate = '2099-12-31';

/** A day on the wall calendar, such as `2027-03-28`. */
export const PlainDate = z.iso
  .date({ abort: true })
  .refine((date) => date >= firstDate && date <= lastDate, {
    error: `A date from ${firstDate} to ${lastDate} is needed`,
    abort: true,
  })
  .brand<'PlainDate'>();
export type PlainDate = z.infer<typeof PlainDate>;

/** A date that was worked out: the day after the last that can be asked for is a day as well. */
const ComputedDate = z.iso.date().brand<'PlainDate'>();

/** A time on the wall clock, such as `09:30`; `24:00` is the end of the day. */
export const TimeOfDay = z
  .string()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'A time from 00:00 to 24:00 is needed, such as 09:30')
  .brand<'TimeOfDay'>();
export type TimeOfDay = z.infer<typeof TimeOfDay>;

/** A zone of the IANA database by any of its names: `Europe/Kyiv` is in no list of the older engines, and yet is known. */
export const TimeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, 'Not a time zone of the IANA database, such as Europe/Riga');

/** Asking for a zone that is there takes long enough to be felt where thousands of schedules are read. */
const knownZones = new Set<string>();

function isTimeZone(name: string): boolean {
  if (knownZones.has(name)) return true;
  // Offsets such as +02:00 are no zones: they know no summer time.
  if (!/^[A-Z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    knownZones.add(name);
    return true;
  } catch {
    return false;
  }
}

export const minutesOf = (time: TimeOfDay): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const weekdays = new Map<PlainDate, number>();

/** 1 for Monday to 7 for Sunday. Remembered: the same days are asked for again and again, and there are not many. */
export function weekdayOf(date: PlainDate): number {
  const known = weekdays.get(date) ?? Temporal.PlainDate.from(date).dayOfWeek;
  weekdays.set(date, known);
  return known;
}

export const addDays = (date: PlainDate, days: number): PlainDate =>
  ComputedDate.parse(Temporal.PlainDate.from(date).add({ days }).toString());

export const earlierOf = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b);
export const laterOf = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);

/** The Monday of the date's week. */
export const mondayOf = (date: PlainDate): PlainDate => addDays(date, 1 - weekdayOf(date));

/** The days from `first` to `last`, both among them. */
export function datesBetween(first: PlainDate, last: PlainDate): PlainDate[] {
  const days = Temporal.PlainDate.from(first).until(Temporal.PlainDate.from(last), { largestUnit: 'days' }).days;
  return Array.from({ length: Math.max(0, days + 1) }, (_, index) => addDays(first, index));
}

/** The day that it is in a zone at an instant. @param epochMilliseconds since 1970 */
export const dateAt = (epochMilliseconds: number, timeZone: string): PlainDate =>
  ComputedDate.parse(
    Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO(timeZone).toPlainDate().toString(),
  );
