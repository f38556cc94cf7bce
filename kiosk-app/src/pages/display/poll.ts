import type { DisplayView } from '@remote-clerk/shared/contracts/queue.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';

const everyMs = 3_000;
/** The longest pause while the server is away, and between looks at a link that is not valid. */
const slowestMs = 30_000;

/** What the screen knows: the last view, and whether it is still true. */
export type Reading = { view: DisplayView | null; state: 'starting' | 'current' | 'away' | 'wrong-link' };

/**
 * Reads the view every three seconds, half as often after each failure.
 * @param read fails with a ProblemError
 * @param tell gets every reading
 * @param later waits, then runs; returns what stops it
 * @returns what ends the polling
 */
export function poll(
  read: () => Promise<DisplayView>,
  tell: (reading: Reading) => void,
  later: (run: () => void, ms: number) => () => void,
): () => void {
  let view: DisplayView | null = null;
  let failures = 0;
  let isOver = false;
  let stopWaiting = () => {};

  const look = async () => {
    const reading = await read().then(
      (found) => ({ view: found, state: 'current' as const }),
      (error: unknown) => ({ view, state: isWrongLink(error) ? ('wrong-link' as const) : ('away' as const) }),
    );
    if (isOver) return;
    view = reading.view;
    failures = reading.state === 'current' ? 0 : failures + 1;
    tell(reading);
    const pause = reading.state === 'wrong-link' ? slowestMs : Math.min(slowestMs, everyMs * 2 ** failures);
    stopWaiting = later(() => void look(), pause);
  };
  void look();
  return () => {
    isOver = true;
    stopWaiting();
  };
}

const isWrongLink = (error: unknown) =>
  error instanceof ProblemError && (error.type === 'not-found' || error.type === 'invalid-request');
