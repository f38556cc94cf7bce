import type { RightRequest } from '@remote-clerk/shared/contracts/rights.ts';

/**
 * Requests as they are gone through: first those that wait for me, then those that somebody else must decide, each the
 * longest waiting first. What I have decided on this visit stays in its place, as it now is.
 */
export function inOrder(open: readonly RightRequest[], decided: readonly RightRequest[]): readonly RightRequest[] {
  const mine = (request: RightRequest) => request.decidable || decided.some(({ id }) => id === request.id);
  const others = open.filter(({ id }) => !decided.some((each) => each.id === id));
  return [...others, ...decided].toSorted(
    (a, b) => Number(mine(b)) - Number(mine(a)) || a.askedAt.localeCompare(b.askedAt),
  );
}
