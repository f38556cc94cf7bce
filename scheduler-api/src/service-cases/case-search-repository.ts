import {
  CaseOutcome,
  type ServiceCase,
  type ServiceCaseSummary,
} from '@remote-clerk/shared/contracts/http/service-cases.ts';
import { LocalizedText } from '@remote-clerk/shared/contracts/localized.ts';
import { QualitySummary } from '@remote-clerk/shared/contracts/quality.ts';
import { ConsultationState, EndReason } from '@remote-clerk/shared/domain/consultation.ts';
import { type AccountId, ConsultationId, ServiceCaseId } from '@remote-clerk/shared/domain/ids.ts';
import { Language } from '@remote-clerk/shared/domain/languages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import { jsonColumn } from '../db/columns.ts';
import type { Database } from '../db/database.ts';
import { type OrganisationScope, scoped } from '../db/scope.ts';

const Row = z.object({
  id: ServiceCaseId,
  number: z.string(),
  consultation_id: ConsultationId,
  version: z.int(),
  outcome: CaseOutcome.nullable(),
  notes: z.string(),
  rating: z.int().nullable(),
  quality: jsonColumn(QualitySummary).nullable(),
  closed_at: Instant.nullable(),
  state: ConsultationState,
  end_reason: EndReason.nullable(),
  language: Language,
  asked_at: Instant,
  accepted_at: Instant.nullable(),
  live_at: Instant.nullable(),
  ended_at: Instant.nullable(),
  service_name: jsonColumn(LocalizedText),
  institution_name: jsonColumn(LocalizedText),
  contact_point_name: z.string(),
  specialist_name: z.string().nullable(),
  clerk_name: z.string().nullable(),
});

function toSummary(row: z.output<typeof Row>): ServiceCaseSummary {
  return {
    id: row.id,
    number: row.number,
    consultationId: row.consultation_id,
    status: row.closed_at === null ? 'open' : 'closed',
    state: row.state,
    service: row.service_name,
    institution: row.institution_name,
    contactPoint: row.contact_point_name,
    language: row.language,
    askedAt: row.asked_at,
    acceptedAt: row.accepted_at,
    liveAt: row.live_at,
    endedAt: row.ended_at,
    outcome: row.outcome,
  };
}

function toCase(row: z.output<typeof Row>): Omit<ServiceCase, 'timeline' | 'pictures' | 'chat'> {
  return {
    ...toSummary(row),
    version: row.version,
    channel: 'remote-consultation',
    endReason: row.end_reason,
    participants: [
      { role: 'citizen', name: null },
      ...(row.specialist_name === null ? [] : [{ role: 'specialist' as const, name: row.specialist_name }]),
      ...(row.clerk_name === null ? [] : [{ role: 'clerk' as const, name: row.clerk_name }]),
    ],
    notes: row.notes,
    quality: row.quality,
    rating: row.rating,
    closedAt: row.closed_at,
  };
}

/** A page goes on after (asked_at, id) of its last row, so that new cases do not shift it. */
const Cursor = z.string().transform((text, context) => {
  const [askedAt, id] = Buffer.from(text, 'base64url').toString().split(' ');
  const parsed = z.tuple([Instant, ServiceCaseId]).safeParse([askedAt, id]);
  if (parsed.success) return parsed.data;
  context.addIssue('Not a cursor of this list');
  return z.NEVER;
});
const cursorAfter = (row: z.output<typeof Row>) => Buffer.from(`${row.asked_at} ${row.id}`).toString('base64url');

/** Reads a specialist's own cases with the names that they are shown with. */
export function createCaseSearchRepository(db: Database) {
  const own = (scope: OrganisationScope, specialistId: AccountId) =>
    scoped(
      db
        .connection('service_cases as k')
        .join('consultations as c', 'c.id', 'k.consultation_id')
        .join('public_services as s', 's.id', 'c.service_id')
        .join('institutions as i', 'i.id', 'c.institution_id')
        .join('contact_points as p', 'p.id', 'c.contact_point_id')
        .leftJoin('accounts as a', 'a.id', 'c.specialist_id')
        .leftJoin('accounts as b', 'b.id', 'c.started_by')
        .where('c.specialist_id', specialistId)
        .select(
          'k.*',
          'c.state',
          'c.end_reason',
          'c.language',
          'c.asked_at',
          'c.accepted_at',
          'c.live_at',
          'c.ended_at',
          's.name as service_name',
          'i.name as institution_name',
          'p.name as contact_point_name',
          'a.display_name as specialist_name',
          'b.display_name as clerk_name',
        ),
      scope,
      'k.organisation_id',
    );

  return {
    /** @throws ProblemError `not-found`, also for a colleague's case */
    async get(scope: OrganisationScope, specialistId: AccountId, id: ServiceCaseId) {
      const [row] = await own(scope, specialistId).where('k.id', id);
      if (!row) throw new ProblemError('not-found');
      return toCase(Row.parse(row));
    },

    /** @throws ProblemError `invalid-request` for a cursor that is none */
    async list(
      scope: OrganisationScope,
      specialistId: AccountId,
      query: {
        search?: string | undefined;
        status?: 'open' | 'closed' | undefined;
        cursor?: string | undefined;
        limit: number;
      },
    ) {
      const found = own(scope, specialistId).orderBy([
        { column: 'c.asked_at', order: 'desc' },
        { column: 'k.id', order: 'desc' },
      ]);
      if (query.status === 'open') found.whereNull('k.closed_at');
      if (query.status === 'closed') found.whereNotNull('k.closed_at');
      if (query.search) {
        const pattern = `%${query.search.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
        const columns = ['k.number', 'k.notes', 's.name', 'p.name'];
        found.where((any) => {
          for (const column of columns) any.orWhereRaw(`${db.foldCase('??')} like ? escape '\\'`, [column, pattern]);
        });
      }
      if (query.cursor) {
        const cursor = Cursor.safeParse(query.cursor);
        if (!cursor.success)
          throw new ProblemError('invalid-request', undefined, {
            fields: [{ pointer: '/query/cursor', detail: 'Not a cursor of this list' }],
          });
        found.whereRaw('(c.asked_at, k.id) < (?, ?)', cursor.data);
      }
      const rows = z.array(Row).parse(await found.limit(query.limit + 1));
      const page = rows.slice(0, query.limit);
      const last = page.at(-1);
      return { cases: page.map(toSummary), nextCursor: rows.length > query.limit && last ? cursorAfter(last) : null };
    },
  };
}
