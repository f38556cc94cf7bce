import type { Context } from '../context.ts';
import type { Feature } from '../feature.ts';
import type { Authenticator } from '../http/authentication.ts';
import { cookieName } from '../http/cookies.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import type { Person } from './account-repository.ts';
import { identityRoutes } from './routes.ts';
import { sessionCookie } from './session-cookie.ts';
import type { Sessions } from './sessions.ts';
import { createSignIn } from './sign-in.ts';
import { createSignInLimiter } from './sign-in-limiter.ts';

/** What else someone's coming and going means is for others to say. */
export type SessionListener = {
  signedIn(account: Person): Promise<void>;
  signedOut(principal: StaffPrincipal): Promise<void>;
};
type Identity = {
  listen(listener: SessionListener): void;
  /** Tells all who listen: for ways of signing in that are made elsewhere. */
  listeners: SessionListener;
};

/** Local accounts and their sessions. */
export function createIdentity(context: Context): Feature & Identity {
  const { db, clock, config, audit, sessions } = context;
  const limiter = createSignInLimiter({ db, clock, config });
  const signIn = createSignIn({ db, audit, sessions, limiter });

  const listening: SessionListener[] = [];
  const listeners: SessionListener = {
    signedIn: async (account) => void (await Promise.all(listening.map((one) => one.signedIn(account)))),
    signedOut: async (principal) => void (await Promise.all(listening.map((one) => one.signedOut(principal)))),
  };

  return {
    listen: (listener) => void listening.push(listener),
    listeners,
    authenticators: [staffAuthenticator(sessions, config.https)],
    routes: identityRoutes({
      audit,
      config,
      sessions,
      signIn,
      listener: listeners,
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
  authenticate: async (token) => (await sessions.find(token))?.principal,
});
