import { signInRoutes } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Context } from '../context.ts';
import { bind } from '../http/bind.ts';
import { findInScope } from './account-repository.ts';
import type { SessionListener } from './feature.ts';

type Parts = Pick<Context, 'db' | 'audit' | 'sessions'> & { listeners: SessionListener };

/** An administrator signs somebody of theirs out everywhere: a computer was lost, or left open. */
export const staffSessionsRoutes = ({ db, audit, sessions, listeners }: Parts) => [
  bind(signInRoutes.endStaffSessions, async ({ scope, params: { accountId }, ...request }) => {
    await db.transaction(async (connection) => {
      if (!(await findInScope(connection, scope, accountId))) throw new ProblemError('not-found');
      await sessions.endAll(accountId);
      await audit.recordStaff(request, 'account.sessions-end', { kind: 'account', id: accountId });
    });
    listeners.ended(accountId);
    return {};
  }),
];
