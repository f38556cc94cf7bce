import { ContactPointId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';

const Row = z
  .object({
    id: ContactPointId,
    organisation_id: OrganisationId,
    name: z.string(),
    address: z.string(),
    time_zone: z.string(),
  })
  .transform(({ organisation_id, time_zone, ...row }) => ({
    ...row,
    organisationId: organisation_id,
    timeZone: time_zone,
  }));
export type ContactPoint = z.output<typeof Row>;

/** Rows of `contact_points`. */
export function createContactPointsRepository(db: Database) {
  const own = (scope: Scope) => scoped(db.connection('contact_points'), scope);
  return {
    async list(scope: Scope): Promise<ContactPoint[]> {
      return z.array(Row).parse(await own(scope).orderBy('name').select('*'));
    },
    async get(scope: Scope, id: ContactPointId): Promise<ContactPoint> {
      const [row] = await own(scope).where({ id }).select('*');
      if (!row) throw new ProblemError('not-found');
      return Row.parse(row);
    },
    async insert(contactPoint: ContactPoint): Promise<void> {
      await db.connection('contact_points').insert({
        id: contactPoint.id,
        organisation_id: contactPoint.organisationId,
        name: contactPoint.name,
        address: contactPoint.address,
        time_zone: contactPoint.timeZone,
      });
    },
  };
}
