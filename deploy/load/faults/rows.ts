import { percentile } from '../measured.ts';
import type { Run } from './run-fault.ts';

/** Seconds that each row may take at the 95th percentile. */
export const targets: Readonly<Record<string, number>> = {
  'worker-killed': 3,
  'node-killed': 8,
  'nodes-dead': 5,
  'link-cut-2s': 2,
  'signalling-cut': 2,
  'address-changed': 2,
};

export type Row = {
  scenario: string;
  runs: number;
  cameBack: number;
  secondsP50: number;
  secondsP95: number;
  /** Lines, notes and calls. */
  lost: number;
};

/** One row for each scenario that was run, in the order of the first run of each. */
export function rowsOf(runs: readonly Run[]): Row[] {
  const byRow = Map.groupBy(runs, ({ row }) => row);
  return [...byRow].map(([scenario, ran]) => {
    const seconds = ran.flatMap((run) => (run.seconds === null ? [] : [run.seconds]));
    return {
      scenario,
      runs: ran.length,
      cameBack: seconds.length,
      secondsP50: percentile(seconds, 0.5),
      secondsP95: percentile(seconds, 0.95),
      lost: ran.reduce((sum, { lost }) => sum + lost.length, 0),
    };
  });
}

export function summaryOf(rows: readonly Row[]) {
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    scenarios: rows.length,
    runs: sum(({ runs }) => runs),
    cameBack: sum(({ cameBack }) => cameBack),
    lost: sum(({ lost }) => lost),
    worstSecondsP95: Math.max(0, ...rows.map(({ secondsP95 }) => secondsP95)),
  };
}

/** What in these rows is not as it must be, in words. */
export function shortfalls(rows: readonly Row[]): string[] {
  return rows.flatMap(({ scenario, runs, cameBack, secondsP95, lost }) => {
    const target = targets[scenario];
    return [
      ...(cameBack < runs ? [`${scenario}: ${runs - cameBack} of ${runs} did not come back`] : []),
      ...(lost > 0 ? [`${scenario}: ${lost} lost`] : []),
      ...(target !== undefined && secondsP95 > target ? [`${scenario}: ${secondsP95} s, wanted ${target} s`] : []),
    ];
  });
}
