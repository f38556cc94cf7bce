import { auditRoutes } from '@remote-clerk/shared/contracts/http/audit.ts';
import { invalidRequest } from '@remote-clerk/shared/contracts/problem.ts';
import { z } from 'zod';
import type { Context } from '../context.ts';
import type { Feature } from '../feature.ts';
import { bind } from '../http/bind.ts';
import { listAuditEntries } from './audit-repository.ts';
import { createSealer } from './sealer.ts';
import { createSigner } from './signing-key.ts';

/** The organisation's own record, for those who may see it; and what makes it one that cannot be quietly changed. */
export function createAuditFeature(context: Pick<Context, 'config' | 'db' | 'clock' | 'logger'>): Feature {
  const { config, db } = context;
  const sealer = createSealer({ ...context, signer: createSigner(config.auditKey) });
  return {
    jobs: [
      { name: 'seal the record', everyMs: 1_000, run: sealer.seal },
      { name: 'say where the record’s chains stand', everyMs: 3_600_000, run: sealer.logHeads },
    ],
    routes: [
      bind(auditRoutes.listAudit, async ({ query, scope }) => {
        const before = z.uuid().optional().safeParse(query.cursor);
        if (!before.success) throw invalidRequest(before.error, '/query/cursor');
        const entries = await listAuditEntries(db.connection, scope, { before: before.data, limit: query.limit });
        const nextCursor = entries.length < query.limit ? null : (entries.at(-1)?.id ?? null);
        return { entries, nextCursor };
      }),
    ],
  };
}
