import type { AccountSecurity } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import type { PasskeyId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { actorOf, type StaffRequest } from '../../audit/audit.ts';
import type { Context } from '../../context.ts';
import type { Person } from '../account-repository.ts';
import { hashPassword, passwordMatches } from '../password.ts';
import type { SignInLimiter } from '../sign-in-limiter.ts';
import type { CredentialsRepository } from './credentials-repository.ts';
import type { OneTimeCodes } from './one-time-code-service.ts';
import type { Passkeys } from './passkeys-service.ts';
import { isWeak } from './password-rules.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'config' | 'audit' | 'sessions'> & {
  credentials: CredentialsRepository;
  codes: OneTimeCodes;
  passkeys: Passkeys;
  /** Of passwords. */
  limiter: SignInLimiter;
};

export type AccountSecurityService = ReturnType<typeof createAccountSecurity>;

/** How somebody signs in, and what they change of it. Every change is on record. */
export function createAccountSecurity(needs: Needs) {
  const { db, clock, config, audit, sessions, credentials, codes, passkeys, limiter } = needs;

  const record = (request: StaffRequest, action: string) =>
    audit.recordStaff(request, action, { kind: 'account', id: request.principal.accountId });

  const recordRefusal = ({ principal, requestId, sourceIp }: StaffRequest, reason: string) =>
    audit.record({
      organisationId: principal.organisationId,
      actor: actorOf(principal),
      action: 'account.password-change',
      subject: { kind: 'account', id: principal.accountId },
      result: 'refused',
      requestId,
      sourceIp,
      details: { reason },
    });

  const hasPassword = async ({ id }: Person) =>
    config.signIn.localAccounts && (await credentials.find(id)).passwordHash !== null;

  /** Whose password is kept elsewhere is let in from there alone: who leaves there has left here. */
  async function checkIsLocal(person: Person): Promise<void> {
    if (!(await hasPassword(person))) throw new ProblemError('not-allowed', 'This account signs in elsewhere');
  }

  async function read(person: Person): Promise<AccountSecurity> {
    const { confirmedAt } = await credentials.find(person.id);
    const all = await passkeys.list(person.id);
    return {
      hasPassword: await hasPassword(person),
      secondFactorRequired: config.signIn.secondFactorRequired,
      oneTimeCodes: confirmedAt && { since: confirmedAt },
      passkeys: all.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt })),
    };
  }

  return {
    read,

    /**
     * All other sessions end: whoever knows the old password is out.
     * @throws ProblemError `wrong-credentials` for the current one, `weak-password` for the next, `too-many-requests`
     */
    async changePassword(
      person: Person,
      change: { current: string; next: string },
      request: StaffRequest,
    ): Promise<void> {
      await checkIsLocal(person);
      const waitMs = await limiter.begin(person.username, request.sourceIp);
      if (waitMs > 0) {
        const retryAfterSeconds = Math.ceil(waitMs / 1000);
        await recordRefusal(request, 'too-many-attempts');
        throw new ProblemError('too-many-requests', undefined, { retryAfterSeconds });
      }
      const { passwordHash } = await credentials.find(person.id);
      if (passwordHash === null || !(await passwordMatches(change.current, passwordHash))) {
        await recordRefusal(request, 'wrong-credentials');
        throw new ProblemError('wrong-credentials');
      }
      await limiter.succeeded(person.username, request.sourceIp);
      const names = { username: person.username, organisation: person.organisation.name };
      if (isWeak(change.next, names)) throw new ProblemError('weak-password');
      const nextHash = await hashPassword(change.next);
      await db.transaction(async () => {
        await credentials.setPassword(person.id, nextHash, clock.now());
        await sessions.endOthers(person.id, request.principal.sessionId);
        await record(request, 'account.password-change');
      });
    },

    beginOneTimeCodes: (person: Person) => codes.begin(person),

    /** @throws ProblemError `wrong-credentials` for a code that is not of the secret that was given last */
    async confirmOneTimeCodes(person: Person, code: string, request: StaffRequest): Promise<AccountSecurity> {
      await db.transaction(async () => {
        if (!(await codes.confirm(person.id, code))) throw new ProblemError('wrong-credentials');
        await record(request, 'account.one-time-codes-set');
      });
      return read(person);
    },

    /** @throws ProblemError `not-allowed` for whom another place lets in */
    async beginPasskey(person: Person) {
      await checkIsLocal(person);
      return passkeys.askToMake(person);
    },

    /** @throws ProblemError `wrong-credentials` for an answer that is not true; `not-allowed` */
    async addPasskey(
      person: Person,
      { name, answer }: { name: string; answer: unknown },
      request: StaffRequest,
    ): Promise<AccountSecurity> {
      await checkIsLocal(person);
      const id = await passkeys.add(person, name, answer);
      if (!id) throw new ProblemError('wrong-credentials');
      await audit.recordStaff(request, 'account.passkey-add', { kind: 'passkey', id });
      return read(person);
    },

    /** @throws ProblemError `conflict` for the last second factor where one is required; `not-found` */
    async removePasskey(person: Person, id: PasskeyId, request: StaffRequest): Promise<AccountSecurity> {
      await db.transaction(async () => {
        if (!(await passkeys.remove(person.id, id))) throw new ProblemError('not-found');
        const after = await read(person);
        if (after.secondFactorRequired && !after.oneTimeCodes && after.passkeys.length === 0) {
          throw new ProblemError('conflict', 'It is the only second factor; set up another one first');
        }
        await audit.recordStaff(request, 'account.passkey-remove', { kind: 'passkey', id });
      });
      return read(person);
    },
  };
}
