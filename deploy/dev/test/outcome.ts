/**
 * How many tests of a suite did what; `notRun` counts them by the reason that they give, `unsteady` names those that passed
 * at the second try only.
 */
export type Counts = { passed: number; failed: number; notRun: Map<string, number>; unsteady?: string[] };

/** How a suite went: with counts, or why there was nothing to count. */
export type Outcome = { kind: 'ran'; counts: Counts } | { kind: 'not run'; reason: string };

export type SuiteResult = { title: string; milliseconds: number; outcome: Outcome };

export function counted(passed: number, failed: number, notRun: Map<string, number> = new Map()): Outcome {
  return { kind: 'ran', counts: { passed, failed, notRun } };
}

/** What was not run may be so for a good reason; what failed may not. */
export function isGood(outcome: Outcome): boolean {
  return outcome.kind === 'not run' || outcome.counts.failed === 0;
}

/** @returns how many tests were not run, whatever the reason */
export function countNotRun({ notRun }: Pick<Counts, 'notRun'>): number {
  return [...notRun.values()].reduce((sum, count) => sum + count, 0);
}

/**
 * A command that fails although no test did (a crash, an unhandled rejection, a file that doesn't load) has failed once;
 * so has one that found files but no test in them.
 */
export function withExitCode(counts: Counts, exitCode: number): Outcome {
  const { passed, failed } = counts;
  const nothingRan = passed + failed + countNotRun(counts) === 0;
  return { kind: 'ran', counts: { ...counts, failed: failed === 0 && (exitCode !== 0 || nothingRan) ? 1 : failed } };
}
