import { auditRoutes } from '@remote-clerk/shared/contracts/http/audit.ts';
import { invalidRequest } from '@remote-clerk/shared/contracts/problem.ts';
import { z } from 'zod';
import { bind } from '../http/bind.ts';
import type { RecordService } from './record-service.ts';

export function createAuditRoutes(record: RecordService) {
  return [
    bind(auditRoutes.listAudit, async ({ query: { cursor, ...query }, scope }) => {
      const before = z.uuid().optional().safeParse(cursor);
      if (!before.success) throw invalidRequest(before.error, '/query/cursor');
      const entries = await record.list(scope, { ...query, before: before.data });
      const nextCursor = entries.length < query.limit ? null : (entries.at(-1)?.id ?? null);
      return { entries, nextCursor };
    }),
    bind(auditRoutes.exportAudit, ({ body: { format, ...filter }, scope, ...request }) =>
      record.take(scope, request, format, filter),
    ),
    bind(auditRoutes.readAuditKey, () => ({ key: record.publicKey })),
    bind(auditRoutes.readLooks, ({ query, scope }) => record.looksAt(scope, query.caseNumber)),
  ];
}
