import { randomBytes } from 'node:crypto';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { addMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../../context.ts';
import { fingerprint } from '../../http/digest.ts';
import { findById, type Person } from '../account-repository.ts';
import type { Arrival, Arriving, BeginSession } from '../begin-session.ts';
import type { SignInLimiter } from '../sign-in-limiter.ts';
import type { CredentialsRepository } from './credentials-repository.ts';
import type { OneTimeCodes } from './one-time-code-service.ts';
import type { Passkeys } from './passkeys-service.ts';
import type { PendingSignInsRepository } from './pending-sign-ins-repository.ts';

/** How long somebody may look for their telephone, and how often they may mistype. */
export const pendingMs = 5 * 60_000;
const mostAttempts = 5;

type Needs = Pick<Context, 'db' | 'clock' | 'config' | 'audit'> & {
  credentials: CredentialsRepository;
  pending: PendingSignInsRepository;
  codes: OneTimeCodes;
  passkeys: Passkeys;
  /** Of codes. */
  limiter: SignInLimiter;
  beginSession: BeginSession;
};

export type SecondStep = ReturnType<typeof createSecondStep>;

/** What follows after the right password. */
export function createSecondStep(needs: Needs) {
  const { db, clock, config, audit, credentials, pending, codes, passkeys, limiter, beginSession } = needs;

  const record = (person: Person | undefined, arriving: Arriving, refused: string | undefined) =>
    audit.record({
      organisationId: person?.organisation.id ?? null,
      actor: { kind: 'nobody', id: null },
      action: refused ? 'session.sign-in' : 'session.first-step',
      ...(person && { subject: { kind: 'account', id: person.id } }),
      result: refused ? 'refused' : 'done',
      requestId: arriving.requestId,
      sourceIp: arriving.sourceIp,
      ...(refused && { details: { reason: refused } }),
    });

  async function awaitCode(person: Person, method: 'password' | 'directory', arriving: Arriving): Promise<Arrival> {
    const token = randomBytes(32).toString('base64url');
    await db.transaction(async () => {
      await pending.insert({
        fingerprint: fingerprint(token),
        accountId: person.id,
        organisationId: person.organisation.id,
        method,
        expiresAt: addMilliseconds(clock.now(), pendingMs),
      });
      await record(person, arriving, undefined);
    });
    return { state: 'code-needed', pending: token };
  }

  return {
    /**
     * Asks for a code where there is a second factor; without one, signs in, or lets nothing be done but set one up.
     * @throws ProblemError `sign-in-failed` for who has passkeys alone: a password that was found out would be enough to
     *   set up another factor
     */
    async follow(person: Person, method: 'password' | 'directory', arriving: Arriving): Promise<Arrival> {
      if ((await credentials.find(person.id)).confirmedAt !== null) return awaitCode(person, method, arriving);
      if (!config.signIn.secondFactorRequired) {
        return { state: 'signed-in', person, token: await beginSession(person, method, arriving) };
      }
      if ((await passkeys.list(person.id)).length > 0) {
        await record(person, arriving, 'passkey-needed');
        throw new ProblemError('sign-in-failed', 'Sign in with your passkey');
      }
      const token = await beginSession(person, method, arriving, { limited: true });
      return { state: 'second-factor-to-set-up', person, token };
    },

    /**
     * The code, to the password that was given before.
     * @param token of the cookie that was given with it
     * @throws ProblemError `wrong-credentials`; `sign-in-failed` when it has to begin again; `too-many-requests`
     */
    async giveCode(token: string, code: string, arriving: Arriving): Promise<Arrival> {
      const key = fingerprint(token);
      const known = await pending.find(key, clock.now());
      const person = known && (await findById(db.connection, known.accountId));
      const refuse = async (reason: string, problem: ProblemError): Promise<never> => {
        await record(person, arriving, reason);
        throw problem;
      };
      if (!known || !person) return refuse('no-first-step', new ProblemError('sign-in-failed'));

      const waitMs = await limiter.begin(person.id, arriving.sourceIp);
      if (waitMs > 0) {
        const retryAfterSeconds = Math.ceil(waitMs / 1000);
        return refuse('too-many-attempts', new ProblemError('too-many-requests', undefined, { retryAfterSeconds }));
      }
      if (!(await pending.countAttempt(key, mostAttempts))) {
        await pending.remove(key);
        return refuse('too-many-codes', new ProblemError('sign-in-failed'));
      }
      if (!(await codes.use(person.id, code))) return refuse('wrong-code', new ProblemError('wrong-credentials'));
      if (!(await pending.remove(key))) return refuse('no-first-step', new ProblemError('sign-in-failed'));
      await limiter.succeeded(person.id, arriving.sourceIp);
      return { state: 'signed-in', person, token: await beginSession(person, known.method, arriving) };
    },

    forgetOld: () => pending.deleteExpired(clock.now()),
  };
}
