import { identityRoutes } from '@remote-clerk/shared/contracts/http/identity.ts';
import { bind } from '../http/bind.ts';
import type { CitizenSignIn } from './citizen-sign-in.ts';
import type { Identities } from './identities-service.ts';

type Parts = { identities: Identities; citizenSignIn: CitizenSignIn };

export function createCitizenRoutes({ identities, citizenSignIn }: Parts) {
  return [
    bind(identityRoutes.readIdentity, ({ params, scope, ...request }) =>
      identities.read(scope, request, params.caseId),
    ),
    bind(identityRoutes.recordIdentity, ({ params, body, scope, ...request }) =>
      identities.record(scope, request, params.caseId, body),
    ),
    bind(identityRoutes.revealPersonalCode, async ({ params, body, scope, ...request }) => ({
      personalCode: await identities.reveal(scope, request, params.caseId, body.reason),
    })),
    bind(identityRoutes.findByPersonalCode, async ({ params, body, scope, ...request }) => ({
      cases: await identities.search(scope, request, params.caseId, body.personalCode),
    })),
    bind(identityRoutes.recordIdentityAtKiosk, async ({ params, body, scope, ...request }) => {
      await identities.recordAtKiosk(scope, request, params.kioskId, body);
      return {};
    }),
    bind(identityRoutes.beginCitizenSignIn, ({ body, principal }) => citizenSignIn.begin(principal, body.serviceId)),
    bind(identityRoutes.completeCitizenSignIn, ({ params, body, principal }) =>
      citizenSignIn.complete(principal, params.signInId, body.query),
    ),
  ];
}
