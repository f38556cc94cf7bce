import { z } from 'zod';
import type { Counts } from './outcome.ts';

const specSchema = z.object({
  title: z.string(),
  tests: z.array(
    z.object({
      status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
      annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
    }),
  ),
});

const suiteSchema = z.object({
  specs: z.array(specSchema).default([]),
  get suites() {
    return z.array(suiteSchema).default([]);
  },
});

const reportSchema = z.object({ suites: z.array(suiteSchema), errors: z.array(z.unknown()) });

type Suite = z.infer<typeof suiteSchema>;

/** Counts from Playwright's JSON report; what was not run is told apart by the reason given to `test.skip`. */
export function countPlaywright(report: unknown): Counts {
  const { suites, errors } = reportSchema.parse(report);
  const specs = suites.flatMap(listSpecs);
  const tests = specs.flatMap((spec) => spec.tests);
  const count = (...statuses: string[]) => tests.filter(({ status }) => statuses.includes(status)).length;
  const notRun = new Map<string, number>();
  for (const { status, annotations } of tests) {
    if (status !== 'skipped') continue;
    const reason = annotations.find(({ description }) => description)?.description ?? 'skipped by its own condition';
    notRun.set(reason, (notRun.get(reason) ?? 0) + 1);
  }
  const unsteady = specs
    .filter((spec) => spec.tests.some(({ status }) => status === 'flaky'))
    .map(({ title }) => title);
  return { passed: count('expected', 'flaky'), failed: count('unexpected') + errors.length, notRun, unsteady };
}

function listSpecs({ specs, suites }: Suite): z.infer<typeof specSchema>[] {
  return [...specs, ...suites.flatMap(listSpecs)];
}
