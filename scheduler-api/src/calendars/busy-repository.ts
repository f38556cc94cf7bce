import { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { type Scope, scoped } from '../db/scope.ts';

const BusyRow = z
  .object({ specialist_id: AccountId, starts_at: Instant, ends_at: Instant })
  .transform((row) => ({ specialistId: row.specialist_id, from: row.starts_at, until: row.ends_at }));
/** Half-open: `until` is free again. */
export type Busy = z.output<typeof BusyRow>;

/** Times that are taken in specialists' own calendars. What takes them is nowhere kept. */
export function createBusyRepository(db: Database) {
  return {
    /** @returns what touches the time asked for, not cut to it, by specialist and start; calendars of one may overlap */
    async list(scope: Scope, specialistIds: readonly AccountId[], from: Instant, until: Instant): Promise<Busy[]> {
      if (specialistIds.length === 0) return [];
      const query = db
        .connection('external_busy')
        .whereIn('specialist_id', specialistIds)
        .where('starts_at', '<', until)
        .where('ends_at', '>', from)
        .orderBy(['specialist_id', 'starts_at', 'ends_at'])
        .select('specialist_id', 'starts_at', 'ends_at');
      return z.array(BusyRow).parse(await scoped(query, scope));
    },
  };
}
