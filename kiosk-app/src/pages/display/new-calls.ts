import type { DisplayView } from '@remote-clerk/shared/contracts/queue.ts';

export type Call = DisplayView['called'][number];

/** A number that is called again is a new call. */
export const callKey = ({ number, calledAt, calls }: Call): string => `${number} ${calledAt} ${calls}`;

/**
 * The calls that were not there before, in the order in which they were made.
 * @param before null where nothing was shown yet: whoever was called then has been told
 */
export function newCalls(before: DisplayView | null, now: DisplayView): Call[] {
  if (!before) return [];
  const known = new Set(before.called.map(callKey));
  return now.called.filter((call) => !known.has(callKey(call))).toReversed();
}
