import { describe, expect, it } from 'vitest';
import { counted, type SuiteResult } from './outcome.ts';
import { formatReport, formatTotals } from './report.ts';

const results: SuiteResult[] = [
  { title: 'types', milliseconds: 2100, outcome: counted(7, 0) },
  { title: 'end to end', milliseconds: 61_000, outcome: counted(4, 1, new Map([['needs the real Electron', 2]])) },
  { title: 'unit', milliseconds: 0, outcome: { kind: 'not run', reason: 'no tests yet' } },
];

describe('the report', () => {
  it('has a line for each suite, and the reasons of what was not run', () => {
    expect(formatReport(results).split('\n')).toEqual([
      '✓ types       7 passed, 0 failed, 2.1 s',
      '✗ end to end  4 passed, 1 failed, 2 not run, 1 min 01 s',
      '              2 not run: needs the real Electron',
      '- unit        not run: no tests yet',
    ]);
  });

  it('names what is not steady', () => {
    const counts = { passed: 3, failed: 0, notRun: new Map<string, number>(), unsteady: ['a call'] };
    const report = formatReport([{ title: 'end to end', milliseconds: 2100, outcome: { kind: 'ran', counts } }]);
    expect(report.split('\n')).toEqual([
      '✓ end to end  3 passed, 0 failed, 2.1 s',
      '              passed at the second try only: a call',
    ]);
  });

  it('ends with totals that a machine can read', () => {
    expect(formatTotals(results)).toBe('11 passed, 1 failed, 2 skipped');
    expect(formatTotals(results.slice(0, 1))).toBe('7 passed, 0 failed');
  });
});
