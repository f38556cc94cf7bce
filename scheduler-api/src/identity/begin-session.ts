import type { Context } from '../context.ts';
import type { Person } from './account-repository.ts';
import type { SignInCircumstances } from './sessions.ts';

/** Of the request by which somebody signs in what is looked at. */
export type Arriving = {
  requestId: string;
  sourceIp: string;
  userAgent: string | undefined;
  /** Of the session that the browser had before. */
  oldToken: string | undefined;
};

/** Signed in, or what is still wanted before that. */
export type Arrival =
  | { state: 'signed-in' | 'second-factor-to-set-up'; person: Person; token: string }
  | { state: 'code-needed'; pending: string };

export type BeginSession = ReturnType<typeof createBeginSession>;

/** The one way in which every sign-in ends: the session that the browser had is over, a new one begins, and both are on record. */
export const createBeginSession =
  ({ db, audit, sessions }: Pick<Context, 'db' | 'audit' | 'sessions'>) =>
  (
    person: Person,
    method: SignInCircumstances['method'],
    { requestId, sourceIp, userAgent, oldToken }: Arriving,
    { limited = false } = {},
  ): Promise<string> =>
    db.transaction(async () => {
      if (oldToken) await sessions.end(oldToken);
      await audit.record({
        organisationId: person.organisation.id,
        actor: { kind: 'nobody', id: null },
        action: 'session.sign-in',
        subject: { kind: 'account', id: person.id },
        requestId,
        sourceIp,
        details: { method, ...(limited && { limited }) },
      });
      return sessions.begin(person, { method, userAgent, sourceIp }, { limited });
    });
