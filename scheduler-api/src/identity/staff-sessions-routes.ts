import { signInRoutes } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import { bind } from '../http/bind.ts';
import type { StaffSessions } from './staff-sessions.ts';

export const staffSessionsRoutes = (staffSessions: StaffSessions) => [
  bind(signInRoutes.endStaffSessions, async ({ params, ...request }) => {
    await staffSessions.endAll(request, params.accountId);
    return {};
  }),
];
