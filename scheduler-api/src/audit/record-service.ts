import type { AuditFilter } from '@remote-clerk/shared/contracts/http/audit.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Context } from '../context.ts';
import type { OrganisationScope } from '../db/scope.ts';
import type { StaffRequest } from './audit.ts';
import { actorOf } from './audit.ts';
import { listAuditEntries, listSealedEntries } from './audit-repository.ts';
import { csv, signedLines } from './export-file.ts';
import { findCaseAskedAbout, listLooks } from './looks-repository.ts';
import type { Signer } from './signing-key.ts';

/** As many as one file takes: what is longer is taken out by shorter times. */
const mostExported = 10_000;

type Needs = Pick<Context, 'db' | 'clock' | 'audit'> & { signer: Signer };

/** The record of one's organisations, for those who may see it. */
export function createRecordService({ db, clock, audit, signer }: Needs) {
  return {
    publicKey: signer.publicKey,

    list: (scope: OrganisationScope, query: Parameters<typeof listAuditEntries>[2]) =>
      listAuditEntries(db.connection, scope, query),

    /** Part of the record as a file; that it was taken is on record. */
    async take(scope: OrganisationScope, request: StaffRequest, format: 'jsonl' | 'csv', filter: AuditFilter) {
      const { principal, requestId, sourceIp } = request;
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
    },

    /** @throws ProblemError `not-found`, also for a case of another organisation */
    async looksAt(scope: OrganisationScope, caseNumber: string) {
      const found = await findCaseAskedAbout(db.connection, scope, caseNumber);
      if (!found) throw new ProblemError('not-found');
      const { consultationId: _, ...asked } = found;
      // Whoever looked stands on the record of their own organisation.
      return { case: asked, looks: await db.beyondWall(() => listLooks(db.connection, found)) };
    },
  };
}
export type RecordService = ReturnType<typeof createRecordService>;
