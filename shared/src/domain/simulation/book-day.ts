import type { AccountId } from '../ids.ts';
import { type Interval, totalLength } from '../scheduling/interval.ts';
import { defaultLimits } from '../scheduling/schedule.ts';
import { type BookableDay, findStarts, timesOf, type Wish } from '../scheduling/slots.ts';
import { minuteOf, msAt } from './day.ts';
import type { Visitor } from './demand.ts';
import type { ServiceWorld } from './service-world.ts';

export type Booking = { visitor: Visitor; specialistId: AccountId; startsAt: number };
export type BookedDay = { bookings: Booking[]; turnedAway: Visitor[] };

type Calendar = { day: BookableDay; taken: Interval[] };

/**
 * Fills the day's calendars, with the search that books in earnest: the time nearest to the one that was wanted, with the
 * specialist who has least to do of those who are free then.
 * @param walkInShare percent of each specialist's day that is kept for those who walk in
 */
export function bookDay(world: ServiceWorld, visitors: readonly Visitor[], walkInShare: number): BookedDay {
  const whole = { from: msAt(0), until: msAt(1440) };
  const calendars = new Map<AccountId, Calendar>(
    world.specialists.map(({ id, working }) => {
      const taken: Interval[] = [];
      return [id, { taken, day: { day: whole, open: working, working, appointments: taken, elsewhere: [] } }];
    }),
  );
  const kiosks = world.contactPoints.map((point) => point.kiosks.map((): Interval[] => []));
  const limits = { ...defaultLimits, walkInShare };
  const bookings: Booking[] = [];
  const turnedAway: Visitor[] = [];

  for (const visitor of visitors) {
    const terms = { minutes: visitor.service.minutes, bufferBefore: 0, bufferAfter: 0 };
    // Booked days ahead.
    const wish: Wish = { terms, limits, now: msAt(-3 * 1440) };
    const here = kiosks[visitor.contactPoint] ?? [];
    const offers = world.specialists
      .filter((one) => one.skills.has(visitor.service.id) && one.languages.has(visitor.language))
      .flatMap(({ id }) => {
        const calendar = calendars.get(id);
        if (!calendar) return [];
        const load = totalLength(calendar.taken);
        return findStarts(calendar.day, here, wish).map((start) => ({ id, start, load, calendar }));
      });
    const distance = (start: number) => Math.abs(minuteOf(start) - visitor.wantedAt);
    const [best] = offers.toSorted((a, b) => distance(a.start) - distance(b.start) || a.load - b.load);
    if (!best) {
      turnedAway.push(visitor);
      continue;
    }
    const { served, taken } = timesOf(best.start, wish);
    best.calendar.taken.push(taken);
    here.find((one) => !one.some((other) => other.from < served.until && served.from < other.until))?.push(served);
    bookings.push({ visitor, specialistId: best.id, startsAt: minuteOf(best.start) });
  }
  return { bookings, turnedAway };
}
