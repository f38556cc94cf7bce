import type { Account } from '@remote-clerk/shared/contracts/http/sessions.ts';
import type { Context } from '../context.ts';
import type { Feature } from '../feature.ts';
import type { Authenticator } from '../http/authentication.ts';
import { cookieName } from '../http/cookies.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import { identityRoutes } from './routes.ts';
import { sessionCookie } from './session-cookie.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createSignIn } from './sign-in.ts';
import { createSignInLimiter } from './sign-in-limiter.ts';

/** What else someone's coming and going means is for others to say. */
export type SessionListener = {
  signedIn(account: Account): Promise<void>;
  signedOut(principal: StaffPrincipal): Promise<void>;
};
type Identity = { sessions: Sessions; listen(listener: SessionListener): void };

/** Local accounts and their sessions. */
export function createIdentity(context: Context): Feature & Identity {
  const { db, clock, config, audit } = context;
  const sessions = createSessions({ db, clock, config });
  const limiter = createSignInLimiter({ db, clock, config });
  const signIn = createSignIn({ db, audit, sessions, limiter });

  const listeners: SessionListener[] = [];

  return {
    sessions,
    listen: (listener) => void listeners.push(listener),
    authenticators: [staffAuthenticator(sessions, config.https)],
    routes: identityRoutes({
      audit,
      config,
      sessions,
      signIn,
      listener: {
        signedIn: async (account) => void (await Promise.all(listeners.map((one) => one.signedIn(account)))),
        signedOut: async (principal) => void (await Promise.all(listeners.map((one) => one.signedOut(principal)))),
      },
    }),
    jobs: [
      { name: 'forget expired sessions', everyMs: 600_000, run: sessions.forgetExpired },
      { name: 'forget old sign-in attempts', everyMs: 3_600_000, run: limiter.forgetOld },
    ],
  };
}

const staffAuthenticator = (sessions: Sessions, https: boolean): Authenticator => ({
  credential: 'cookie',
  cookie: cookieName(sessionCookie, https),
  async authenticate(token) {
    const account = await sessions.findAccount(token);
    return (
      account && {
        kind: 'staff',
        role: account.role,
        accountId: account.id,
        organisationId: account.organisation.id,
        displayName: account.name,
      }
    );
  },
});
