import { z } from 'zod';
import { AccountId, IdentityProviderId, PasskeyId, StaffSessionId } from '../../domain/ids.ts';
import { Instant } from '../../domain/time.ts';
import { NameText } from '../localized.ts';
import { Nothing } from '../messages.ts';
import { PlainText } from '../text.ts';
import { Account } from './account.ts';
import { defineRoutes } from './route.ts';

const signIn = { tag: 'Sign-in', permission: 'public' } as const;
const own = { tag: 'Sign-in', permission: 'session.own' } as const;

/** What one signs in by is changed only this long after signing in: not by whoever finds the browser open. */
export const freshMinutes = 15;

/** What a browser's passkey functions give and take: made and read by a library at both ends. */
const PasskeyJson = z.record(z.string(), z.unknown());

/** One way in which somebody can sign in. A directory's people use their password. */
export const SignInWay = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('provider'), id: IdentityProviderId, name: z.string() }),
  z.object({ kind: z.literal('password') }),
  z.object({ kind: z.literal('passkey') }),
]);
export type SignInWay = z.infer<typeof SignInWay>;

/** Signed in, or what is still wanted before that: the code of the second factor, or that one is set up now. */
export const SignInReply = z.discriminatedUnion('state', [
  z.object({ state: z.literal('signed-in'), account: Account }),
  z.object({ state: z.literal('code-needed') }),
  z.object({ state: z.literal('second-factor-to-set-up'), account: Account }),
]);
export type SignInReply = z.infer<typeof SignInReply>;

export const signInMethods = ['password', 'passkey', 'oidc', 'directory'] as const;

/** A session of one's own, as its owner sees it. */
export const OwnSession = z
  .object({
    id: StaffSessionId,
    method: z.enum(signInMethods),
    /** Browser and system, as far as they say. */
    device: z.string(),
    startedAt: Instant,
    lastUsedAt: Instant,
    endsAt: Instant,
    isCurrent: z.boolean(),
  })
  .meta({ id: 'OwnSession' });
export type OwnSession = z.infer<typeof OwnSession>;

export const AccountSecurity = z
  .object({
    /** Whether this account has a password here; people of a provider or a directory have theirs there. */
    hasPassword: z.boolean(),
    secondFactorRequired: z.boolean(),
    oneTimeCodes: z.object({ since: Instant }).nullable(),
    passkeys: z.array(
      z.object({ id: PasskeyId, name: z.string(), createdAt: Instant, lastUsedAt: Instant.nullable() }),
    ),
  })
  .meta({ id: 'AccountSecurity' });
export type AccountSecurity = z.infer<typeof AccountSecurity>;

const OneTimeCode = z
  .string()
  .trim()
  .regex(/^\d{6}$/);

