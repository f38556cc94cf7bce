import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Context } from '../context.ts';
import { fingerprint } from '../http/digest.ts';
import { findById, findByUsername, type Person } from './account-repository.ts';
import type { Arrival, Arriving } from './begin-session.ts';
import type { SecondStep } from './local/second-step.ts';
import { hashPassword, passwordMatches } from './password.ts';
import type { SignInLimiter } from './sign-in-limiter.ts';

type Attempt = Arriving & { username: string; password: string };

/**
 * Knows passwords that are kept elsewhere, such as in a directory.
 * @returns whose it is; undefined for who is not there, or whose password it is not
 * @throws ProblemError `not-registered`, or `provider-unavailable` when it cannot be asked
 */
export type PasswordChecker = (login: string, password: string) => Promise<AccountId | undefined>;

type Parts = Pick<Context, 'db' | 'audit' | 'config'> & {
  limiter: SignInLimiter;
  secondStep: SecondStep;
  /** Asked one after the other about those who have no password here. */
  checkers: readonly PasswordChecker[];
  matches?: typeof passwordMatches;
};

export function createSignIn({ db, audit, config, limiter, secondStep, checkers, matches = passwordMatches }: Parts) {
  // Compared with when there is no such account, so that the answer takes as long as for one that there is.
  const nobodysHash = hashPassword('the password of nobody');

  async function askCheckers(attempt: Attempt): Promise<Person | undefined> {
    for (const check of checkers) {
      const accountId = await check(attempt.username, attempt.password);
      if (accountId) return findById(db.connection, accountId);
    }
    return undefined;
  }

  /**
   * Checks the password, and goes on to the second step. Every attempt is on record.
   * @throws ProblemError `wrong-credentials`, `too-many-requests` with how long to wait, or what a checker throws
   */
  return async function signIn(attempt: Attempt): Promise<Arrival> {
    const username = attempt.username.toLowerCase();
    const { requestId, sourceIp } = attempt;

    const waitMs = await limiter.begin(username, sourceIp);
    const found = await findByUsername(db.connection, username);
    const refuse = async (reason: string, problem: ProblemError): Promise<never> => {
      await audit.record({
        organisationId: found?.account.organisation.id ?? null,
        actor: { kind: 'nobody', id: null },
        action: 'session.sign-in',
        subject: found
          ? { kind: 'account', id: found.account.id }
          : // What people type as a username is sometimes their password.
            { kind: 'unknown-username', id: fingerprint(username) },
        result: 'refused',
        requestId,
        sourceIp,
        details: { reason },
      });
      throw problem;
    };

    if (waitMs > 0) {
      const retryAfterSeconds = Math.ceil(waitMs / 1000);
      return refuse('too-many-attempts', new ProblemError('too-many-requests', undefined, { retryAfterSeconds }));
    }

    const localHash = config.signIn.localAccounts ? found?.passwordHash : undefined;
    const isRight = await matches(attempt.password, localHash ?? (await nobodysHash));
    if (found && localHash) {
      if (!isRight) return refuse('wrong-credentials', new ProblemError('wrong-credentials'));
      await limiter.succeeded(username, sourceIp);
      return secondStep.follow(found.account, 'password', attempt);
    }

    const person = await askCheckers(attempt).catch((error: unknown) => {
      if (error instanceof ProblemError) return refuse(error.type, error);
      throw error;
    });
    if (person) {
      await limiter.succeeded(username, sourceIp);
      return secondStep.follow(person, 'directory', attempt);
    }
    const isOff = !config.signIn.localAccounts && found?.passwordHash;
    return refuse(isOff ? 'local-accounts-off' : 'wrong-credentials', new ProblemError('wrong-credentials'));
  };
}
