import { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';

/** Where the clocks of the organisations that use the console hang; a calendar says its own zone once it is read. */
export const homeZone = 'Europe/Riga';

/** A part of one day on the wall clock, in minutes since midnight; half-open, and 1440 is the day's end. */
export type Span = { readonly from: number; readonly until: number };

/** What a zone's wall clock shows at an instant, minutes since midnight. */
export type Wall = (instant: Instant) => { readonly date: PlainDate; readonly minutes: number };

export function createWall(timeZone: string): Wall {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  // A calendar asks for the same instants again for each of its days.
  const known = new Map<Instant, ReturnType<Wall>>();
  const read: Wall = (instant) => {
    const parts = new Map(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
    return {
      date: PlainDate.parse(`${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`),
      minutes: Number(parts.get('hour')) * 60 + Number(parts.get('minute')),
    };
  };
  return (instant) => {
    const shown = known.get(instant) ?? read(instant);
    known.set(instant, shown);
    return shown;
  };
}

/** The part of a time that falls on a day; null when none does. */
export function spanOn(date: PlainDate, time: { from: Instant; until: Instant }, wall: Wall): Span | null {
  const [from, until] = [wall(time.from), wall(time.until)];
  if (from.date > date || until.date < date) return null;
  const span = { from: from.date < date ? 0 : from.minutes, until: until.date > date ? 1440 : until.minutes };
  return span.from < span.until ? span : null;
}

/** The same time as sorted spans that neither overlap nor touch. */
export function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const next of spans.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && next.from <= last.until)
      result[result.length - 1] = { from: last.from, until: Math.max(last.until, next.until) };
    else result.push(next);
  }
  return result;
}

export const minutesIn = (spans: readonly Span[]): number =>
  spans.reduce((sum, span) => sum + span.until - span.from, 0);
