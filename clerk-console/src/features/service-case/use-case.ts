import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import type { ServiceCase } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import type { ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useConsole } from '../../app/context.ts';
import type { CaseDraft } from './case-draft.ts';

export const casesKey = ['cases'] as const;
export const anyCaseKey = ['case'] as const;
export const caseKey = (caseId: ServiceCaseId) => [...anyCaseKey, caseId] as const;

/** One own case, read again whenever it is shown. */
export function useCase(caseId: ServiceCaseId) {
  const { api } = useConsole();
  return useQuery({
    queryKey: caseKey(caseId),
    queryFn: () => api.call(routes.readServiceCase, { params: { caseId } }),
    staleTime: 0,
  });
}

/** What is being written in a case; it takes over what was read meanwhile. */
export function useDraft(served: ServiceCase): CaseDraft {
  const { drafts } = useConsole();
  const draft = drafts.of(served);
  useEffect(() => draft.receive(served), [draft, served]);
  return draft;
}
