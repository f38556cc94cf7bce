import { ContactPointId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { OpeningHours } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import type { Context } from '../context.ts';
import { type OrganisationScope, organisationScope, type Scope } from '../db/scope.ts';
import { type ContactPoint, createContactPointsRepository } from './contact-points-repository.ts';

/** Contact points: where kiosks stand and clerks work. */
export function createContactPointsService({ db, ids }: Pick<Context, 'db' | 'ids'>) {
  const repository = createContactPointsRepository(db);
  return {
    list: repository.list,
    /** @throws ProblemError `not-found` */
    get: repository.get,

    /** A contact point as screens show it, and its own organisation's scope. @throws ProblemError `not-found` */
    async getWithScope(scope: Scope, id: ContactPointId) {
      const { organisationId, name, address, timeZone } = await repository.get(scope, id);
      return { scope: organisationScope(organisationId), contactPoint: { id, name, address, timeZone } };
    },

    async create(
      scope: OrganisationScope,
      contactPoint: {
        name: string;
        address: string;
        timeZone: string;
        place?: { latitude: number; longitude: number } | undefined;
      },
    ) {
      const created = {
        ...contactPoint,
        id: ContactPointId.parse(ids.uuid()),
        organisationId: OrganisationId.parse(scope.organisationId),
      };
      await repository.insert(created);
      return created;
    },

    /** @throws ProblemError `conflict` when somebody has changed them since, `not-found` */
    async setOpeningHours(scope: OrganisationScope, id: ContactPointId, version: number, hours: OpeningHours) {
      await repository.get(scope, id);
      if (!(await repository.setOpeningHours(scope, id, version, hours))) throw new ProblemError('conflict');
      return { version: version + 1, openingHours: hours };
    },
  };
}
export type { ContactPoint };
export type ContactPointsService = ReturnType<typeof createContactPointsService>;
