import type { MailTrouble } from './mailer.ts';

const minuteMs = 60_000;
const waits = [1, 5, 30, 120, 360].map((minutes) => minutes * minuteMs);
const longestWait = 360 * minuteMs;

/** How long after its beginning an attempt is followed by the next, in milliseconds. @param attempts counts this one too */
export const waitAfter = (attempts: number): number => waits[attempts - 1] ?? longestWait;

/**
 * Whether there is to be no further attempt. A mail server that is away is waited for as long as the message is of use:
 * it is nobody's fault that it was not taken.
 */
export function isLast(attempts: number, trouble: MailTrouble, hasBegun: boolean): boolean {
  if (trouble === 'address') return true;
  return attempts > waits.length && (trouble === 'message' || hasBegun);
}
