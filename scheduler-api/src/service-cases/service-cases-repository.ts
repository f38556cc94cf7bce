import { CaseOutcome, TimelineEntry } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import { QualitySummary } from '@remote-clerk/shared/contracts/quality.ts';
import {
  type AccountId,
  ConsultationId,
  type InstitutionId,
  type InvitationId,
  OrganisationId,
  ServiceCaseId,
} from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import { jsonColumn, toJson } from '../db/columns.ts';
import type { Database } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';

const CaseRow = z
  .object({
    id: ServiceCaseId,
    organisation_id: OrganisationId,
    consultation_id: ConsultationId,
    number: z.string(),
    version: z.int(),
    outcome: CaseOutcome.nullable(),
    notes: z.string(),
    rating: z.int().nullable(),
    quality: jsonColumn(QualitySummary).nullable(),
    closed_at: Instant.nullable(),
  })
  .transform(({ organisation_id, consultation_id, closed_at, ...row }) => ({
    ...row,
    organisationId: organisation_id,
    consultationId: consultation_id,
    closedAt: closed_at,
  }));
export type CaseRecord = z.output<typeof CaseRow>;

const TimelineRow = z
  .object({
    at: Instant,
    step: TimelineEntry.shape.step,
    actor: TimelineEntry.shape.actor,
    display_name: z.string().nullable(),
    guest_name: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .transform(({ display_name, guest_name, ...row }) => ({ ...row, actorName: display_name ?? guest_name }));

export type Step = {
  at: Instant;
  step: TimelineEntry['step'];
  actor: TimelineEntry['actor'];
  actorId: AccountId | InvitationId | null;
  reason: string | null;
};

/** Rows of `service_cases` and their timeline. */
export function createServiceCasesRepository(db: Database) {
  const table = () => db.connection('service_cases');
  return {
    /** The next number of the institution's year, without gaps, e.g. 17. */
    async nextNumber(institutionId: InstitutionId, year: number): Promise<number> {
      const [row] = await db
        .connection('case_numbers')
        .insert({ institution_id: institutionId, year, last: 1 })
        .onConflict(['institution_id', 'year'])
        .merge({ last: db.connection.raw('case_numbers.last + 1') })
        .returning('last');
      return z.object({ last: z.int() }).parse(row).last;
    },

    async insert(record: {
      id: ServiceCaseId;
      organisationId: OrganisationId;
      hostOrganisationId: OrganisationId;
      consultationId: ConsultationId;
      number: string;
    }) {
      await table().insert({
        id: record.id,
        organisation_id: record.organisationId,
        host_organisation_id: record.hostOrganisationId,
        consultation_id: record.consultationId,
        number: record.number,
        version: 1,
      });
    },

    async get(scope: Scope, where: { id: ServiceCaseId } | { consultation_id: ConsultationId }): Promise<CaseRecord> {
      const [row] = await scoped(table().where(where), scope).select('*');
      if (!row) throw new ProblemError('not-found');
      return CaseRow.parse(row);
    },

    /** @throws ProblemError `conflict` when `version` is not the present one */
    async update(
      scope: Scope,
      id: ServiceCaseId,
      version: number,
      change: { notes?: string | undefined; outcome?: CaseOutcome | null | undefined; closed_at?: Instant },
    ): Promise<void> {
      const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const changed = await scoped(table().where({ id, version }), scope).update({ ...set, version: version + 1 });
      if (changed !== 1) throw new ProblemError('conflict');
    },

    /** What others than the specialist add: it does not stand in the way of the notes being written. */
    async amend(
      consultationId: ConsultationId,
      change: { rating: number } | { quality: QualitySummary },
    ): Promise<void> {
      await table()
        .where({ consultation_id: consultationId })
        .update('quality' in change ? { quality: toJson(change.quality) } : change);
    },

    async appendStep(
      record: { id: string; organisationId: OrganisationId; caseId: ServiceCaseId },
      step: Step,
    ): Promise<void> {
      await db.connection('case_timeline').insert({
        id: record.id,
        organisation_id: record.organisationId,
        case_id: record.caseId,
        at: step.at,
        step: step.step,
        actor: step.actor,
        actor_id: step.actorId,
        reason: step.reason,
      });
    },

    async listTimeline(scope: Scope, caseId: ServiceCaseId): Promise<TimelineEntry[]> {
      const query = db
        .connection('case_timeline as t')
        .leftJoin('accounts as a', 'a.id', 't.actor_id')
        .leftJoin('invitations as v', 'v.id', 't.actor_id')
        .where('t.case_id', caseId)
        .orderBy(['t.at', 't.id'])
        .select('t.at', 't.step', 't.actor', 't.reason', 'a.display_name', 'v.name as guest_name');
      return z.array(TimelineRow).parse(await scoped(query, scope, 't.organisation_id'));
    },
  };
}
