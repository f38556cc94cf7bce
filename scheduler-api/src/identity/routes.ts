import { sessionRoutes } from '@remote-clerk/shared/contracts/http/sessions.ts';
import { signInRoutes } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import type { StaffSessionId } from '@remote-clerk/shared/domain/ids.ts';
import type { Context } from '../context.ts';
import { bind } from '../http/bind.ts';
import type { Arriving } from './begin-session.ts';
import type { SessionListener } from './feature.ts';
import type { PasskeySignIn } from './local/passkey-sign-in.ts';
import type { Passkeys } from './local/passkeys-service.ts';
import type { SecondStep } from './local/second-step.ts';
import { pendingCookie, sessionCookie } from './session-cookie.ts';
import type { createSignIn } from './sign-in.ts';
import type { Welcome } from './welcome.ts';

/** Where the browser has to go to sign out of the provider too, that a session began at. */
export type SignOutUrl = (sessionId: StaffSessionId) => Promise<string | null>;

type Parts = Pick<Context, 'audit' | 'config' | 'sessions'> & {
  signIn: ReturnType<typeof createSignIn>;
  secondStep: SecondStep;
  passkeys: Passkeys;
  passkeySignIn: PasskeySignIn;
  welcome: Welcome;
  listeners: SessionListener;
  signOutUrl: SignOutUrl;
};
type Request = Omit<Arriving, 'oldToken'> & { cookie(name: string): string | undefined };

const arriving = ({ requestId, sourceIp, userAgent, cookie }: Request): Arriving => ({
  requestId,
  sourceIp,
  userAgent,
  oldToken: cookie(sessionCookie),
});

export function identityRoutes(parts: Parts) {
  const { audit, config, sessions, signIn, secondStep, passkeys, passkeySignIn, listeners, signOutUrl } = parts;
  const { welcome, open } = parts.welcome;

  return [
    bind(sessionRoutes.signIn, async ({ body, ...request }) =>
      welcome(await signIn({ ...body, ...arriving(request) }), request),
    ),

    bind(signInRoutes.giveOneTimeCode, async ({ body, ...request }) => {
      const arrival = await secondStep.giveCode(request.cookie(pendingCookie) ?? '', body.code, arriving(request));
      request.setCookie(pendingCookie, null);
      return welcome(arrival, request);
    }),

    bind(signInRoutes.beginPasskeySignIn, async () => ({ options: { ...(await passkeys.askToSignIn()) } })),

    bind(signInRoutes.completePasskeySignIn, async ({ body, ...request }) =>
      welcome(await passkeySignIn(body.answer, arriving(request)), request),
    ),

    bind(sessionRoutes.currentSession, async ({ cookie }) => {
      const { account, expiresAt } = await open(cookie(sessionCookie));
      return { account, endsAt: expiresAt, idleMinutes: Math.round(config.session.idleMs / 60_000) };
    }),

    bind(sessionRoutes.signOut, async ({ principal, cookie, setCookie, ...request }) => {
      await sessions.end(cookie(sessionCookie) ?? '');
      setCookie(sessionCookie, null);
      await listeners.signedOut(principal);
      const providerUrl = await signOutUrl(principal.sessionId);
      const subject = { kind: 'account', id: principal.accountId };
      await audit.recordStaff({ principal, ...request }, 'session.sign-out', subject);
      return { providerUrl };
    }),
  ];
}
