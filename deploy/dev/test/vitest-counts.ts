import { z } from 'zod';
import type { Counts } from './outcome.ts';

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

/** Counts from vitest's JSON report. A file that doesn't load holds no test, but counts as one that failed. */
export function countVitest(report: unknown): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = reportSchema.parse(report);
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  const skipped = numPendingTests + numTodoTests;
  return {
    passed: numPassedTests,
    failed: numFailedTests + brokenFiles.length,
    notRun: new Map(skipped > 0 ? [['skipped by its own condition', skipped]] : []),
  };
}
