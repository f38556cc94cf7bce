import { AuditEntry } from '@remote-clerk/shared/contracts/http/audit.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import { toJson } from '../db/columns.ts';
import type { Connection } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';
import type { AuditEvent } from './audit.ts';

const table = 'audit_entries';

const Row = z
  .object({
    id: z.string(),
    at: z.string(),
    actor_kind: z.string(),
    actor_id: z.string().nullable(),
    action: z.string(),
    subject_kind: z.string().nullable(),
    subject_id: z.string().nullable(),
    result: z.string(),
    request_id: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    at: row.at,
    actor: { kind: row.actor_kind, id: row.actor_id },
    action: row.action,
    subject: row.subject_kind && row.subject_id ? { kind: row.subject_kind, id: row.subject_id } : null,
    result: row.result,
    requestId: row.request_id,
  }))
  .pipe(AuditEntry);

export async function insertAuditEntry(
  connection: Connection,
  entry: AuditEvent & { id: string; at: Instant },
): Promise<void> {
  await connection(table).insert({
    id: entry.id,
    organisation_id: entry.organisationId,
    at: entry.at,
    actor_kind: entry.actor.kind,
    actor_id: entry.actor.id,
    action: entry.action,
    subject_kind: entry.subject?.kind ?? null,
    subject_id: entry.subject?.id ?? null,
    result: entry.result ?? 'done',
    request_id: entry.requestId ?? null,
    source_ip: entry.sourceIp ?? null,
    details: toJson(entry.details ?? {}),
  });
}

/** The latest first; `before` is the id of the last entry already seen (ids grow with time). */
export async function listAuditEntries(
  connection: Connection,
  scope: Scope,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<AuditEntry[]> {
  const query = scoped(connection(table), scope).orderBy('id', 'desc').limit(limit);
  if (before) query.where('id', '<', before);
  return z.array(Row).parse(await query);
}
