import { formatElapsed } from '../setup/progress.mjs';
import { type Counts, countNotRun, isGood, type SuiteResult } from './outcome.ts';

/** One line per suite, aligned; below their suite the reasons of what was not run, and what is not steady. */
export function formatReport(results: SuiteResult[]): string {
  const width = Math.max(...results.map(({ title }) => title.length));
  return results
    .flatMap(({ title, milliseconds, outcome }) => {
      const name = title.padEnd(width);
      if (outcome.kind === 'not run') return [`- ${name}  not run: ${outcome.reason}`];
      const { counts } = outcome;
      const remarks = [
        ...[...counts.notRun].map(([reason, count]) => `${count} not run: ${reason}`),
        ...(counts.unsteady ?? []).map((test) => `passed at the second try only: ${test}`),
      ].map((remark) => `  ${' '.repeat(width)}  ${remark}`);
      const mark = isGood(outcome) ? '✓' : '✗';
      return [`${mark} ${name}  ${describeCounts(counts)}, ${formatElapsed(milliseconds)}`, ...remarks];
    })
    .join('\n');
}

/** The line that machines read: `12 passed, 0 failed`, and `, 3 skipped` if so. */
export function formatTotals(results: SuiteResult[]): string {
  const counts = results.flatMap(({ outcome }) => (outcome.kind === 'ran' ? [outcome.counts] : []));
  const sum = (pick: (counts: Counts) => number) => counts.reduce((total, one) => total + pick(one), 0);
  const skipped = sum(countNotRun);
  const totals = `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`;
  return skipped > 0 ? `${totals}, ${skipped} skipped` : totals;
}

function describeCounts(counts: Counts): string {
  const notRun = countNotRun(counts);
  return [`${counts.passed} passed`, `${counts.failed} failed`, notRun > 0 ? `${notRun} not run` : '']
    .filter(Boolean)
    .join(', ');
}
