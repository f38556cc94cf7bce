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

export const identityRoutes = ({ audit, config, sessions, signIn, listener }: Parts) => [
  bind(sessionRoutes.signIn, async ({ body, requestId, sourceIp, cookie, setCookie }) => {
    const { account, token } = await signIn({ ...body, requestId, sourceIp, oldToken: cookie(sessionCookie) });
    setCookie(sessionCookie, token, config.session.longestMs);
    await listener.signedIn(account);
    return { account };
  }),

  bind(sessionRoutes.currentSession, async ({ cookie }) => {
    const account = await sessions.findAccount(cookie(sessionCookie) ?? '');
    if (!account) throw new ProblemError('not-signed-in');
    return { account };
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
    return {};
  }),
];
