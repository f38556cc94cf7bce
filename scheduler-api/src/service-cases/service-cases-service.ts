import type { CaseOutcome, TimelineEntry } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import type { QualitySummary } from '@remote-clerk/shared/contracts/quality.ts';
import {
  type AccountId,
  type ConsultationId,
  type InstitutionId,
  type InvitationId,
  type OrganisationId,
  ServiceCaseId,
} from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { ChatRecord } from '../chat/chat-record.ts';
import type { Context } from '../context.ts';
import { type OrganisationScope, type Scope, systemScope } from '../db/scope.ts';
import type { GuestBook } from '../people/guest-book.ts';
import { createCaseSearchRepository } from './case-search-repository.ts';
import { createPicturesRepository } from './pictures-repository.ts';
import { createServiceCasesRepository } from './service-cases-repository.ts';

type Actor = { kind: TimelineEntry['actor']; id: AccountId | InvitationId | null };
export const bySystem: Actor = { kind: 'system', id: null };
export const byCitizen: Actor = { kind: 'citizen', id: null };

type Needs = Pick<Context, 'db' | 'clock' | 'ids'> & {
  chat: ChatRecord;
  guestBook: Pick<GuestBook, 'listWhoCame'>;
};

/** The record that remains of each consultation. */
export function createServiceCasesService({ db, clock, ids, chat, guestBook }: Needs) {
  const repository = createServiceCasesRepository(db);
  const search = createCaseSearchRepository(db);
  const pictures = createPicturesRepository(db);

  const read = async (scope: OrganisationScope, specialistId: AccountId, caseId: ServiceCaseId) => {
    const found = await search.get(scope, specialistId, caseId);
    return {
      ...found,
      participants: [...found.participants, ...(await guestBook.listWhoCame(found.consultationId))],
      timeline: await repository.listTimeline(scope, caseId),
      chat: await chat.list(found.consultationId),
      pictures: await pictures.list(caseId),
    };
  };

  async function step(
    consultationId: ConsultationId,
    name: TimelineEntry['step'],
    actor: Actor,
    reason: string | null = null,
  ) {
    const { id: caseId, organisationId } = await repository.get(systemScope, { consultation_id: consultationId });
    await repository.appendStep(
      { id: ids.uuid(), caseId, organisationId },
      { at: clock.now(), step: name, actor: actor.kind, actorId: actor.id, reason },
    );
  }

  return {
    /** Opens the record in the transaction in which the citizen asks. */
    async open(consultation: {
      id: ConsultationId;
      organisationId: OrganisationId;
      hostOrganisationId: OrganisationId;
      institution: { id: InstitutionId; code: string };
    }): Promise<{ id: ServiceCaseId; number: string }> {
      const id = ServiceCaseId.parse(ids.uuid());
      const year = new Date(clock.now()).getUTCFullYear();
      const count = await repository.nextNumber(consultation.institution.id, year);
      const number = `${consultation.institution.code}-${year}-${String(count).padStart(6, '0')}`;
      await repository.insert({ ...consultation, id, consultationId: consultation.id, number });
      return { id, number };
    },

    step,

    async rate(consultationId: ConsultationId, rating: number): Promise<void> {
      await repository.amend(consultationId, { rating });
      await step(consultationId, 'rated', byCitizen);
    },

    saveQuality: (consultationId: ConsultationId, quality: QualitySummary) =>
      repository.amend(consultationId, { quality }),

    /** @throws ProblemError `not-found`, also for a colleague's case */
    getOwn: (scope: OrganisationScope, specialistId: AccountId, caseId: ServiceCaseId) =>
      search.get(scope, specialistId, caseId),

    find: (scope: Scope, consultationId: ConsultationId) => repository.get(scope, { consultation_id: consultationId }),

    list: (scope: OrganisationScope, specialistId: AccountId, query: Parameters<typeof search.list>[2]) =>
      search.list(scope, specialistId, query),

    /** One's own case, whole. */
    read,

    async update(
      scope: OrganisationScope,
      specialistId: AccountId,
      caseId: ServiceCaseId,
      change: { version: number; notes?: string | undefined; outcome?: CaseOutcome | null | undefined },
    ) {
      return db.transaction(async () => {
        const found = await search.get(scope, specialistId, caseId);
        if (found.status === 'closed') throw new ProblemError('illegal-transition', 'The case is closed');
        await repository.update(scope, caseId, change.version, { notes: change.notes, outcome: change.outcome });
        return read(scope, specialistId, caseId);
      });
    },

    async close(
      scope: OrganisationScope,
      specialistId: AccountId,
      caseId: ServiceCaseId,
      change: { version: number; notes: string; outcome: CaseOutcome },
    ) {
      return db.transaction(async () => {
        const found = await search.get(scope, specialistId, caseId);
        if (found.status === 'closed') throw new ProblemError('illegal-transition', 'The case is closed');
        if (found.endedAt === null) throw new ProblemError('illegal-transition', 'End the consultation first');
        await repository.update(scope, caseId, change.version, {
          notes: change.notes,
          outcome: change.outcome,
          closed_at: clock.now(),
        });
        await step(found.consultationId, 'case-closed', { kind: 'specialist', id: specialistId });
        return read(scope, specialistId, caseId);
      });
    },
  };
}
export type ServiceCasesService = ReturnType<typeof createServiceCasesService>;
