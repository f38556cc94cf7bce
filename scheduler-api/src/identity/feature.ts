import type { Context } from '../context.ts';
import type { Feature } from '../feature.ts';
import type { Authenticator } from '../http/authentication.ts';
import { cookieName } from '../http/cookies.ts';
import { identityRoutes } from './routes.ts';
import { sessionCookie } from './session-cookie.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createSignIn } from './sign-in.ts';
import { createSignInLimiter } from './sign-in-limiter.ts';

/** Local accounts and their sessions. */
export function createIdentity(context: Context): Feature & { sessions: Sessions } {
  const { db, clock, config, audit } = context;
  const sessions = createSessions({ db, clock, config });
  const limiter = createSignInLimiter({ db, clock, config });
  const signIn = createSignIn({ db, audit, sessions, limiter });

  return {
    sessions,
    authenticators: [staffAuthenticator(sessions, config.https)],
    routes: identityRoutes({ audit, config, sessions, signIn }),
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
