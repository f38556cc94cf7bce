import { ContactPointId } from '@remote-clerk/shared/domain/ids.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { type OrganisationScope, scoped } from '../db/scope.ts';

/** By which token a waiting room's screen is known. */
export function createDisplayRepository(db: Database) {
  return {
    async setTokenHash(scope: OrganisationScope, id: ContactPointId, hash: string): Promise<void> {
      await scoped(db.connection('contact_points').where({ id }), scope).update({ display_token_hash: hash });
    },
    async findByTokenHash(hash: string): Promise<ContactPointId | undefined> {
      const rows = await db.connection('contact_points').where({ display_token_hash: hash }).select('id');
      return z.array(z.object({ id: ContactPointId })).parse(rows)[0]?.id;
    },
  };
}
