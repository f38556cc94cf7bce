import { identityRoutes } from '@remote-clerk/shared/contracts/http/identity.ts';
import type { KioskId, ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { useConsole } from '../../app/context.ts';
import { caseKey } from '../service-case/use-case.ts';

export type CheckedDocument = z.output<typeof identityRoutes.recordIdentity.body>;

/** Writes down what the specialist of a case has seen. */
export function useRecordForCase(caseId: ServiceCaseId, onDone: () => void) {
  const { api } = useConsole();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: CheckedDocument) => api.call(identityRoutes.recordIdentity, { params: { caseId }, body }),
    onSuccess: async () => {
      onDone();
      await cache.invalidateQueries({ queryKey: caseKey(caseId) });
    },
    gcTime: 0,
  });
}

/** Writes down what the clerk has seen of the citizen at a kiosk. */
export function useRecordAtKiosk(kioskId: KioskId, onDone: () => void) {
  const { api } = useConsole();
  return useMutation({
    mutationFn: (body: CheckedDocument) =>
      api.call(identityRoutes.recordIdentityAtKiosk, { params: { kioskId }, body }),
    onSuccess: onDone,
    gcTime: 0,
  });
}
