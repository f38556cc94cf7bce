import { signInRoutes } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Context } from '../context.ts';
import { bind } from '../http/bind.ts';
import type { SessionListener } from './feature.ts';

type Parts = Pick<Context, 'audit' | 'sessions'> & { listeners: SessionListener };

/** Where somebody is signed in, and ending that from elsewhere. */
export const ownSessionsRoutes = ({ audit, sessions, listeners }: Parts) => [
  bind(signInRoutes.listOwnSessions, async ({ principal }) => ({
    sessions: (await sessions.list(principal.accountId)).map((session) => ({
      id: session.id,
      method: session.method,
      device: session.device,
      startedAt: session.createdAt,
      lastUsedAt: session.lastUsedAt,
      endsAt: session.expiresAt,
      isCurrent: session.id === principal.sessionId,
    })),
  })),

  bind(signInRoutes.endOwnSession, async ({ params, ...request }) => {
    const { accountId } = request.principal;
    if (!(await sessions.endOwn(accountId, params.sessionId))) throw new ProblemError('not-found');
    listeners.ended(accountId);
    await audit.recordStaff(request, 'session.end', { kind: 'session', id: params.sessionId });
    return {};
  }),

  bind(signInRoutes.endOtherSessions, async (request) => {
    const { accountId, sessionId } = request.principal;
    await sessions.endOthers(accountId, sessionId);
    listeners.ended(accountId);
    await audit.recordStaff(request, 'session.end-others', { kind: 'account', id: accountId });
    return {};
  }),
];
