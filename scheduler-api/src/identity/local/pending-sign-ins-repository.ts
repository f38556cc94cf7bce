import { AccountId, type OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../../db/database.ts';

const Row = z
  .object({ account_id: AccountId, method: z.enum(['password', 'directory']), attempts: z.int() })
  .transform((row) => ({ accountId: row.account_id, method: row.method, attempts: row.attempts }));
type PendingSignIn = z.output<typeof Row>;

/** Rows of `pending_sign_ins`: who has given the right password and still has to give a code. */
export function createPendingSignInsRepository(db: Database) {
  const table = () => db.connection('pending_sign_ins');

  return {
    async insert(pending: {
      fingerprint: string;
      accountId: AccountId;
      organisationId: OrganisationId;
      method: PendingSignIn['method'];
      expiresAt: Instant;
    }): Promise<void> {
      await table().insert({
        fingerprint: pending.fingerprint,
        account_id: pending.accountId,
        organisation_id: pending.organisationId,
        method: pending.method,
        expires_at: pending.expiresAt,
      });
    },

    async find(fingerprint: string, now: Instant): Promise<PendingSignIn | undefined> {
      const row = await table().where({ fingerprint }).where('expires_at', '>', now).first();
      return row && Row.parse(row);
    },

    /** Counts a try before it is looked at, so that many at once count as many. @returns whether it may be made */
    async countAttempt(fingerprint: string, most: number): Promise<boolean> {
      return (await table().where({ fingerprint }).where('attempts', '<', most).increment('attempts', 1)) === 1;
    },

    /** @returns false when it was used up before */
    async remove(fingerprint: string): Promise<boolean> {
      return (await table().where({ fingerprint }).delete()) === 1;
    },

    async removeOf(accountId: AccountId): Promise<void> {
      await table().where({ account_id: accountId }).delete();
    },

    async deleteExpired(now: Instant): Promise<void> {
      await table().where('expires_at', '<=', now).delete();
    },
  };
}
export type PendingSignInsRepository = ReturnType<typeof createPendingSignInsRepository>;
