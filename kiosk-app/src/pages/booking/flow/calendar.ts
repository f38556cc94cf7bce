import { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';

// Without Temporal, whose polyfill would be a sixth of the page: here no more than days are counted, and in UTC each of
// them has 24 hours. Which day it is somewhere, Intl knows.

const dayMs = 86_400_000;

export const addDays = (date: PlainDate, days: number): PlainDate =>
  PlainDate.parse(new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10));

/** The day on the wall calendar of a zone. */
export function dateIn(timeZone: string, at: Date): PlainDate {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(at)
    .map(({ type, value }) => [type, value] as const);
  const named = new Map<string, string>(parts);
  return PlainDate.parse(`${named.get('year')}-${named.get('month')}-${named.get('day')}`);
}

/** Whether the clocks of two zones show the same at an instant. */
export function sameClock(one: string, other: string, at: Date): boolean {
  const clock = (timeZone: string) =>
    new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
  return clock(one) === clock(other);
}
