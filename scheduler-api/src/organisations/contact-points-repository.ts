import { ContactPointId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { OpeningHours, usualOpeningHours } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { z } from 'zod';
import { jsonColumn, toJson } from '../db/columns.ts';
import type { Database } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';

const Row = z
  .object({
    id: ContactPointId,
    organisation_id: OrganisationId,
    name: z.string(),
    address: z.string(),
    time_zone: z.string(),
    opening_hours: jsonColumn(OpeningHours).nullable(),
    opening_version: z.int(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    name: row.name,
    address: row.address,
    timeZone: row.time_zone,
    openingHours: row.opening_hours ?? usualOpeningHours,
    openingVersion: row.opening_version,
    place:
      row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
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
    async setOpeningHours(scope: Scope, id: ContactPointId, version: number, hours: OpeningHours): Promise<boolean> {
      const query = own(scope).where({ id, opening_version: version });
      return (await query.update({ opening_hours: toJson(hours), opening_version: version + 1 })) === 1;
    },
    async insert(
      contactPoint: Pick<ContactPoint, 'id' | 'organisationId' | 'name' | 'address' | 'timeZone'> & {
        place?: ContactPoint['place'] | undefined;
      },
    ): Promise<void> {
      await db.connection('contact_points').insert({
        id: contactPoint.id,
        organisation_id: contactPoint.organisationId,
        name: contactPoint.name,
        address: contactPoint.address,
        time_zone: contactPoint.timeZone,
        latitude: contactPoint.place?.latitude ?? null,
        longitude: contactPoint.place?.longitude ?? null,
      });
    },
  };
}
