import type { Route } from '@remote-clerk/shared/contracts/http/route.ts';
import { roleHolds } from '@remote-clerk/shared/contracts/permissions.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Principal } from './principal.ts';

/** @throws ProblemError `not-signed-in` for nobody, `not-allowed` for one whose role does not hold the route's permission */
export function checkPermission(route: Route, principal: Principal | undefined): void {
  if (route.permission === 'public') return;
  if (!principal) throw new ProblemError('not-signed-in');
  if (!roleHolds(principal.role, route.permission)) throw new ProblemError('not-allowed');
}
