import { operationsRoutes } from '@remote-clerk/shared/contracts/http/operations.ts';
import { bind } from '../http/bind.ts';
import type { KiosksService } from '../kiosks/kiosks-service.ts';
import type { OperationsService } from './operations-service.ts';

export function createOperationsRoutes({
  operations,
  kiosks,
}: {
  operations: OperationsService;
  kiosks: KiosksService;
}) {
  return [
    bind(operationsRoutes.readOperations, ({ scope }) => operations.read(scope)),
    bind(operationsRoutes.saveSelfTest, async ({ body, principal }) => {
      await kiosks.saveSelfTest(principal.kioskId, body);
      return {};
    }),
  ];
}
