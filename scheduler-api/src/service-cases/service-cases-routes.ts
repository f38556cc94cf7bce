import { serviceCaseRoutes } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import type { Availability } from '../consultations/availability.ts';
import { bind } from '../http/bind.ts';
import type { ServiceCasesService } from './service-cases-service.ts';

export function createServiceCaseRoutes({
  cases,
  availability,
}: {
  cases: ServiceCasesService;
  availability: Availability;
}) {
  return [
    bind(serviceCaseRoutes.listServiceCases, ({ query, principal, scope }) =>
      cases.list(scope, principal.accountId, query),
    ),
    bind(serviceCaseRoutes.readServiceCase, ({ params, principal, scope }) =>
      cases.read(scope, principal.accountId, params.caseId),
    ),
    bind(serviceCaseRoutes.updateServiceCase, ({ params, body, principal, scope }) =>
      cases.update(scope, principal.accountId, params.caseId, body),
    ),
    bind(serviceCaseRoutes.closeServiceCase, async ({ params, body, principal, scope }) => {
      const closed = await cases.close(scope, principal.accountId, params.caseId, body);
      await availability.wroteUp(principal.accountId);
      return closed;
    }),
  ];
}
