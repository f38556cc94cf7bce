import type { Slot } from '@remote-clerk/shared/contracts/appointments.ts';
import { dateAt, type PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { epochMilliseconds, type Instant } from '@remote-clerk/shared/domain/time.ts';
import { Temporal } from 'temporal-polyfill';

export type FreeDay = { day: PlainDate; starts: Instant[] };

/** The days with free times, each with its starts, as the clock on the contact point's wall has them. */
export function freeDays(slots: readonly Slot[], timeZone: string): FreeDay[] {
  const days = Map.groupBy(slots, ({ startsAt }) => dateAt(epochMilliseconds(startsAt), timeZone));
  return [...days].map(([day, ofDay]) => ({ day, starts: [...new Set(ofDay.map(({ startsAt }) => startsAt))] }));
}

/** Starts before and from noon. */
export function halves(starts: readonly Instant[], timeZone: string): { morning: Instant[]; afternoon: Instant[] } {
  const isMorning = (start: Instant) => Temporal.Instant.from(start).toZonedDateTimeISO(timeZone).hour < 12;
  return { morning: starts.filter(isMorning), afternoon: starts.filter((start) => !isMorning(start)) };
}
