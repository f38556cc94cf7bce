import type { Context } from '../context.ts';
import type { Feature } from '../feature.ts';
import { createAuditRoutes } from './audit-routes.ts';
import { createRecordService } from './record-service.ts';
import { createSealer } from './sealer.ts';
import { createSigner } from './signing-key.ts';

/** The record of who did what, for those who may see it; and what makes it one that cannot be quietly changed. */
export function createAuditFeature(context: Pick<Context, 'config' | 'db' | 'clock' | 'logger' | 'audit'>): Feature {
  const signer = createSigner(context.config.auditKey);
  const sealer = createSealer({ ...context, signer });
  return {
    jobs: [
      { name: 'seal the record', everyMs: 1_000, run: sealer.seal },
      { name: 'say where the record’s chains stand', everyMs: 3_600_000, run: sealer.logHeads },
    ],
    routes: createAuditRoutes(createRecordService({ ...context, signer })),
  };
}
