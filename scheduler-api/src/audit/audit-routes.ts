import { auditRoutes } from '@remote-clerk/shared/contracts/http/audit.ts';
import { invalidRequest } from '@remote-clerk/shared/contracts/problem.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { bind } from '../http/bind.ts';
import { actorOf } from './audit.ts';
import { listAuditEntries, listSealedEntries } from './audit-repository.ts';
import { csv, signedLines } from './export-file.ts';
import { findCaseAskedAbout, listLooks } from './looks-repository.ts';
import type { Signer } from './signing-key.ts';

/** As many as one file takes: what is longer is taken out by shorter times. */
const mostExported = 10_000;

/** The record of one's organisations, for those who may see it. */
export function createAuditRoutes({
  db,
  clock,
  audit,
  signer,
}: Pick<Context, 'db' | 'clock' | 'audit'> & { signer: Signer }) {
  return [
    bind(auditRoutes.listAudit, async ({ query: { cursor, ...query }, scope }) => {
      const before = z.uuid().optional().safeParse(cursor);
      if (!before.success) throw invalidRequest(before.error, '/query/cursor');
      const entries = await listAuditEntries(db.connection, scope, { ...query, before: before.data });
      const nextCursor = entries.length < query.limit ? null : (entries.at(-1)?.id ?? null);
      return { entries, nextCursor };
    }),

    bind(auditRoutes.exportAudit, async ({ body: { format, ...filter }, principal, scope, requestId, sourceIp }) => {
      const found = await listSealedEntries(db.connection, scope, filter, mostExported + 1);
      const entries = found.slice(0, mostExported);
      const whole = found.length <= mostExported;
      const exportedAt = clock.now();
      await audit.record({
        organisationId: scope.organisationId,
        actor: actorOf(principal),
        action: 'audit.export',
        requestId,
        sourceIp,
        details: { format, entries: entries.length, from: filter.from ?? null, until: filter.until ?? null },
      });
      const text = format === 'csv' ? csv(entries) : signedLines(entries, { filter, exportedAt, whole }, signer);
      return { name: `record-${exportedAt.slice(0, 10)}.${format}`, text, entries: entries.length, whole };
    }),

    bind(auditRoutes.readAuditKey, () => ({ key: signer.publicKey })),

    bind(auditRoutes.readLooks, async ({ query, scope }) => {
      const found = await findCaseAskedAbout(db.connection, scope, query.caseNumber);
      if (!found) throw new ProblemError('not-found');
      const { consultationId: _, ...asked } = found;
      // Whoever looked stands on the record of their own organisation.
      return { case: asked, looks: await db.beyondWall(() => listLooks(db.connection, found)) };
    }),
  ];
}
