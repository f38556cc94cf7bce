import type { AccountId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { StaffRequest } from '../../audit/audit.ts';
import type { Context } from '../../context.ts';
import type { OrganisationScope } from '../../db/scope.ts';
import { findInScope } from '../account-repository.ts';
import type { CredentialsRepository } from './credentials-repository.ts';
import type { PasskeysRepository } from './passkeys-repository.ts';
import type { PendingSignInsRepository } from './pending-sign-ins-repository.ts';

/** Tells somebody, in the transaction that it is called in, that their second factor was taken away: it may not be they who asked. */
export type TellReset = (accountId: AccountId, organisationId: OrganisationId) => Promise<void>;

type Needs = Pick<Context, 'db' | 'clock' | 'audit' | 'sessions'> & {
  credentials: CredentialsRepository;
  passkeys: PasskeysRepository;
  pending: PendingSignInsRepository;
  tellReset: TellReset;
};

export type ResetSecondFactor = ReturnType<typeof createSecondFactorReset>;

/** For who has lost the telephone: they sign in with their password, and set up another one. */
export const createSecondFactorReset =
  ({ db, clock, audit, sessions, credentials, passkeys, pending, tellReset }: Needs) =>
  /**
   * Their sessions end: whoever has found the telephone is out.
   * @throws ProblemError `not-found` for nobody of the scope; `not-allowed` for oneself, who has not lost it, being here
   */
  (scope: OrganisationScope, accountId: AccountId, request: StaffRequest): Promise<void> =>
    db.transaction(async (connection) => {
      const person = await findInScope(connection, scope, accountId);
      if (!person) throw new ProblemError('not-found');
      if (accountId === request.principal.accountId) throw new ProblemError('not-allowed');
      await credentials.removeSecrets(accountId, clock.now());
      await passkeys.removeAll(accountId);
      await pending.removeOf(accountId);
      await sessions.endAll(accountId);
      await audit.recordStaff(request, 'account.second-factor-reset', { kind: 'account', id: accountId });
      await tellReset(accountId, person.organisation.id);
    });
