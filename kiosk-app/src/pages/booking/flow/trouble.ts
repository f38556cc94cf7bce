import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Messages } from '../messages/lv.ts';

type Sentences = { title: keyof Messages; todo: keyof Messages };

/** What happened and what to do, for whatever a call may throw. A missing thing here is a service or a place. */
export function troubleOf(error: unknown): Sentences {
  const type = error instanceof ProblemError ? error.type : 'internal';
  switch (type) {
    case 'unavailable':
      return { title: 'trouble.unavailable', todo: 'trouble.unavailableTodo' };
    case 'too-many-requests':
      return { title: 'trouble.tooMany', todo: 'trouble.tooManyTodo' };
    case 'not-found':
      return { title: 'trouble.gone', todo: 'trouble.goneTodo' };
    case 'illegal-transition':
      return { title: 'trouble.state', todo: 'trouble.stateTodo' };
    default:
      return { title: 'trouble.other', todo: 'trouble.otherTodo' };
  }
}

export const isProblem = (error: unknown, type: ProblemError['type']): error is ProblemError =>
  error instanceof ProblemError && error.type === type;
