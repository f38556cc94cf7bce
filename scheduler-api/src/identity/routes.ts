import { sessionRoutes } from '@remote-clerk/shared/contracts/http/sessions.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { actorOf } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { bind } from '../http/bind.ts';
import type { SessionListener } from './feature.ts';
import { sessionCookie } from './session-cookie.ts';
import type { Sessions } from './sessions.ts';
import type { createSignIn } from './sign-in.ts';

type Parts = Pick<Context, 'audit' | 'config'> & {
  sessions: Sessions;
  signIn: ReturnType<typeof createSignIn>;
  listener: SessionListener;
};

export function identityRoutes({ audit, config, sessions, signIn, listener }: Parts) {
  async function open(token: string) {
    const session = await sessions.find(token);
    if (!session) throw new ProblemError('not-signed-in');
    return session;
  }

  return [
    bind(sessionRoutes.signIn, async ({ body, requestId, sourceIp, userAgent, cookie, setCookie }) => {
      const oldToken = cookie(sessionCookie);
      const { account: person, token } = await signIn({ ...body, requestId, sourceIp, userAgent, oldToken });
      setCookie(sessionCookie, token, config.session.longestMs);
      await listener.signedIn(person);
      return { state: 'signed-in' as const, account: (await open(token)).account };
    }),

    bind(sessionRoutes.currentSession, async ({ cookie }) => {
      const { account, expiresAt } = await open(cookie(sessionCookie) ?? '');
      return { account, endsAt: expiresAt, idleMinutes: Math.round(config.session.idleMs / 60_000) };
    }),

    bind(sessionRoutes.signOut, async ({ principal, requestId, sourceIp, cookie, setCookie }) => {
      await sessions.end(cookie(sessionCookie) ?? '');
      setCookie(sessionCookie, null);
      await listener.signedOut(principal);
      await audit.record({
        organisationId: principal.organisationId,
        actor: actorOf(principal),
        action: 'session.sign-out',
        subject: { kind: 'account', id: principal.accountId },
        requestId,
        sourceIp,
      });
      return { providerUrl: null };
    }),
  ];
}
