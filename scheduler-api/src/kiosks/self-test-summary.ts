import type { SelfTest, SelfTestSummary, SelfTestVerdict } from '@remote-clerk/shared/contracts/self-test.ts';

const parts = ['camera', 'microphone', 'speaker', 'documentCamera', 'network'] as const;
/** The worst first; what was not run says nothing against the kiosk. */
const worstFirst = ['failed', 'poor', 'well', 'not-run'] as const satisfies SelfTestVerdict[];

/** A self-test as it stands in a list: its worst verdict, and the parts that are not well. */
export function summarizeSelfTest(test: SelfTest): SelfTestSummary {
  const verdicts = parts.map((part) => test[part].verdict);
  return {
    at: test.at,
    verdict: worstFirst.find((verdict) => verdicts.includes(verdict)) ?? 'not-run',
    troubles: parts.filter((part) => test[part].verdict === 'failed' || test[part].verdict === 'poor'),
  };
}
