import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Context } from '../context.ts';
import { fingerprint } from '../http/digest.ts';
import { findByUsername, type Person } from './account-repository.ts';
import { hashPassword, passwordMatches } from './password.ts';
import type { Sessions } from './sessions.ts';
import type { SignInLimiter } from './sign-in-limiter.ts';

type Attempt = {
  username: string;
  password: string;
  requestId: string;
  sourceIp: string;
  userAgent: string | undefined;
  oldToken: string | undefined;
};
type Parts = Pick<Context, 'db' | 'audit'> & { sessions: Sessions; limiter: SignInLimiter };

export function createSignIn({ db, audit, sessions, limiter }: Parts) {
  // Compared with when there is no such account, so that the answer takes as long as for one that there is.
  const nobodysHash = hashPassword('the password of nobody');

  /**
   * Checks the password and begins a session; one that the browser had before is ended. Every attempt is audited.
   * @throws ProblemError `wrong-credentials`, or `too-many-requests` with how long to wait
   */
  return async function signIn(attempt: Attempt): Promise<{ account: Person; token: string }> {
    const username = attempt.username.toLowerCase();
    const { requestId, sourceIp } = attempt;

    const waitMs = await limiter.begin(username, sourceIp);
    const found = await findByUsername(db.connection, username);
    const record = (result: 'done' | 'refused', reason?: string) =>
      audit.record({
        organisationId: found?.account.organisation.id ?? null,
        actor: { kind: 'nobody', id: null },
        action: 'session.sign-in',
        subject: found
          ? { kind: 'account', id: found.account.id }
          : // What people type as a username is sometimes their password.
            { kind: 'unknown-username', id: fingerprint(username) },
        result,
        requestId,
        sourceIp,
        ...(reason && { details: { reason } }),
      });

    if (waitMs > 0) {
      await record('refused', 'too-many-attempts');
      throw new ProblemError('too-many-requests', undefined, { retryAfterSeconds: Math.ceil(waitMs / 1000) });
    }
    const matches = await passwordMatches(attempt.password, found?.passwordHash ?? (await nobodysHash));
    if (!found || !matches) {
      await record('refused', 'wrong-credentials');
      throw new ProblemError('wrong-credentials');
    }

    await limiter.succeeded(username, sourceIp);
    const token = await db.transaction(async () => {
      if (attempt.oldToken) await sessions.end(attempt.oldToken);
      await record('done');
      return sessions.begin(found.account, { ...attempt, method: 'password' });
    });
    return { account: found.account, token };
  };
}
