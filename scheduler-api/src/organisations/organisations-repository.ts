import type { OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Database } from '../db/database.ts';

/** Rows of `organisations`: whose everything else is. */
export function createOrganisationsRepository(db: Database) {
  return {
    async exists(): Promise<boolean> {
      return (await db.connection('organisations').select('id').limit(1)).length > 0;
    },
    async insert(organisation: { id: OrganisationId; name: string; createdAt: Instant }): Promise<void> {
      await db
        .connection('organisations')
        .insert({ id: organisation.id, name: organisation.name, created_at: organisation.createdAt });
    },
  };
}
