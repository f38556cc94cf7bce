import type { LoadCell } from '@remote-clerk/shared/contracts/http/load.ts';
import type { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import type { Wall } from '../calendar/wall-time.ts';

export const loadLevels = ['closed', 'calm', 'fair', 'tight', 'over', 'nobody'] as const;
export type LoadLevel = (typeof loadLevels)[number];

/** A half hour as it is shown. */
export type HalfHour = LoadCell & {
  /** Minutes since midnight. */
  readonly minutes: number;
  /** Expected against available, in percent; null where nobody is available. */
  readonly share: number | null;
  readonly level: LoadLevel;
};
export type LoadDay = { readonly date: PlainDate; readonly halfHours: readonly HalfHour[] };

/** From these shares on, in percent, a half hour is no longer calm, no longer enough, too much. */
const bounds = { fair: 60, tight: 85, over: 100 } as const;

export function levelOf({ available, booked, expectedWalkIn }: LoadCell): { share: number | null; level: LoadLevel } {
  const expected = booked + expectedWalkIn;
  // Less than half a minute is nobody: expectations are averages.
  if (available < 0.5) return { share: null, level: expected < 0.5 ? 'closed' : 'nobody' };
  const share = Math.round((expected / available) * 100);
  if (share > bounds.over) return { share, level: 'over' };
  if (share > bounds.tight) return { share, level: 'tight' };
  return { share, level: share > bounds.fair ? 'fair' : 'calm' };
}

/** The cells by day, in order. */
export function loadDays(cells: readonly LoadCell[], wall: Wall): LoadDay[] {
  const halfHours = cells.map((cell) => {
    const { date, minutes } = wall(cell.from);
    return { date, halfHour: { ...cell, minutes, ...levelOf(cell) } };
  });
  return [...Map.groupBy(halfHours, ({ date }) => date)]
    .map(([date, entries]) => ({
      date,
      halfHours: entries.map(({ halfHour }) => halfHour).toSorted((a, b) => a.minutes - b.minutes),
    }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** The half hours of a day, in minutes since midnight, in which on any day there is something to see. */
export function timesShown(days: readonly LoadDay[]): number[] {
  const busy = days.flatMap(({ halfHours }) =>
    halfHours.filter(({ level }) => level !== 'closed').map(({ minutes }) => minutes),
  );
  if (busy.length === 0) return [];
  const [first, last] = [Math.min(...busy), Math.max(...busy)];
  return Array.from({ length: (last - first) / 30 + 1 }, (_, index) => first + index * 30);
}
