import { auditRoutes } from '@remote-clerk/shared/contracts/http/audit.ts';
import { invalidRequest } from '@remote-clerk/shared/contracts/problem.ts';
import { z } from 'zod';
import type { Context } from '../context.ts';
import type { Feature } from '../feature.ts';
import { bind } from '../http/bind.ts';
import { listAuditEntries } from './audit-repository.ts';

/** The organisation's own record, for its administrators. */
export function createAuditFeature({ db }: Pick<Context, 'db'>): Feature {
  return {
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
