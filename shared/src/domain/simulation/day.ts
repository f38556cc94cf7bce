import { epochMilliseconds, Instant, instantFrom } from '../time.ts';

/** The day that is simulated. Minutes count from its midnight, by the clock on the wall. */
const midnight = epochMilliseconds(Instant.parse('2027-03-15T00:00:00.000Z'));

export const minuteMs = 60_000;
export const instantAt = (minute: number): Instant => instantFrom(midnight + Math.round(minute * minuteMs));
export const msAt = (minute: number): number => midnight + minute * minuteMs;
export const minuteOf = (epochMilliseconds: number): number => (epochMilliseconds - midnight) / minuteMs;

export const opensAt = 8.5 * 60;
export const closesAt = 17 * 60;
/** Whoever walks in later is asked to come another day. */
export const lastArrivalAt = 16.5 * 60;
