import { openStates } from '@remote-clerk/shared/domain/consultation.ts';
import {
  AccountId,
  ConsultationId,
  type ContactPointId,
  InstitutionId,
  type KioskId,
  type NodeId,
  type PublicServiceId,
  RoomId,
} from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';
import { Consultation, consultationColumns } from './consultation-row.ts';

const PassedOffer = z
  .object({ consultation_id: ConsultationId, specialist_id: AccountId, answered_at: Instant })
  .transform((row) => ({
    consultationId: row.consultation_id,
    specialistId: row.specialist_id,
    answeredAt: row.answered_at,
  }));

/** Rows of `consultations`. An organisation's scope sees those of its institutions and those at its contact points. */
export function createConsultationsRepository(db: Database) {
  const table = () => db.connection('consultations');
  const inScope = (scope: Scope) =>
    scope.kind === 'system'
      ? table()
      : table().where((either) =>
          either.whereIn('organisation_id', scope.within).orWhereIn('host_organisation_id', scope.within),
        );
  const rows = async (query: Knex.QueryBuilder) => z.array(Consultation).parse(await query.select('*'));
  const one = async (query: Knex.QueryBuilder) => (await rows(query.limit(1)))[0];

  return {
    async insert(consultation: Consultation): Promise<void> {
      await table().insert({
        id: consultation.id,
        organisation_id: consultation.organisationId,
        host_organisation_id: consultation.hostOrganisationId,
        institution_id: consultation.institutionId,
        service_id: consultation.serviceId,
        contact_point_id: consultation.contactPointId,
        kiosk_id: consultation.kioskId,
        language: consultation.language,
        version: consultation.version,
        ticket_id: consultation.ticketId,
        counts_from: consultation.countsFrom,
        for_specialist_id: consultation.forSpecialistId,
        started_by: consultation.startedBy,
        asked_at: consultation.askedAt,
        ...consultationColumns(consultation),
      });
    },

    /** Holds the row until the transaction is over. @throws ProblemError `not-found`, also when it is another organisation's */
    async getLocked(scope: Scope, id: ConsultationId): Promise<Consultation> {
      const query = inScope(scope).where({ id });
      const found = await one(db.engine === 'postgres' ? query.forUpdate() : query);
      if (!found) throw new ProblemError('not-found');
      return found;
    },

    /** @throws ProblemError `conflict` when somebody changed the row since it was read */
    async update(consultation: Consultation): Promise<Consultation> {
      const { id, version } = consultation;
      const changed = await table()
        .where({ id, version })
        .update({ ...consultationColumns(consultation), version: version + 1 });
      if (changed !== 1) throw new ProblemError('conflict');
      return { ...consultation, version: version + 1 };
    },

    /** The latest here for a service, that a specialist had, if it ended since then. */
    findRecentAtKiosk: (kioskId: KioskId, serviceId: PublicServiceId, since: Instant) =>
      one(
        table()
          .where({ kiosk_id: kioskId, service_id: serviceId })
          .whereNotNull('specialist_id')
          .where('ended_at', '>=', since)
          .orderBy('ended_at', 'desc'),
      ),
    find: (scope: Scope, id: ConsultationId) => one(inScope(scope).where({ id })),
    /** The open one, or the last one that the kiosk has not been wiped of. */
    findAtKiosk: (scope: Scope, kioskId: KioskId) =>
      one(inScope(scope).where({ kiosk_id: kioskId }).whereNull('wiped_at').orderBy('asked_at', 'desc')),
    findEngaging: (scope: Scope, specialistId: AccountId) =>
      one(inScope(scope).where({ specialist_id: specialistId }).whereIn('state', ['accepted', 'live'])),
    findRinging: (scope: Scope, specialistId: AccountId) =>
      one(inScope(scope).where({ offered_to: specialistId, state: 'offered' })),
    listOpenOfInstitution: (scope: Scope, institutionId: InstitutionId) =>
      rows(
        inScope(scope)
          .where({ institution_id: institutionId })
          .whereIn('state', [...openStates])
          .orderBy(['counts_from', 'id']),
      ),
    listShownAtContactPoint: (scope: Scope, contactPointId: ContactPointId) =>
      rows(
        inScope(scope)
          .where({ contact_point_id: contactPointId })
          .whereIn('state', [...openStates]),
      ),
    listOpen: (scope: Scope) =>
      rows(
        inScope(scope)
          .whereIn('state', [...openStates])
          .orderBy(['asked_at', 'id']),
      ),
    listOpenOnNode: (scope: Scope, nodeId: NodeId) =>
      rows(
        inScope(scope)
          .where({ node_id: nodeId })
          .whereIn('state', [...openStates]),
      ),

    /** Which of these rooms on a node were of consultations that are over. */
    async listRoomsOfEnded(nodeId: NodeId, roomIds: RoomId[]): Promise<Set<RoomId>> {
      const found = await table()
        .where({ node_id: nodeId })
        .whereIn('room_id', roomIds)
        .whereNotNull('ended_at')
        .select('room_id');
      return new Set(
        z
          .array(z.object({ room_id: RoomId }))
          .parse(found)
          .map((row) => row.room_id),
      );
    },

    /** The kiosk does not show what is over any more. */
    async forgetAtKiosk(kioskId: KioskId, at: Instant): Promise<void> {
      await table()
        .where({ kiosk_id: kioskId })
        .whereNull('wiped_at')
        .whereNotIn('state', [...openStates])
        .update({ wiped_at: at });
    },

    async insertOffer(offer: {
      id: string;
      consultation: Consultation;
      specialistId: AccountId;
      at: string;
    }): Promise<void> {
      const { consultation } = offer;
      await db.connection('consultation_offers').insert({
        id: offer.id,
        organisation_id: consultation.organisationId,
        consultation_id: consultation.id,
        specialist_id: offer.specialistId,
        round: consultation.round,
        offered_at: offer.at,
      });
    },

    async answerOffer(
      id: ConsultationId,
      specialistId: AccountId,
      answer: 'accepted' | 'declined' | 'not-answered' | 'withdrawn',
      at: string,
    ) {
      await db
        .connection('consultation_offers')
        .where({ consultation_id: id, specialist_id: specialistId })
        .whereNull('answered_at')
        .update({ answer, answered_at: at });
    },

    /** Who declined or did not answer in the consultation's present round. */
    async listPassed(scope: Scope, institutionId: InstitutionId) {
      const query = db
        .connection('consultation_offers as o')
        .join('consultations as c', 'c.id', 'o.consultation_id')
        .where({ 'c.institution_id': institutionId, 'c.state': 'waiting' })
        .whereRaw('o.round = c.round')
        .whereIn('o.answer', ['declined', 'not-answered'])
        .select('o.consultation_id', 'o.specialist_id', 'o.answered_at');
      return z.array(PassedOffer).parse(await scoped(query, scope, 'c.organisation_id'));
    },

    /** Locks the institution's line, so that two dispatchers never match the same people. */
    async lockLine(institutionId: InstitutionId): Promise<void> {
      if (db.engine === 'postgres')
        await db.connection('institutions').where({ id: institutionId }).forNoKeyUpdate().select('id');
    },

    async listInstitutionsWithLine(): Promise<InstitutionId[]> {
      const found = await table().whereIn('state', ['waiting', 'offered']).distinct('institution_id');
      return z
        .array(z.object({ institution_id: InstitutionId }))
        .parse(found)
        .map((row) => row.institution_id);
    },
  };
}
export type ConsultationsRepository = ReturnType<typeof createConsultationsRepository>;
