import { identityRoutes } from '@remote-clerk/shared/contracts/http/identity.ts';
import type { ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { useQuery } from '@tanstack/react-query';
import { useConsole } from '../../app/context.ts';
import { caseKey } from '../service-case/use-case.ts';

/** Part of the case: what makes the case be read again makes this be, too. */
export const identityKey = (caseId: ServiceCaseId) => [...caseKey(caseId), 'identity'] as const;

export function useIdentity(caseId: ServiceCaseId) {
  const { api } = useConsole();
  return useQuery({
    queryKey: identityKey(caseId),
    queryFn: () => api.call(identityRoutes.readIdentity, { params: { caseId } }),
  });
}
