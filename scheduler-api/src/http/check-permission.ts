import type { Route } from '@remote-clerk/shared/contracts/http/route.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { holds, type Principal } from './principal.ts';

/** @throws ProblemError `not-signed-in` for nobody, `not-allowed` for one who does not hold the route's permission */
export function checkPermission(route: Route, principal: Principal | undefined): void {
  if (route.permission === 'public') return;
  if (!principal) throw new ProblemError('not-signed-in');
  if (!holds(principal, route.permission)) throw new ProblemError('not-allowed');
}
