import { ProblemError, type ProblemType } from '@remote-clerk/shared/domain/problems.ts';
import type { MessageKey } from '../messages/use-messages.ts';

export const isProblem = (error: unknown, ...types: readonly ProblemType[]): error is ProblemError =>
  error instanceof ProblemError && types.includes(error.type);

const words: Partial<Record<ProblemType, MessageKey>> = {
  'already-taken': 'problem.already-taken',
  'specialist-busy': 'problem.specialist-busy',
  'kiosk-busy': 'problem.kiosk-busy',
  'illegal-transition': 'problem.illegal-transition',
  'no-media-node': 'problem.no-media-node',
  'not-found': 'problem.not-found',
  'not-allowed': 'problem.not-allowed',
  'too-many-requests': 'problem.too-many-requests',
  'too-large': 'problem.too-large',
  conflict: 'problem.conflict',
  'slot-taken': 'problem.slot-taken',
  'hold-expired': 'problem.hold-expired',
  'not-the-day': 'problem.not-the-day',
  unavailable: 'problem.away',
};

/** What to say about an error: what happened and what to do. */
export function problemMessage(error: unknown): MessageKey {
  return (error instanceof ProblemError && words[error.type]) || 'problem.internal';
}
