import { AccountId, type OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';

const FeedRow = z.object({ specialist_id: AccountId });

/** Rows of `calendar_feeds`: one a specialist. Of the token only a hash is kept. */
export function createFeedsRepository(db: Database) {
  return {
    /** The specialist's feed from now on; an earlier one is none any more. */
    async save(feed: {
      specialistId: AccountId;
      organisationId: OrganisationId;
      tokenHash: string;
      createdAt: Instant;
    }): Promise<void> {
      await db
        .connection('calendar_feeds')
        .insert({
          specialist_id: feed.specialistId,
          organisation_id: feed.organisationId,
          token_hash: feed.tokenHash,
          created_at: feed.createdAt,
        })
        .onConflict('specialist_id')
        .merge(['token_hash', 'created_at']);
    },

    /** @returns whose feed it is, if that one still works here */
    async findSpecialist(tokenHash: string): Promise<AccountId | undefined> {
      const row: unknown = await db
        .connection('calendar_feeds as f')
        .join('accounts as a', 'a.id', 'f.specialist_id')
        .whereNull('a.disabled_at')
        .where('f.token_hash', tokenHash)
        .first('f.specialist_id');
      return row === undefined ? undefined : FeedRow.parse(row).specialist_id;
    },
  };
}
