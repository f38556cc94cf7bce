import { z } from 'zod';
import { Instant } from '../../domain/time.ts';
import { PlainText } from '../text.ts';
import { Account } from './account.ts';
import { defineRoutes } from './route.ts';
import { SignInReply } from './sign-in.ts';

export const sessionRoutes = defineRoutes({
  signIn: {
    method: 'post',
    path: '/api/v1/sessions',
    tag: 'Sign-in',
    summary: 'Sign in with the password of a local account or of a directory; sets the session cookie',
    permission: 'public',
    body: z.object({ username: PlainText.trim().min(1).max(200), password: z.string().min(1).max(200) }),
    reply: SignInReply,
    status: 201,
    problems: ['wrong-credentials', 'sign-in-failed', 'not-registered', 'provider-unavailable', 'too-many-requests'],
  },
  currentSession: {
    method: 'get',
    path: '/api/v1/sessions/current',
    tag: 'Sign-in',
    summary: 'Who is signed in, and until when at most',
    permission: 'session.own',
    reply: z.object({ account: Account, endsAt: Instant, idleMinutes: z.int().positive() }),
    status: 200,
  },
  signOut: {
    method: 'delete',
    path: '/api/v1/sessions/current',
    tag: 'Sign-in',
    summary: 'Sign out: the session ends on the server; where the browser has to go to sign out of the provider too',
    permission: 'session.own',
    reply: z.object({ providerUrl: z.url().nullable() }),
    status: 200,
  },
});
