import type { LoadCell } from '@remote-clerk/shared/contracts/http/load.ts';
import { type PlainDate, weekdayOf } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import type { Interval } from '@remote-clerk/shared/domain/scheduling/interval.ts';
import { instantFrom } from '@remote-clerk/shared/domain/time.ts';
import { type HalfHour, halfHourAt, minutesIn } from './half-hours.ts';

/** Somebody who came without an appointment. */
export type Asked = {
  /** Epoch milliseconds. */
  at: number;
  serviceId: string;
  /** What the service is planned with, and what this one took; null when nobody was spoken with. */
  plannedMinutes: number;
  tookMinutes: number | null;
};

type Known = {
  /** The half hours to estimate, and those of whole weeks before from which is learned. */
  coming: readonly HalfHour[];
  past: readonly HalfHour[];
  isFree: (date: PlainDate) => boolean;
  /** Specialists' working time, each one's. */
  working: readonly Interval[];
  booked: readonly Interval[];
  asked: readonly Asked[];
};

/** Fewer than this say less about a service than its plan does. */
const enough = 10;

/**
 * What is to be expected in each coming half hour against what there is: those who walk in as on the same weekday at the same
 * time before, each with what their service takes on average. Holidays neither teach nor expect anything.
 */
export function estimateLoad({ coming, past, isFree, working, booked, asked }: Known): LoadCell[] {
  const minutesOf = meanMinutes(asked);
  const daysSeen = new Map<number, number>();
  for (const date of new Set(past.map((half) => half.date))) {
    if (!isFree(date)) daysSeen.set(weekdayOf(date), (daysSeen.get(weekdayOf(date)) ?? 0) + 1);
  }
  const walkIns = new Map<string, number>();
  for (const one of asked) {
    const half = halfHourAt(past, one.at);
    if (half && !isFree(half.date)) walkIns.set(half.ofWeek, (walkIns.get(half.ofWeek) ?? 0) + minutesOf(one));
  }
  const available = minutesIn(coming, working);
  const taken = minutesIn(coming, booked);
  return coming.map((half, index) => {
    const days = daysSeen.get(weekdayOf(half.date)) ?? 0;
    return {
      from: instantFrom(half.from),
      available: round(available[index]),
      booked: round(taken[index]),
      expectedWalkIn: days === 0 || isFree(half.date) ? 0 : round((walkIns.get(half.ofWeek) ?? 0) / days),
    };
  });
}

/** What one of them takes on average, by their service. */
function meanMinutes(asked: readonly Asked[]): (one: Asked) => number {
  const byService = Map.groupBy(asked, ({ serviceId }) => serviceId);
  const means = new Map(
    [...byService].map(([serviceId, all]) => {
      const took = all.flatMap(({ tookMinutes }) => tookMinutes ?? []);
      return [serviceId, took.length < enough ? null : took.reduce((sum, one) => sum + one, 0) / took.length];
    }),
  );
  return ({ serviceId, plannedMinutes }) => means.get(serviceId) ?? plannedMinutes;
}

const round = (minutes = 0) => Math.round(minutes * 10) / 10;
