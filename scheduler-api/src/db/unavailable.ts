import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';

const codes = new Set([
  // Node: the server is not there.
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  // PostgreSQL: it ends, has crashed, starts, or takes no more connections.
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08001',
  '08003',
  '08006',
]);
/** What `pg` says, behind the query, of a connection that went, without a code. */
const messages = /(^| - )(Connection (terminated|ended)|Client has encountered a connection error)/;

/** Whether a query failed because the database cannot be reached just now: the same may succeed in a moment. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && codes.has(error.code)) return true;
  return error.name === 'KnexTimeoutError' || messages.test(error.message);
}

/** `unavailable` in place of such an error; anything else as it is. */
export const asUnavailable = (error: unknown): unknown =>
  isUnavailable(error) ? new ProblemError('unavailable', undefined, { cause: error, retryAfterSeconds: 1 }) : error;
