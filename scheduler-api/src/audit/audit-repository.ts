import { AuditEntry } from '@remote-clerk/shared/contracts/http/audit.ts';
import type { RecordedEntry } from '@remote-clerk/shared/domain/audit-chain.ts';
import { z } from 'zod';
import type { Connection } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';
import { EntryRow, entryRow, entryTable, rowsAtOnce } from './recorded-entry.ts';

const Row = EntryRow.transform((entry): unknown => ({
  id: entry.id,
  at: entry.at,
  actor: { kind: entry.actorKind, id: entry.actorId },
  action: entry.action,
  subject: entry.subjectKind && entry.subjectId ? { kind: entry.subjectKind, id: entry.subjectId } : null,
  result: entry.result,
  requestId: entry.requestId,
})).pipe(AuditEntry);

export async function insertAuditEntries(connection: Connection, entries: readonly RecordedEntry[]): Promise<void> {
  for (let first = 0; first < entries.length; first += rowsAtOnce) {
    await connection(entryTable).insert(entries.slice(first, first + rowsAtOnce).map(entryRow));
  }
}

/** The latest first; `before` is the id of the last entry already seen (ids grow with time). */
export async function listAuditEntries(
  connection: Connection,
  scope: Scope,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<AuditEntry[]> {
  const query = scoped(connection(entryTable), scope).orderBy('id', 'desc').limit(limit);
  if (before) query.where('id', '<', before);
  return z.array(Row).parse(await query);
}
