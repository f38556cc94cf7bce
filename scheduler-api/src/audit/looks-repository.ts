import { Look } from '@remote-clerk/shared/contracts/http/audit.ts';
import { LocalizedText } from '@remote-clerk/shared/contracts/localized.ts';
import { ConsultationId, ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import { jsonColumn } from '../db/columns.ts';
import type { Connection } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';
import { entryTable } from './recorded-entry.ts';

const CaseRow = z
  .object({
    id: ServiceCaseId,
    number: z.string(),
    consultation_id: ConsultationId,
    institution: jsonColumn(LocalizedText),
    asked_at: Instant,
  })
  .transform(({ consultation_id, asked_at, ...row }) => ({
    ...row,
    consultationId: consultation_id,
    askedAt: asked_at,
  }));
export type CaseAskedAbout = z.output<typeof CaseRow>;

const LookRow = z
  .object({
    id: z.string(),
    at: z.string(),
    actor_kind: z.string(),
    organisation: z.string().nullable(),
    is_specialist: z.string().nullable(),
    is_clerk: z.string().nullable(),
    action: z.string(),
    reason: z.string().nullable(),
    result: z.string(),
  })
  .transform(({ actor_kind, is_specialist, is_clerk, organisation, ...row }): unknown => ({
    ...row,
    organisation: organisation ?? '',
    post: postOf(actor_kind, is_specialist !== null, is_clerk !== null),
  }))
  .pipe(Look);

function postOf(actorKind: string, isSpecialist: boolean, isClerk: boolean): Look['post'] {
  if (actorKind === 'guest') return 'guest';
  if (actorKind !== 'staff') return 'system';
  if (isSpecialist) return 'specialist';
  return isClerk ? 'clerk' : 'office';
}

export async function findCaseAskedAbout(
  connection: Connection,
  scope: Scope,
  number: string,
): Promise<CaseAskedAbout | undefined> {
  const query = connection('service_cases as k')
    .join('consultations as c', 'c.id', 'k.consultation_id')
    .join('institutions as i', 'i.id', 'c.institution_id')
    .where('k.number', number);
  const row: unknown = await scoped(query, scope, 'k.organisation_id').first(
    'k.id',
    'k.number',
    'k.consultation_id',
    'i.name as institution',
    'c.asked_at',
  );
  return CaseRow.optional().parse(row);
}

/** What people and other systems did with a case, of whatever organisation they are: the first first. */
export async function listLooks(connection: Connection, { id, consultationId }: CaseAskedAbout): Promise<Look[]> {
  const rows: unknown = await connection(`${entryTable} as e`)
    .joinRaw('left join accounts as a on cast(a.id as text) = e.actor_id')
    .leftJoin('specialists as s', 's.account_id', 'a.id')
    .leftJoin('clerks as l', 'l.account_id', 'a.id')
    .joinRaw('left join organisations as o on o.id = coalesce(a.organisation_id, e.organisation_id)')
    .whereIn('e.actor_kind', ['staff', 'guest', 'client'])
    .where((either) => either.where('e.case_id', id).orWhereIn('e.subject_id', [id, consultationId]))
    .orderBy('e.id')
    .limit(1_000)
    .select(
      'e.id',
      'e.at',
      'e.actor_kind',
      'e.action',
      'e.reason',
      'e.result',
      'o.name as organisation',
      's.account_id as is_specialist',
      'l.account_id as is_clerk',
    );
  return z.array(LookRow).parse(rows);
}
