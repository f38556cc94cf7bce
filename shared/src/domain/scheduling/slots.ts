import { type Interval, intersect, lengthOf, overlaps, subtract, totalLength, union } from './interval.ts';
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
  /** All their working time of the day: of each part of it the share for walk-ins is kept. */
  working: readonly Interval[];
  /** Their appointments, buffers included; those that were cancelled or missed are none. */
  appointments: readonly Interval[];
  /** When they are taken by other things. */
  elsewhere: readonly Interval[];
};

/** When each kiosk of the contact point is taken; null where no kiosk is needed. */
export type KioskTimes = readonly (readonly Interval[])[] | null;

export type Wish = {
  terms: BookingTerms;
  limits: BookingLimits;
  /** Epoch milliseconds. */
  now: number;
};

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

/**
 * A function that says whether the day takes an appointment of this time beside what it has: not beyond the daily limit, and
 * in each part of the working time the walk-ins' share is left. Bookings want the morning, and so do those who walk in: a
 * share of the whole day would be left over in the afternoon.
 */
function roomOf(day: BookableDay, { limits }: Wish): (taken: Interval) => boolean {
  const { dailyLimit, walkInShare } = limits;
  const ofToday = day.appointments.filter((one) => overlaps(one, day.day));
  if (dailyLimit !== null && ofToday.length >= dailyLimit) return () => false;
  const parts = partsOf(day.working).map((part) => {
    const bookable = (totalLength(part) * (100 - walkInShare)) / 100;
    return { part, left: bookable - totalLength(intersect(part, ofToday)) };
  });
  return (taken) => parts.every(({ part, left }) => lengthWithin(part, taken) <= Math.max(0, left));
}

/** Shorter days are not divided: a share of an hour would be too little for any appointment. */
const shortestPartMs = 180 * minuteMs;

/** The working time in equal parts of three hours or more, each as its intervals. */
function partsOf(working: readonly Interval[]): Interval[][] {
  const all = union(working);
  const total = totalLength(all);
  const count = Math.max(1, Math.floor(total / shortestPartMs));
  const parts: Interval[][] = Array.from({ length: count }, () => []);
  let before = 0;
  for (const { from, until } of all) {
    const cutAt = (index: number) => from + (total * index) / count - before;
    for (const [index, part] of parts.entries()) {
      const cut = { from: Math.max(from, cutAt(index)), until: Math.min(until, cutAt(index + 1)) };
      if (cut.from < cut.until) part.push(cut);
    }
    before += until - from;
  }
  return parts;
}

const lengthWithin = (part: readonly Interval[], { from, until }: Interval) =>
  part.reduce((sum, one) => sum + Math.max(0, Math.min(one.until, until) - Math.max(one.from, from)), 0);

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
    roomOf(day, wish)(taken) &&
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
  const hasRoom = roomOf(day, wish);
  const allowed = startsAllowed(wish);
  const starts: number[] = [];
  for (const free of freeOf(day)) {
    let start = roundUp(free.from + before);
    while (start - before + length <= free.until) {
      const { served, taken } = timesOf(start, wish);
      const fits = hasRoom(taken) && kioskFree(served, kiosks);
      if (fits && start >= allowed.from && start < allowed.until) starts.push(start);
      start = roundUp(start + (fits ? length : startStepMs));
    }
  }
  return starts;
}

const roundUp = (instant: number) => Math.ceil(instant / startStepMs) * startStepMs;
