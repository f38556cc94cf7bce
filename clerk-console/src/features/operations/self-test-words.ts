import type { Operations } from '@remote-clerk/shared/contracts/http/operations.ts';
import type { SelfTest, SelfTestVerdict } from '@remote-clerk/shared/contracts/self-test.ts';

export type Kiosk = Operations['kiosks'][number];
const parts = ['camera', 'microphone', 'speaker', 'documentCamera', 'network'] as const;
type Part = (typeof parts)[number];
export type Trouble = { readonly part: Part; readonly verdict: Extract<SelfTestVerdict, 'poor' | 'failed'> };

/** What is wrong with a kiosk by its own test; what does not work at all first. */
export function troublesOf(test: SelfTest): Trouble[] {
  const all = parts.flatMap((part): Trouble[] => {
    const { verdict } = test[part];
    return verdict === 'poor' || verdict === 'failed' ? [{ part, verdict }] : [];
  });
  return all.toSorted((a, b) => Number(b.verdict === 'failed') - Number(a.verdict === 'failed'));
}

export const isTroubled = ({ selfTest }: Kiosk) => selfTest !== null && troublesOf(selfTest).length > 0;
