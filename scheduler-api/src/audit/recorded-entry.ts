import type { RecordedEntry } from '@remote-clerk/shared/domain/audit-chain.ts';
import { OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import { jsonColumn, toJson } from '../db/columns.ts';

export const entryTable = 'audit_entries';
/** SQLite takes at most 500 rows in one statement as knex writes it. */
export const rowsAtOnce = 500;

const text = z.string().nullable();
const Details = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** A row of `audit_entries`, with nothing left out: a link's hash is taken of all of it. */
export const EntryRow = z
  .object({
    id: z.string(),
    organisation_id: OrganisationId.nullable(),
    at: Instant,
    actor_kind: z.string(),
    actor_id: text,
    action: z.string(),
    subject_kind: text,
    subject_id: text,
    case_id: text,
    reason: text,
    result: z.string(),
    request_id: text,
    source_ip: text,
    details: jsonColumn(Details),
  })
  .transform(
    (row): RecordedEntry => ({
      id: row.id,
      organisationId: row.organisation_id,
      at: row.at,
      actorKind: row.actor_kind,
      actorId: row.actor_id,
      action: row.action,
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      caseId: row.case_id,
      reason: row.reason,
      result: row.result,
      requestId: row.request_id,
      sourceIp: row.source_ip,
      details: row.details,
    }),
  );

export const entryRow = (entry: RecordedEntry) => ({
  id: entry.id,
  organisation_id: entry.organisationId,
  at: entry.at,
  actor_kind: entry.actorKind,
  actor_id: entry.actorId,
  action: entry.action,
  subject_kind: entry.subjectKind,
  subject_id: entry.subjectId,
  case_id: entry.caseId,
  reason: entry.reason,
  result: entry.result,
  request_id: entry.requestId,
  source_ip: entry.sourceIp,
  details: toJson(entry.details),
});
