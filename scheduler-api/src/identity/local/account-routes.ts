import { freshMinutes, signInRoutes } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { addMilliseconds, isDue } from '@remote-clerk/shared/domain/time.ts';
import type { StaffRequest } from '../../audit/audit.ts';
import type { Clock } from '../../clock.ts';
import type { Responder, RouteRequest } from '../../http/bind.ts';
import { bind } from '../../http/bind.ts';
import type { BeginSession } from '../begin-session.ts';
import type { SessionListener } from '../feature.ts';
import { sessionCookie } from '../session-cookie.ts';
import type { Welcome } from '../welcome.ts';
import type { AccountSecurityService } from './account-security.ts';
import type { ResetSecondFactor } from './second-factor-reset.ts';

type Parts = {
  clock: Clock;
  security: AccountSecurityService;
  resetSecondFactor: ResetSecondFactor;
  welcome: Welcome;
  beginSession: BeginSession;
  listeners: SessionListener;
};
type Request = StaffRequest & Responder & Pick<RouteRequest<typeof signInRoutes.beginPasskey>, 'cookie' | 'userAgent'>;

/** How one signs in, looked after by oneself. */
export function accountRoutes({ clock, security, resetSecondFactor, welcome, beginSession, listeners }: Parts) {
  const open = ({ cookie }: Request) => welcome.open(cookie(sessionCookie));

  /**
   * Of whoever signed in just now, or has to set up a second factor and may do nothing else.
   * @throws ProblemError `sign-in-again`
   */
  async function openFresh(request: Request) {
    const session = await open(request);
    const isOld = isDue(addMilliseconds(session.startedAt, freshMinutes * 60_000), clock.now());
    if (isOld && !session.limited) throw new ProblemError('sign-in-again');
    return session;
  }

  /** Who had to set up a second factor first is signed in when it is there, with a session of its own. */
  async function signInFully(request: Request): Promise<void> {
    const { limited, method, person } = await open(request);
    if (!limited) return;
    const token = await beginSession(person, method, { ...request, oldToken: request.cookie(sessionCookie) });
    await welcome.welcome({ state: 'signed-in', person, token }, request);
  }

  return [
    bind(signInRoutes.readAccountSecurity, async (request) => security.read((await open(request)).person)),

    bind(signInRoutes.changePassword, async ({ body, ...request }) => {
      await security.changePassword((await open(request)).person, body, request);
      listeners.ended(request.principal.accountId);
      return {};
    }),

    bind(signInRoutes.beginOneTimeCodes, async (request) =>
      security.beginOneTimeCodes((await openFresh(request)).person),
    ),

    bind(signInRoutes.confirmOneTimeCodes, async ({ body, ...request }) => {
      const now = await security.confirmOneTimeCodes((await openFresh(request)).person, body.code, request);
      await signInFully(request);
      return now;
    }),

    bind(signInRoutes.beginPasskey, async (request) => ({
      options: { ...(await security.beginPasskey((await openFresh(request)).person)) },
    })),

    bind(signInRoutes.addPasskey, async ({ body, ...request }) => {
      const now = await security.addPasskey((await openFresh(request)).person, body, request);
      await signInFully(request);
      return now;
    }),

    bind(signInRoutes.removePasskey, async ({ params, ...request }) =>
      security.removePasskey((await openFresh(request)).person, params.passkeyId, request),
    ),

    bind(signInRoutes.resetSecondFactor, async ({ scope, params: { accountId }, ...request }) => {
      await resetSecondFactor(scope, accountId, request);
      listeners.ended(accountId);
      return {};
    }),
  ];
}
