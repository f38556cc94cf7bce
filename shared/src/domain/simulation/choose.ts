import type { Row } from './simulate.ts';

/** What a setting has to keep, before it is compared with others. */
export const demands = {
  /** Of those who booked and came in time, so many begin at most ten minutes late. */
  onTimeShare: 0.9,
  /** Of those who walk in, 95 % wait no longer than this, in minutes. */
  walkInP95: 45,
} as const;

type Judged = Pick<Row, 'walkInShare' | 'onTimeShare' | 'starved' | 'turnedAwayPercent'> & {
  waits: { 'walk-in': { p95: number } };
};

/**
 * The setting to work with: of those that keep what is demanded the one with the smallest share for walk-ins, because each
 * percent more sends citizens to another day; of these the one with the shortest waits of walk-ins.
 * @returns undefined when none keeps it
 */
export function choose<One extends Judged>(rows: readonly One[]): One | undefined {
  return rows
    .filter((row) => row.onTimeShare >= demands.onTimeShare && row.waits['walk-in'].p95 <= demands.walkInP95)
    .toSorted((a, b) => a.walkInShare - b.walkInShare || a.waits['walk-in'].p95 - b.waits['walk-in'].p95)[0];
}

/** Whether another setting is at least as good in everything that is looked at, and better in something. */
export function isDominated(row: Judged, rows: readonly Judged[]): boolean {
  // The smaller the better, all of them.
  const costs = (one: Judged) => [1 - one.onTimeShare, one.waits['walk-in'].p95, one.starved, one.turnedAwayPercent];
  const own = costs(row);
  return rows.some((other) => {
    const theirs = costs(other).map((cost, index) => cost - (own[index] ?? 0));
    return theirs.every((more) => more <= 0) && theirs.some((more) => more < 0);
  });
}
