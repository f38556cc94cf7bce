import { type AccountId, ContactPointId, type OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';

const Row = z.object({ contact_point_id: ContactPointId });

/** Rows of `clerks`: which contact point each serves. */
export function createClerksRepository(db: Database) {
  return {
    async findContactPoint(scope: Scope, accountId: AccountId): Promise<ContactPointId | undefined> {
      const [row] = await scoped(db.connection('clerks').where({ account_id: accountId }), scope).select(
        'contact_point_id',
      );
      return row === undefined ? undefined : Row.parse(row).contact_point_id;
    },
    async insert(clerk: {
      accountId: AccountId;
      organisationId: OrganisationId;
      contactPointId: ContactPointId;
    }): Promise<void> {
      await db.connection('clerks').insert({
        account_id: clerk.accountId,
        organisation_id: clerk.organisationId,
        contact_point_id: clerk.contactPointId,
      });
    },
  };
}
