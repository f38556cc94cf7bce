import { type Interval, union } from '@remote-clerk/shared/domain/scheduling/interval.ts';
import ical, { type VEvent, type VFreebusy } from 'node-ical';
import { Temporal } from 'temporal-polyfill';
import { withZones } from './floating-times.ts';
import { UnreadableCalendar } from './unreadable.ts';

/** More than anybody can have in four months: what comes to more is meant to be too much. */
const mostIntervals = 5_000;
const mostInstances = 50_000;
const tooOften = ['SECONDLY', 'MINUTELY'];
const dayMs = 86_400_000;

/** `timeZone`: the specialist's, for days and for times that say no zone. */
export type Reading = { window: Interval; timeZone: string };

/**
 * When somebody is busy, by one or several iCalendar texts. What is free or cancelled does not count, nor what takes no time.
 * @returns sorted intervals within the window that neither overlap nor touch
 * @throws UnreadableCalendar `not-a-calendar`, `too-large`
 */
export function busyTimes(texts: readonly string[], { window, timeZone }: Reading): Interval[] {
  const busy: Interval[] = [];
  for (const text of texts) {
    for (const component of Object.values(parse(text, timeZone))) {
      const times =
        component?.type === 'VFREEBUSY'
          ? busyPeriods(component)
          : eventsOf(component).flatMap((event) => instancesOf(event, window, timeZone));
      for (const one of times) {
        const [from, until] = [Math.max(one.from, window.from), Math.min(one.until, window.until)];
        if (from < until) busy.push({ from, until });
      }
      if (busy.length > mostInstances) throw new UnreadableCalendar('too-large');
    }
  }
  const merged = union(busy);
  if (merged.length > mostIntervals) throw new UnreadableCalendar('too-large');
  return merged;
}

function parse(text: string, timeZone: string) {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  // One that was cut off lacks appointments: it is none.
  if (!/^BEGIN:VCALENDAR\r?\n/i.test(trimmed) || !/\nEND:VCALENDAR$/i.test(trimmed)) {
    throw new UnreadableCalendar('not-a-calendar');
  }
  try {
    return ical.sync.parseICS(withZones(trimmed, timeZone));
  } catch {
    throw new UnreadableCalendar('not-a-calendar');
  }
}

/** An event; or, where only moved ones of a series were given, each of them. */
function eventsOf(component: unknown): VEvent[] {
  if (!isEvent(component)) return [];
  if (component.rrule) return [component];
  const moved = [...new Set(Object.values(component.recurrences ?? {}))].filter(isEvent);
  return component.recurrenceid === undefined ? [component, ...moved] : moved;
}

/** One without a start is none. */
const isEvent = (component: unknown): component is VEvent =>
  typeof component === 'object' &&
  component !== null &&
  'type' in component &&
  component.type === 'VEVENT' &&
  'start' in component &&
  component.start instanceof Date;

function instancesOf(event: VEvent, window: Interval, timeZone: string): Interval[] {
  if (tooOften.includes(String(event.rrule?.options.freq))) throw new UnreadableCalendar('too-large');
  // Days begin at different instants in different zones.
  const [from, to] = [new Date(window.from - dayMs), new Date(window.until + dayMs)];
  return ical.expandRecurringEvent(event, { from, to, expandOngoing: true }).flatMap((instance) => {
    if (wordOf(instance.event.transparency) === 'TRANSPARENT' || wordOf(instance.event.status) === 'CANCELLED')
      return [];
    const edge = instance.isFullDay ? (day: Date) => startOfDay(day, timeZone) : (time: Date) => time.getTime();
    return [{ from: edge(instance.start), until: edge(instance.end) }];
  });
}

function busyPeriods({ freebusy = [] }: VFreebusy): Interval[] {
  return freebusy
    .filter(({ type }) => type !== 'FREE')
    .map(({ start, end }) => ({ from: start.getTime(), until: end.getTime() }));
}

/** A property's value, with or without parameters. */
function wordOf(property: unknown): string {
  const value = typeof property === 'object' && property !== null && 'val' in property ? property.val : property;
  return String(value).toUpperCase();
}

/** node-ical gives days as midnights of the zone that this process happens to be in. */
function startOfDay(day: Date, timeZone: string): number {
  const [year, month, date] = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  return Temporal.PlainDate.from({ year, month, day: date }).toZonedDateTime({ timeZone }).epochMilliseconds;
}
