import { AuditEntry, type AuditFilter } from '@remote-clerk/shared/contracts/http/audit.ts';
import type { RecordedEntry } from '@remote-clerk/shared/domain/audit-chain.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Knex } from 'knex';
import { z } from 'zod';
import { booleanColumn } from '../db/columns.ts';
import type { Connection } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';
import { EntryRow, entryRow, entryTable, rowsAtOnce } from './recorded-entry.ts';

const More = z.looseObject({
  actor_name: z.string().nullable(),
  case_number: z.string().nullable(),
  number: z.number().nullable(),
});

function shownEntry(row: unknown): AuditEntry {
  const entry = EntryRow.parse(row);
  const { actor_name, case_number, number } = More.parse(row);
  return AuditEntry.parse({
    id: entry.id,
    at: entry.at,
    actor: { kind: entry.actorKind, id: entry.actorId, name: actor_name },
    action: entry.action,
    subject: entry.subjectKind && entry.subjectId ? { kind: entry.subjectKind, id: entry.subjectId } : null,
    case: entry.caseId ? { id: entry.caseId, number: case_number } : null,
    reason: entry.reason,
    result: entry.result,
    requestId: entry.requestId,
    sourceIp: entry.sourceIp,
    number,
  });
}

const SealedRow = z
  .looseObject({
    chain: z.string(),
    number: z.number(),
    sealed_at: Instant,
    after_pause: booleanColumn,
    hash: z.string(),
    key_id: z.string().nullable(),
    signature: z.string().nullable(),
  })
  .transform((row) => ({
    chain: row.chain,
    number: row.number,
    sealedAt: row.sealed_at,
    afterPause: row.after_pause,
    hash: row.hash,
    keyId: row.key_id,
    signature: row.signature,
  }));

/** What a link of the chain says, with its entry. */
export type SealedEntry = z.output<typeof SealedRow> & { entry: RecordedEntry };

export async function insertAuditEntries(connection: Connection, entries: readonly RecordedEntry[]): Promise<void> {
  for (let first = 0; first < entries.length; first += rowsAtOnce) {
    await connection(entryTable).insert(entries.slice(first, first + rowsAtOnce).map(entryRow));
  }
}

function matching(connection: Connection, scope: Scope, filter: AuditFilter): Knex.QueryBuilder {
  const query = scoped(connection(`${entryTable} as e`), scope, 'e.organisation_id');
  if (filter.from) query.where('e.at', '>=', filter.from);
  if (filter.until) query.where('e.at', '<', filter.until);
  if (filter.actor) query.where('e.actor_id', filter.actor);
  // The contract lets no character through that means something in a pattern.
  if (filter.action) query.where('e.action', 'like', `${filter.action}%`);
  if (filter.subject) query.where('e.subject_id', filter.subject);
  if (filter.result) query.where('e.result', filter.result);
  if (filter.requestId) query.where('e.request_id', filter.requestId);
  if (filter.caseNumber) {
    const cases = scoped(connection('service_cases'), scope).where({ number: filter.caseNumber });
    query.whereIn('e.case_id', cases.select('id'));
  }
  return query;
}

/** Of a case that is not theirs, which somebody was refused, an organisation learns no number. */
function ownCases(connection: Connection, scope: Scope): Knex.QueryBuilder {
  const query = connection('service_cases').select('id', 'number');
  if (scope.kind === 'system') return query;
  return query.where((either) =>
    either.whereIn('organisation_id', scope.within).orWhereIn('host_organisation_id', scope.within),
  );
}

/** The latest first; `before` is the id of the last entry already seen (ids grow with time). */
export async function listAuditEntries(
  connection: Connection,
  scope: Scope,
  { before, limit, ...filter }: AuditFilter & { before?: string | undefined; limit: number },
): Promise<AuditEntry[]> {
  const query = matching(connection, scope, filter)
    .joinRaw('left join accounts as a on cast(a.id as text) = e.actor_id')
    .leftJoin(ownCases(connection, scope).as('k'), 'k.id', 'e.case_id')
    .leftJoin('audit_seals as s', 's.entry_id', 'e.id')
    .orderBy('e.id', 'desc')
    .limit(limit)
    .select('e.*', 'a.display_name as actor_name', 'k.number as case_number', 's.number as number');
  if (before) query.where('e.id', '<', before);
  const rows: unknown[] = await query;
  return rows.map(shownEntry);
}

/** Entries that have their place, chain by chain in order. @param limit at most so many */
export async function listSealedEntries(
  connection: Connection,
  scope: Scope,
  filter: AuditFilter,
  limit: number,
): Promise<SealedEntry[]> {
  const rows: unknown[] = await matching(connection, scope, filter)
    .join('audit_seals as s', 's.entry_id', 'e.id')
    .orderBy(['s.chain', 's.number'])
    .limit(limit)
    .select('e.*', 's.chain', 's.number', 's.sealed_at', 's.after_pause', 's.hash', 's.key_id', 's.signature');
  return rows.map((row) => ({ ...SealedRow.parse(row), entry: EntryRow.parse(row) }));
}
