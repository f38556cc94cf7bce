import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Context } from '../../context.ts';
import { findById } from '../account-repository.ts';
import type { Arrival, Arriving, BeginSession } from '../begin-session.ts';
import type { CredentialsRepository } from './credentials-repository.ts';
import type { Passkeys } from './passkeys-service.ts';

type Needs = Pick<Context, 'db' | 'audit' | 'config'> & {
  passkeys: Passkeys;
  credentials: CredentialsRepository;
  beginSession: BeginSession;
};

export type PasskeySignIn = ReturnType<typeof createPasskeySignIn>;

/** Signing in with a passkey alone: what somebody has, and what unlocks it, are two factors. */
export const createPasskeySignIn =
  ({ db, audit, config, passkeys, credentials, beginSession }: Needs) =>
  /** @throws ProblemError `wrong-credentials`, whatever is wrong with it */
  async (answer: unknown, arriving: Arriving): Promise<Arrival> => {
    const used = await passkeys.use(answer);
    const person = used.accountId && (await findById(db.connection, used.accountId));
    const refuse = async (reason: string): Promise<never> => {
      await audit.record({
        organisationId: person?.organisation.id ?? null,
        actor: { kind: 'nobody', id: null },
        action: 'session.sign-in',
        ...(used.accountId && { subject: { kind: 'account', id: used.accountId } }),
        result: 'refused',
        requestId: arriving.requestId,
        sourceIp: arriving.sourceIp,
        details: { method: 'passkey', reason },
      });
      throw new ProblemError('wrong-credentials');
    };

    if ('refusal' in used) return refuse(used.refusal);
    if (!person) return refuse('account-disabled');
    if (!config.signIn.localAccounts) return refuse('local-accounts-off');
    // Whose password is kept elsewhere is let in from there alone: who leaves there has left here.
    if ((await credentials.find(person.id)).passwordHash === null) return refuse('no-local-account');
    return { state: 'signed-in', person, token: await beginSession(person, 'passkey', arriving) };
  };
