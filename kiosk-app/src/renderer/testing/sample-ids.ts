import { type Instant, instantFrom } from '@remote-clerk/shared/domain/time.ts';

/** Ids that can be told apart at a glance. */
export const idOf = (number: number) => `0190b5a0-0000-7000-8000-${String(number).padStart(12, '0')}`;

const hourMs = 3_600_000;

/** So many days from now, at an hour of UTC: two before the one on a Latvian wall in winter. */
export const daysOn = (days: number, hour: number): Instant =>
  instantFrom((Math.floor(Date.now() / (24 * hourMs)) + days) * 24 * hourMs + hour * hourMs);
