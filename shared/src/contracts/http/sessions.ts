import { z } from 'zod';
import { AccountId, ContactPointId, InstitutionId, OrganisationId } from '../../domain/ids.ts';
import { Nothing } from '../messages.ts';
import { StaffRole } from '../permissions.ts';
import { PlainText } from '../text.ts';
import { defineRoutes } from './route.ts';

export const Account = z
  .object({
    id: AccountId,
    username: z.string(),
    name: z.string(),
    jobTitle: z.string().nullable(),
    role: StaffRole,
    organisation: z.object({ id: OrganisationId, name: z.string() }),
    /** A specialist's institution. */
    institutionId: InstitutionId.nullable(),
    /** A clerk's contact point. */
    contactPointId: ContactPointId.nullable(),
  })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof Account>;

export const sessionRoutes = defineRoutes({
  signIn: {
    method: 'post',
    path: '/api/v1/sessions',
    tag: 'Sign-in',
    summary: 'Sign in with a local account; sets the session cookie',
    permission: 'public',
    body: z.object({ username: PlainText.trim().min(1).max(100), password: z.string().min(1).max(200) }),
    reply: z.object({ account: Account }),
    status: 201,
    problems: ['wrong-credentials', 'too-many-requests'],
  },
  currentSession: {
    method: 'get',
    path: '/api/v1/sessions/current',
    tag: 'Sign-in',
    summary: 'Who is signed in',
    permission: 'session.own',
    reply: z.object({ account: Account }),
    status: 200,
  },
  signOut: {
    method: 'delete',
    path: '/api/v1/sessions/current',
    tag: 'Sign-in',
    summary: 'Sign out: the session ends on the server',
    permission: 'session.own',
    reply: Nothing,
    status: 204,
  },
});