export const signInRoutes = defineRoutes({
  discoverSignIn: {
    ...signIn,
    method: 'post',
    path: '/api/v1/sign-in/discovery',
    summary: 'The ways in which the owner of this user name or e-mail address signs in, by their home organisation',
    body: z.object({ login: PlainText.trim().min(1).max(200) }),
    reply: z.object({ ways: z.array(SignInWay) }),
    status: 200,
    perMinute: 60,
  },
  beginProviderSignIn: {
    ...signIn,
    method: 'post',
    path: '/api/v1/sign-in/providers/:providerId',
    summary: 'Begin to sign in at a provider: where the browser has to go',
    params: z.object({ providerId: IdentityProviderId }),
    body: Nothing,
    reply: z.object({ url: z.url() }),
    status: 201,
    perMinute: 60,
    problems: ['not-found', 'provider-unavailable'],
  },
  completeProviderSignIn: {
    ...signIn,
    method: 'post',
    path: '/api/v1/sign-in/provider-answers',
    summary: 'What the provider sent the browser back with; sets the session cookie',
    body: z.object({
      /** The query with which the browser came back, from its question mark. */
      answer: z.string().startsWith('?').max(8192),
    }),
    reply: SignInReply,
    status: 201,
    failuresPerMinute: 30,
    problems: ['sign-in-failed', 'not-registered', 'provider-unavailable'],
  },
  endProviderSessions: {
    ...signIn,
    method: 'post',
    path: '/api/v1/sign-in/providers/:providerId/back-channel-logout',
    summary: 'A provider says that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0)',
    params: z.object({ providerId: IdentityProviderId }),
    form: true,
    body: z.object({ logout_token: z.string().min(1).max(16_384) }),
    reply: Nothing,
    status: 200,
    perMinute: 600,
    failuresPerMinute: 30,
    problems: ['invalid-request', 'not-found', 'provider-unavailable'],
  },
  giveOneTimeCode: {
    ...signIn,
    method: 'post',
    path: '/api/v1/sign-in/one-time-codes',
    summary: 'The second step after the password',
    body: z.object({ code: OneTimeCode }),
    reply: SignInReply,
    status: 201,
    problems: ['wrong-credentials', 'sign-in-failed', 'too-many-requests'],
  },
  beginPasskeySignIn: {
    ...signIn,
    method: 'post',
    path: '/api/v1/sign-in/passkey-challenges',
    summary: 'What the browser needs to ask for a passkey',
    body: Nothing,
    reply: z.object({ options: PasskeyJson }),
    status: 201,
    perMinute: 60,
  },
  completePasskeySignIn: {
    ...signIn,
    method: 'post',
    path: '/api/v1/sign-in/passkeys',
    summary: 'The passkey’s answer; sets the session cookie',
    body: z.object({ answer: PasskeyJson }),
    reply: SignInReply,
    status: 201,
    failuresPerMinute: 20,
    problems: ['wrong-credentials', 'sign-in-failed'],
  },
  readAccountSecurity: {
    ...own,
    method: 'get',
    path: '/api/v1/account/security',
    summary: 'How one signs in',
    reply: AccountSecurity,
    status: 200,
  },
  changePassword: {
    ...own,
    method: 'put',
    path: '/api/v1/account/password',
    summary: 'Change one’s own password; all other sessions end',
    body: z.object({ current: z.string().min(1).max(200), next: z.string().min(12).max(200) }),
    reply: Nothing,
    status: 204,
    problems: ['wrong-credentials', 'weak-password', 'too-many-requests'],
  },
  beginOneTimeCodes: {
    ...own,
    method: 'post',
    path: '/api/v1/account/one-time-codes',
    summary: 'A secret for one’s authenticator app, not in use before it is confirmed',
    body: Nothing,
    reply: z.object({ secret: z.string(), uri: z.string() }),
    status: 201,
    problems: ['sign-in-again'],
  },
  confirmOneTimeCodes: {
    ...own,
    method: 'put',
    path: '/api/v1/account/one-time-codes',
    summary: 'The first code of the authenticator app: from now on it is asked for',
    body: z.object({ code: OneTimeCode }),
    reply: AccountSecurity,
    status: 200,
    failuresPerMinute: 20,
    problems: ['wrong-credentials', 'sign-in-again'],
  },
  beginPasskey: {
    ...own,
    method: 'post',
    path: '/api/v1/account/passkey-challenges',
    summary: 'What the browser needs to make a passkey',
    body: Nothing,
    reply: z.object({ options: PasskeyJson }),
    status: 201,
    problems: ['sign-in-again'],
  },
  addPasskey: {
    ...own,
    method: 'post',
    path: '/api/v1/account/passkeys',
    summary: 'Keep a passkey that the browser has made',
    body: z.object({ name: NameText, answer: PasskeyJson }),
    reply: AccountSecurity,
    status: 201,
    problems: ['wrong-credentials', 'sign-in-again'],
  },
  removePasskey: {
    ...own,
    method: 'delete',
    path: '/api/v1/account/passkeys/:passkeyId',
    summary: 'Forget a passkey',
    params: z.object({ passkeyId: PasskeyId }),
    reply: AccountSecurity,
    status: 200,
    problems: ['not-found', 'conflict', 'sign-in-again'],
  },
  listOwnSessions: {
    ...own,
    method: 'get',
    path: '/api/v1/account/sessions',
    summary: 'Where one is signed in',
    reply: z.object({ sessions: z.array(OwnSession) }),
    status: 200,
  },
  endOwnSession: {
    ...own,
    method: 'delete',
    path: '/api/v1/account/sessions/:sessionId',
    summary: 'End a session of one’s own: its sockets close at once',
    params: z.object({ sessionId: StaffSessionId }),
    reply: Nothing,
    status: 204,
    problems: ['not-found'],
  },
  endOtherSessions: {
    ...own,
    method: 'delete',
    path: '/api/v1/account/sessions',
    summary: 'End all sessions of one’s own but this one',
    reply: Nothing,
    status: 204,
  },
  endStaffSessions: {
    tag: 'Administration',
    permission: 'organisation.manage',
    method: 'delete',
    path: '/api/v1/staff/:accountId/sessions',
    summary: 'End all sessions of somebody of one’s own staff: their sockets close at once',
    params: z.object({ accountId: AccountId }),
    reply: Nothing,
    status: 204,
    problems: ['not-found'],
  },
  resetSecondFactor: {
    tag: 'Administration',
    permission: 'sign-in.manage',
    method: 'delete',
    path: '/api/v1/staff/:accountId/second-factor',
    summary: 'Take a lost second factor away: one-time codes, passkeys and sessions of somebody of one’s own staff',
    params: z.object({ accountId: AccountId }),
    reply: Nothing,
    status: 204,
    problems: ['not-found'],
  },
});
