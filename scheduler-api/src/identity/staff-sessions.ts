import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { StaffRequest } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { OrganisationScope } from '../db/scope.ts';
import { findInScope } from './account-repository.ts';
import type { SessionListener } from './feature.ts';

type Parts = Pick<Context, 'db' | 'audit' | 'sessions'> & { listeners: SessionListener };

/** An administrator signs somebody of theirs out everywhere: a computer was lost, or left open. */
export function createStaffSessions({ db, audit, sessions, listeners }: Parts) {
  return {
    /** Takes effect at once, on sockets too. @throws ProblemError `not-found` for somebody of another organisation */
    async endAll(request: StaffRequest & { scope: OrganisationScope }, accountId: AccountId): Promise<void> {
      await db.transaction(async (connection) => {
        if (!(await findInScope(connection, request.scope, accountId))) throw new ProblemError('not-found');
        await sessions.endAll(accountId);
        await audit.recordStaff(request, 'account.sessions-end', { kind: 'account', id: accountId });
      });
      listeners.ended(accountId);
    },
  };
}
export type StaffSessions = ReturnType<typeof createStaffSessions>;
