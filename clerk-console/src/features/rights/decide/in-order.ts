import type { RightRequest } from '@remote-clerk/shared/contracts/rights.ts';

/**
 * Requests as they are gone through, the longest waiting first. What was looked at stays in its place when it is decided, by
 * whomever: nobody is to find another person's request under the key that they are about to press.
 * @param latest what is known of requests that are not open any more
 */
export function inOrder(
  open: readonly RightRequest[],
  looked: readonly RightRequest[],
  latest: readonly RightRequest[],
): readonly RightRequest[] {
  const over = looked
    .filter(({ id }) => !open.some((each) => each.id === id))
    .map((request) => latest.find(({ id }) => id === request.id) ?? { ...request, decidable: false });
  // Until it is read anew, a decision's reply knows more.
  const newest = open.map(
    (request) =>
      looked.find(({ id, decisions }) => id === request.id && decisions.length > request.decisions.length) ?? request,
  );
  return [...newest, ...over].toSorted((a, b) => a.askedAt.localeCompare(b.askedAt) || a.id.localeCompare(b.id));
}
