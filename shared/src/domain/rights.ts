import { z } from 'zod';
import type { AccountId } from './ids.ts';
import { ProblemError } from './problems.ts';
import { addMilliseconds, type Instant, isDue, millisecondsBetween } from './time.ts';

/** `approved`: by the first of two. `withdrawn`: taken back by who asked. `expired`: nobody decided in time. */
export const RequestState = z.enum(['asked', 'approved', 'effective', 'refused', 'withdrawn', 'expired']);
export type RequestState = z.infer<typeof RequestState>;

/** Those in which a request still waits for a decision. */
export const openRequestStates = ['asked', 'approved'] as const satisfies RequestState[];

export const dayMs = 24 * 3_600_000;
export const longestTermDays = 366;
/** A request that nobody decides is over by itself. */
const patienceDays = 30;

/** Of a request for a right what its steps follow from. */
export type RequestFacts = {
  state: RequestState;
  askedBy: AccountId;
  /** Who gets the right. */
  accountId: AccountId;
  /** 2 where the role has a permission that is high. */
  approvalsNeeded: number;
  approvedBy: readonly AccountId[];
  expiresAt: Instant;
};

export type RequestCommand =
  | { kind: 'approve'; by: AccountId }
  | { kind: 'refuse'; by: AccountId }
  | { kind: 'take-back'; by: AccountId }
  | { kind: 'expire' };

export function isOpen({ state }: Pick<RequestFacts, 'state'>): boolean {
  return openRequestStates.some((open) => open === state);
}

/** Whether somebody who manages the organisation's rights may decide about this request: nobody decides for themselves, or twice. */
export function isForAnother(request: Pick<RequestFacts, 'askedBy' | 'accountId' | 'approvedBy'>, by: AccountId) {
  return request.askedBy !== by && request.accountId !== by && !request.approvedBy.includes(by);
}

/**
 * What a request is after a step.
 * @throws ProblemError `illegal-transition` when it is not open any more, `not-allowed` for who may not take this step
 */
export function nextRequest<Facts extends RequestFacts>(request: Facts, command: RequestCommand, now: Instant): Facts {
  const late = isDue(request.expiresAt, now);
  if (!isOpen(request) || late !== (command.kind === 'expire')) throw new ProblemError('illegal-transition');
  switch (command.kind) {
    case 'expire':
      return { ...request, state: 'expired' };
    case 'take-back':
      if (command.by !== request.askedBy) throw new ProblemError('not-allowed');
      return { ...request, state: 'withdrawn' };
    case 'refuse':
    case 'approve': {
      if (!isForAnother(request, command.by)) {
        throw new ProblemError('not-allowed', 'Nobody decides about what they asked for or are to get, or twice');
      }
      if (command.kind === 'refuse') return { ...request, state: 'refused' };
      const approvedBy = [...request.approvedBy, command.by];
      return { ...request, approvedBy, state: approvedBy.length < request.approvalsNeeded ? 'approved' : 'effective' };
    }
  }
}

type Term = { validFrom: Instant | null; validUntil: Instant };

/** What is wrong with the term that somebody asks for; null when nothing is. @param validFrom null: as soon as it is approved */
export function problemOfTerm({ validFrom, validUntil }: Term, now: Instant): string | null {
  const from = validFrom ?? now;
  if (isDue(validUntil, now)) return 'The term is over already';
  if (validUntil <= from) return 'The term ends before it begins';
  if (millisecondsBetween(now, from) > longestTermDays * dayMs) return 'The term begins more than a year ahead';
  if (millisecondsBetween(from, validUntil) > longestTermDays * dayMs) return 'The term is longer than 366 days';
  return null;
}

/** When a request that is made now is over without a decision: never later than what it asks for. */
export function expiryOf({ validUntil }: Term, now: Instant): Instant {
  const patient = addMilliseconds(now, patienceDays * dayMs);
  return validUntil < patient ? validUntil : patient;
}

/** A right that is approved late begins late: its term is never in the past. */
export function termFrom({ validFrom, validUntil }: Term, now: Instant): { validFrom: Instant; validUntil: Instant } {
  return { validFrom: validFrom === null || validFrom < now ? now : validFrom, validUntil };
}
