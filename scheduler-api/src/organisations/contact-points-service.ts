import { ContactPointId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { type OrganisationScope, organisationScope, type Scope } from '../db/scope.ts';
import { createContactPointsRepository } from './contact-points-repository.ts';

const TimeZone = z.string().refine((name) => Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC');

/** Contact points: where kiosks stand and clerks work. */
export function createContactPointsService({ db, ids }: Pick<Context, 'db' | 'ids'>) {
  const repository = createContactPointsRepository(db);
  return {
    list: repository.list,

    /** A contact point as screens show it, and its own organisation's scope. @throws ProblemError `not-found` */
    async getWithScope(scope: Scope, id: ContactPointId) {
      const { organisationId, name, address } = await repository.get(scope, id);
      return { scope: organisationScope(organisationId), contactPoint: { id, name, address } };
    },

    /** @throws ProblemError `invalid-request` for a time zone that there is none of */
    async create(scope: OrganisationScope, contactPoint: { name: string; address: string; timeZone: string }) {
      if (!TimeZone.safeParse(contactPoint.timeZone).success) {
        throw new ProblemError('invalid-request', undefined, {
          fields: [{ pointer: '/body/timeZone', detail: 'Not a time zone of the IANA database, such as Europe/Riga' }],
        });
      }
      const created = {
        ...contactPoint,
        id: ContactPointId.parse(ids.uuid()),
        organisationId: OrganisationId.parse(scope.organisationId),
      };
      await repository.insert(created);
      return created;
    },
  };
}
export type ContactPointsService = ReturnType<typeof createContactPointsService>;
