import type { HeadStarts } from '../queue-ticket.ts';
import { listArrivals } from './arrivals.ts';
import { type BookedDay, bookDay } from './book-day.ts';
import { createDemand, type Demand } from './demand.ts';
import { type Measured, measure } from './measure.ts';
import { type DayRun, runDay } from './run-day.ts';
import { createServiceWorld } from './service-world.ts';

export type Rule = { name: string; headStarts: HeadStarts };
export type Row = Measured & {
  walkInShare: number;
  rule: string;
  headStarts: HeadStarts;
  /** Who wanted to book and found no time on the day, of every hundred. */
  turnedAwayPercent: number;
};

const rule = (name: string, booked: number, priority: number, late: number): Rule => ({
  name,
  headStarts: { booked, priority, late, 'walk-in': 0 },
});

export const walkInShares: readonly number[] = [0, 10, 20, 30, 40];
/** From one plain line to "whoever booked always goes first". */
export const rules: readonly Rule[] = [
  rule('none', 0, 0, 0),
  rule('10 · 10 · 0', 10, 10, 0),
  rule('15 · 10 · 5', 15, 10, 5),
  rule('20 · 15 · 5', 20, 15, 5),
  rule('30 · 20 · 5', 30, 20, 5),
  rule('45 · 30 · 10', 45, 30, 10),
  rule('always first', 900, 600, 300),
];

type Grid = {
  /** Whole; the days have this and the following as theirs. */
  seed: number;
  days: number;
  walkInShares?: readonly number[];
  rules?: readonly Rule[];
  onRow?: (row: Row) => void;
};

/** The same days with each share kept for walk-ins and each rule. The same seed gives the same rows. */
export function simulate({ seed, days, onRow, ...grid }: Grid): Row[] {
  const world = createServiceWorld();
  const demands = Array.from({ length: days }, (_, index) => createDemand(world, seed + index));
  return (grid.walkInShares ?? walkInShares).flatMap((walkInShare) => {
    const booked = demands.map((of) => ({ demand: of, day: bookDay(world, of.wantToBook, walkInShare) }));
    return (grid.rules ?? rules).map(({ name, headStarts }) => {
      const runs = booked.map(
        (of): DayRun => runDay(world, listArrivals(of.demand, of.day), of.day.bookings, headStarts),
      );
      const row: Row = {
        walkInShare,
        rule: name,
        headStarts,
        turnedAwayPercent: turnedAwayPercent(booked),
        ...measure(runs, world.specialists.length),
      };
      onRow?.(row);
      return row;
    });
  });
}

function turnedAwayPercent(days: readonly { demand: Demand; day: BookedDay }[]): number {
  const turnedAway = days.reduce((sum, { day }) => sum + day.turnedAway.length, 0);
  const wanted = days.reduce((sum, { demand }) => sum + demand.wantToBook.length, 0);
  return Math.round((1000 * turnedAway) / wanted) / 10;
}
