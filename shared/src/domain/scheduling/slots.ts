import { type Interval, lengthOf, overlaps, subtract, totalLength, union } from './interval.ts';
import type { BookingLimits, BookingTerms } from './schedule.ts';

const minuteMs = 60_000;
/** Appointments begin at whole multiples of this; every time zone's offset is one too. */
export const startStepMs = 5 * minuteMs;

/** One specialist's day, as far as it concerns bookings. */
export type BookableDay = {
  /** The day itself. */
  day: Interval;
  /** When they can be booked through the channel in question, where it is to be. */
  open: readonly Interval[];
  /** All their working time of the day: what the share for walk-ins is taken of. */
  working: readonly Interval[];
  /** Their appointments, buffers included; those that were cancelled or missed are none. */
  appointments: readonly Interval[];
  /** When they are taken by other things. */
  elsewhere: readonly Interval[];
};

/** When each kiosk of the contact point is taken; null where no kiosk is needed. */
export type KioskTimes = readonly (readonly Interval[])[] | null;

export type Wish = { terms: BookingTerms; limits: BookingLimits /** Epoch milliseconds. */; now: number };

const buffersOf = ({ terms, limits }: Wish) => ({
  before: Math.max(terms.bufferBefore, limits.bufferBefore) * minuteMs,
  after: Math.max(terms.bufferAfter, limits.bufferAfter) * minuteMs,
});

/** The time of an appointment that starts at `start`, and the time it takes of the specialist, buffers included. */
export function timesOf(start: number, wish: Wish): { served: Interval; taken: Interval } {
  const { before, after } = buffersOf(wish);
  const end = start + wish.terms.minutes * minuteMs;
  return { served: { from: start, until: end }, taken: { from: start - before, until: end + after } };
}

/** Whether the day takes another appointment of this length at all. */
function hasRoom(day: BookableDay, wish: Wish, length: number): boolean {
  const { dailyLimit, walkInShare } = wish.limits;
  const ofToday = day.appointments.filter((one) => overlaps(one, day.day));
  if (dailyLimit !== null && ofToday.length >= dailyLimit) return false;
  const bookable = (totalLength(day.working) * (100 - walkInShare)) / 100;
  return totalLength(ofToday) + length <= bookable;
}

/** From when to when a start is allowed: not before the lead time, not after the horizon. */
function startsAllowed({ limits, now }: Wish): Interval {
  return { from: now + limits.leadMinutes * minuteMs, until: now + limits.horizonDays * 86_400_000 };
}

const kioskFree = (served: Interval, kiosks: KioskTimes) =>
  kiosks === null || kiosks.some((taken) => !taken.some((one) => overlaps(one, served)));

/**
 * Whether an appointment can start at `start`: the question that a booking asks, with what the database holds at that
 * moment. Everything that `findStarts` gives passes it, as long as nothing has changed in between.
 */
export function canStart(start: number, day: BookableDay, kiosks: KioskTimes, wish: Wish): boolean {
  const allowed = startsAllowed(wish);
  if (start % startStepMs !== 0 || start < allowed.from || start >= allowed.until) return false;
  const { served, taken } = timesOf(start, wish);
  return (
    hasRoom(day, wish, lengthOf(taken)) &&
    freeOf(day).some((free) => free.from <= taken.from && taken.until <= free.until) &&
    kioskFree(served, kiosks)
  );
}

const freeOf = (day: BookableDay) => subtract(day.open, union([...day.appointments, ...day.elsewhere]));

/**
 * The starts that one specialist's day offers, in order: as many as fit one after another into each free time, so that no
 * two overlap. Asked again a while later, the same day gives the same ones, but for those that have become too near.
 * @returns epoch milliseconds
 */
export function findStarts(day: BookableDay, kiosks: KioskTimes, wish: Wish): number[] {
  const { before } = buffersOf(wish);
  const length = lengthOf(timesOf(0, wish).taken);
  if (!hasRoom(day, wish, length)) return [];
  const allowed = startsAllowed(wish);
  const starts: number[] = [];
  for (const free of freeOf(day)) {
    let start = roundUp(free.from + before);
    while (start - before + length <= free.until) {
      const fits = kioskFree(timesOf(start, wish).served, kiosks);
      if (fits && start >= allowed.from && start < allowed.until) starts.push(start);
      start = roundUp(start + (fits ? length : startStepMs));
    }
  }
  return starts;
}

const roundUp = (instant: number) => Math.ceil(instant / startStepMs) * startStepMs;
