import type { RightRequest } from '@remote-clerk/shared/contracts/rights.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { useTermWords } from './term-words.ts';

/** For how long something is asked, in words. */
export function useRequestTerm() {
  const say = useMessages();
  const term = useTermWords();
  return ({ validFrom, validUntil }: Pick<RightRequest, 'validFrom' | 'validUntil'>): string =>
    validFrom
      ? say('rights.term.from-until', { from: term.from(validFrom), until: term.until(validUntil) })
      : say('rights.term.approved-until', { until: term.until(validUntil) });
}
