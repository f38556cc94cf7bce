import type { Slot } from '@remote-clerk/shared/contracts/appointments.ts';
import type { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { addDays, dateIn } from './calendar.ts';

export type SlotDay = { date: PlainDate; slots: Slot[] };
export type Days = { firstDay: PlainDate; lastDay: PlainDate };

/** As many days as the server looks through at once, and how far ahead it makes sense to ask. */
const daysAtOnce = 62;
const furthestDays = 185;

export const slotKey = (slot: Pick<Slot, 'startsAt' | 'contactPointId'>): string =>
  `${slot.startsAt} ${slot.contactPointId ?? ''}`;

/** By the days on the wall calendar of where each of them is. */
export function slotDays(slots: readonly Slot[], zoneOf: (slot: Slot) => string): SlotDay[] {
  const days = Map.groupBy(slots, (slot) => dateIn(zoneOf(slot), new Date(slot.startsAt)));
  return [...days].map(([date, ofDay]) => ({ date, slots: ofDay })).toSorted((a, b) => a.date.localeCompare(b.date));
}

/** The first days to ask for. @param now milliseconds since 1970 */
export function firstDays(now: number, timeZone: string): Days {
  const firstDay = dateIn(timeZone, new Date(now));
  return { firstDay, lastDay: addDays(firstDay, daysAtOnce - 1) };
}

/** What to ask for next, or null where nobody can be booked any more. @param continueOn where the server stopped */
export function daysAfter(asked: Days, continueOn: PlainDate | null, today: PlainDate): Days | null {
  const firstDay = continueOn ?? addDays(asked.lastDay, 1);
  return firstDay > addDays(today, furthestDays) ? null : { firstDay, lastDay: addDays(firstDay, daysAtOnce - 1) };
}

/** Joins what was found: a day at which the server stopped is told twice. */
export function joinSlots(known: readonly Slot[], more: readonly Slot[]): Slot[] {
  return [...new Map([...known, ...more].map((slot) => [slotKey(slot), slot])).values()];
}
