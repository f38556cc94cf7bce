import { OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';

const Row = z.object({ id: OrganisationId, name: z.string(), active: z.coerce.number() });

/** Rows of `account_months`: who signed in at least once in which month. */
export function createCostsRepository(db: Database) {
  return {
    /** Every organisation of the installation with its active users, month by month, added up. Months as `2026-11`. */
    async countActive({ from, until }: { from: string; until: string }) {
      const rows = await db
        .connection('organisations as o')
        .leftJoin('account_months as m', (join) => {
          join.on('m.organisation_id', 'o.id').onBetween('m.month', [from, until]);
        })
        .groupBy('o.id', 'o.name')
        .orderBy('o.name')
        .orderBy('o.id')
        .select('o.id', 'o.name')
        .count('m.account_id as active');
      return z.array(Row).parse(rows);
    },
  };
}
