import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import type { Context } from '../context.ts';
import type { Feature } from '../feature.ts';
import type { Authenticator } from '../http/authentication.ts';
import { cookieName } from '../http/cookies.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import type { Person } from './account-repository.ts';
import { createBeginSession } from './begin-session.ts';
import { accountRoutes } from './local/account-routes.ts';
import { createLocalAccounts } from './local/local-accounts.ts';
import type { TellReset } from './local/second-factor-reset.ts';
import { ownSessionsRoutes } from './own-sessions-routes.ts';
import type { passwordMatches } from './password.ts';
import { identityRoutes, type SignOutUrl } from './routes.ts';
import { sessionCookie } from './session-cookie.ts';
import type { Sessions } from './sessions.ts';
import { createSignIn, type PasswordChecker } from './sign-in.ts';
import { createSignInLimiter } from './sign-in-limiter.ts';
import { createStaffSessions } from './staff-sessions.ts';
import { staffSessionsRoutes } from './staff-sessions-routes.ts';
import { createWelcome } from './welcome.ts';

/** What else someone's coming and going means is for others to say. */
export type SessionListener = {
  signedIn(account: Person): Promise<void>;
  signedOut(principal: StaffPrincipal): Promise<void>;
  /** Some of the account's sessions are over. */
  ended(accountId: AccountId): void;
};
type Identity = {
  listen(listener: SessionListener): void;
  /** Tells all who listen: for ways of signing in that are made elsewhere. */
  listeners: SessionListener;
};

export type IdentityOptions = {
  /** For passwords that are kept elsewhere. */
  checkers?: readonly PasswordChecker[];
  signOutUrl?: SignOutUrl;
  tellReset?: TellReset;
  /** What tests put in place of the real thing. */
  matches?: typeof passwordMatches;
};

/** Signing in with what is kept here, and everybody's sessions. */
export function createIdentity(context: Context, options: IdentityOptions = {}): Feature & Identity {
  const { sessions, config } = context;
  const { checkers = [], signOutUrl = async () => null, tellReset = async () => undefined, matches } = options;
  const listening: SessionListener[] = [];
  const listeners: SessionListener = {
    signedIn: async (account) => void (await Promise.all(listening.map((one) => one.signedIn(account)))),
    signedOut: async (principal) => void (await Promise.all(listening.map((one) => one.signedOut(principal)))),
    ended: (accountId) => {
      for (const one of listening) one.ended(accountId);
    },
  };

  const limiter = createSignInLimiter(context);
  const beginSession = createBeginSession(context);
  const local = createLocalAccounts({ ...context, limiter, beginSession, tellReset });
  const signIn = createSignIn({
    ...context,
    limiter,
    secondStep: local.secondStep,
    checkers,
    ...(matches && { matches }),
  });
  const parts = { ...context, ...local, beginSession, signIn, listeners, signOutUrl };
  const welcome = createWelcome(parts);

  return {
    listen: (listener) => void listening.push(listener),
    listeners,
    authenticators: [staffAuthenticator(sessions, config.https)],
    routes: [
      ...identityRoutes({ ...parts, welcome }),
      ...accountRoutes({ ...parts, welcome }),
      ...ownSessionsRoutes(parts),
      ...staffSessionsRoutes(createStaffSessions(parts)),
    ],
    jobs: [
      { name: 'forget expired sessions', everyMs: 600_000, run: sessions.forgetExpired },
      { name: 'forget old sign-in attempts', everyMs: 3_600_000, run: limiter.forgetOld },
      { name: 'forget codes and passkeys that nobody gave', everyMs: 600_000, run: local.forgetOld },
    ],
  };
}

const staffAuthenticator = (sessions: Sessions, https: boolean): Authenticator => ({
  credential: 'cookie',
  cookie: cookieName(sessionCookie, https),
  authenticate: async (token) => (await sessions.find(token))?.principal,
});
