import type { Instant } from './time.ts';

/**
 * Every way in which a request can be refused. The name is the last part of the problem's type URI;
 * the status is HTTP's, and sockets carry the same problem in their acknowledgement (RFC 9457).
 */
export const problemTypes = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  'malformed-json': { status: 400, title: 'The body is not valid JSON' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'wrong-credentials': { status: 401, title: 'The user name or password is not right' },
  'sign-in-failed': { status: 401, title: 'Signing in did not work; begin again' },
  'kiosk-not-proven': { status: 401, title: 'The kiosk could not prove its identity' },
  'ticket-refused': { status: 401, title: 'The call ticket is not valid' },
  'sign-in-again': { status: 403, title: 'Sign in once more to change this' },
  'not-allowed': { status: 403, title: 'You may not do this' },
  'not-registered': { status: 403, title: 'There is no account here for this person' },
  'cross-site': { status: 403, title: 'The request came from another site' },
  'not-found': { status: 404, title: 'There is no such thing here' },
  'method-not-allowed': { status: 405, title: 'This address does not take this method' },
  conflict: { status: 409, title: 'This was changed meanwhile' },
  'weak-password': { status: 409, title: 'This password is too easy to guess' },
  'address-not-allowed': { status: 409, title: 'This server may not ask at that address' },
  'already-taken': { status: 409, title: 'Someone else has answered already' },
  'illegal-transition': { status: 409, title: 'This step is not possible now' },
  'specialist-busy': { status: 409, title: 'Finish the present consultation first' },
  'kiosk-busy': { status: 409, title: 'The kiosk is in use' },
  'slot-taken': { status: 409, title: 'This time is not free any more' },
  'hold-expired': { status: 409, title: 'The time was kept for you, but not any longer' },
  'series-conflict': { status: 409, title: 'Some of these times are not free' },
  'appointments-orphaned': { status: 409, title: 'Appointments would be left outside of working time' },
  'room-full': { status: 409, title: 'No more people can be brought into this consultation' },
  'not-the-day': { status: 409, title: 'This appointment is not now' },
  'idempotency-mismatch': { status: 409, title: 'This idempotency key was used for another request' },
  'code-not-valid': { status: 410, title: 'The enrolment code is not valid any more' },
  'invitation-not-valid': { status: 410, title: 'The invitation is not valid any more' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'Send JSON' },
  'too-many-requests': { status: 429, title: 'Too many requests; wait a little' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  'provider-unavailable': { status: 503, title: 'The sign-in service of the organisation does not answer' },
  'no-media-node': { status: 503, title: 'Video calls are not possible at this moment' },
  unavailable: { status: 503, title: 'The service cannot answer just now; try again in a moment' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemType = keyof typeof problemTypes;

/** One wrong field: where (a JSON pointer into the request) and what is wrong, in English for developers. */
export type FieldError = { pointer: string; detail: string };

/**
 * The one error that domain and services throw on purpose. Each wire's handler turns it into its own form:
 * problem+json over HTTP, `{ ok: false, problem }` over sockets.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly type: ProblemType;
  readonly fields: FieldError[];
  readonly retryAfterSeconds: number | undefined;
  /** Starts that are free, where the one asked for is not. */
  readonly alternatives: Instant[];

  constructor(
    type: ProblemType,
    detail?: string,
    more: { fields?: FieldError[]; retryAfterSeconds?: number; alternatives?: Instant[]; cause?: unknown } = {},
  ) {
    super(detail ?? problemTypes[type].title, { cause: more.cause });
    this.type = type;
    this.fields = more.fields ?? [];
    this.retryAfterSeconds = more.retryAfterSeconds;
    this.alternatives = more.alternatives ?? [];
  }
}
