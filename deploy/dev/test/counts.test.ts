import { describe, expect, it } from 'vitest';
import { isGood, withExitCode } from './outcome.ts';
import { countPlaywright } from './playwright-counts.ts';
import { countVitest } from './vitest-counts.ts';

const vitestReport = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

describe('counts from vitest', () => {
  it('are its own', () => {
    expect(countVitest({ ...vitestReport, numFailedTests: 2 })).toMatchObject({ passed: 5, failed: 2 });
  });

  it('add a failure for a file that does not load', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(countVitest({ ...vitestReport, testResults }).failed).toBe(1);
  });

  it('keep what was skipped apart', () => {
    const { notRun } = countVitest({ ...vitestReport, numPendingTests: 2, numTodoTests: 1 });
    expect([...notRun.values()]).toEqual([3]);
  });
});

describe('counts from Playwright', () => {
  const spec = (status: string, description?: string) => ({
    title: 'a call',
    tests: [{ status, annotations: description ? [{ type: 'skip', description }] : [] }],
  });

  it('reach into nested suites', () => {
    const suites = [{ specs: [spec('expected')], suites: [{ specs: [spec('unexpected'), spec('expected')] }] }];
    expect(countPlaywright({ suites, errors: [] })).toMatchObject({ passed: 2, failed: 1 });
  });

  it('tell what was not run by its reason', () => {
    const reason = 'needs the real Electron';
    const suites = [{ specs: [spec('skipped', reason), spec('skipped', reason)] }];
    expect(countPlaywright({ suites, errors: [] }).notRun).toEqual(new Map([[reason, 2]]));
  });

  it('name what passed at the second try only', () => {
    const suites = [{ specs: [spec('flaky'), spec('expected')] }];
    expect(countPlaywright({ suites, errors: [] })).toMatchObject({ passed: 2, failed: 0, unsteady: ['a call'] });
  });

  it('hold an error outside of any test to be a failure', () => {
    expect(countPlaywright({ suites: [], errors: [{ message: 'no config' }] }).failed).toBe(1);
  });
});

describe('a suite has failed', () => {
  const counts = { passed: 3, failed: 0, notRun: new Map() };

  it('when its command fails although no test did', () => {
    expect(withExitCode(counts, 1)).toMatchObject({ counts: { passed: 3, failed: 1 } });
  });

  it('when it found no test to run', () => {
    expect(withExitCode({ ...counts, passed: 0 }, 0)).toMatchObject({ counts: { failed: 1 } });
  });

  it('but not when all is well', () => {
    expect(withExitCode(counts, 0)).toMatchObject({ counts: { passed: 3, failed: 0 } });
    expect(isGood(withExitCode(counts, 0))).toBe(true);
    expect(isGood(withExitCode(counts, 1))).toBe(false);
  });
});
