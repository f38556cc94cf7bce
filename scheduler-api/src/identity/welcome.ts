import type { SignInReply } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Context } from '../context.ts';
import type { Responder } from '../http/bind.ts';
import type { Arrival } from './begin-session.ts';
import type { SessionListener } from './feature.ts';
import { pendingMs } from './local/second-step.ts';
import { pendingCookie, sessionCookie } from './session-cookie.ts';
import type { OpenSession } from './sessions.ts';

type Parts = Pick<Context, 'config' | 'sessions'> & { listeners: SessionListener };

export type Welcome = ReturnType<typeof createWelcome>;

/** What a browser is given and told when somebody has signed in, or has come halfway. */
export function createWelcome({ config, sessions, listeners }: Parts) {
  /** @throws ProblemError `not-signed-in` */
  async function open(token: string | undefined): Promise<OpenSession> {
    const session = token && (await sessions.find(token));
    if (!session) throw new ProblemError('not-signed-in');
    return session;
  }

  return {
    open,
    async welcome(arrival: Arrival, { setCookie }: Responder): Promise<SignInReply> {
      if (arrival.state === 'code-needed') {
        setCookie(pendingCookie, arrival.pending, pendingMs);
        return { state: arrival.state };
      }
      setCookie(sessionCookie, arrival.token, config.session.longestMs);
      if (arrival.state === 'signed-in') await listeners.signedIn(arrival.person);
      return { state: arrival.state, account: (await open(arrival.token)).account };
    },
  };
}
