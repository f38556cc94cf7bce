import { LocalizedText } from '@remote-clerk/shared/contracts/localized.ts';
import { openStates } from '@remote-clerk/shared/domain/consultation.ts';
import { z } from 'zod';
import { Consultation } from '../consultations/consultation-row.ts';
import { jsonColumn } from '../db/columns.ts';
import type { Database } from '../db/database.ts';
import type { OrganisationScope } from '../db/scope.ts';

const Names = z.object({
  case_number: z.string(),
  service_name: jsonColumn(LocalizedText),
  contact_point_name: z.string(),
});

/** Reads what operators see of consultations: where they are and how they are, not who is in them. It writes nothing. */
export function createOperationsRepository(db: Database) {
  return {
    /** Open ones of the organisation's institutions and at its contact points, the oldest first. */
    async listOpen({ organisationId }: OrganisationScope) {
      const found = z.array(z.unknown()).parse(
        await db
          .connection('consultations as c')
          .join('service_cases as k', 'k.consultation_id', 'c.id')
          .join('public_services as s', 's.id', 'c.service_id')
          .join('contact_points as p', 'p.id', 'c.contact_point_id')
          .where((either) =>
            either.where('c.organisation_id', organisationId).orWhere('c.host_organisation_id', organisationId),
          )
          .whereIn('c.state', [...openStates])
          .orderBy(['c.asked_at', 'c.id'])
          .select('c.*', 'k.number as case_number', 's.name as service_name', 'p.name as contact_point_name'),
      );
      return found.map((row) => {
        const names = Names.parse(row);
        return {
          ...Consultation.parse(row),
          caseNumber: names.case_number,
          service: names.service_name,
          contactPoint: names.contact_point_name,
        };
      });
    },
  };
}
