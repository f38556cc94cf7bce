import type { AccountId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Database } from '../../db/database.ts';

/** Rows of `passkey_challenges`: what was asked with and has not been answered. */
export function createChallengesRepository(db: Database) {
  const table = () => db.connection('passkey_challenges');

  return {
    /** @param owner whose passkey is to be made; undefined for signing in */
    async insert(
      fingerprint: string,
      owner: { accountId: AccountId; organisationId: OrganisationId } | undefined,
      expiresAt: Instant,
    ): Promise<void> {
      await table().insert({
        fingerprint,
        account_id: owner?.accountId ?? null,
        organisation_id: owner?.organisationId ?? null,
        expires_at: expiresAt,
      });
    },

    /** Uses it up. @returns whether it was there, for this account (null: for signing in), and not too old */
    async take(fingerprint: string, accountId: AccountId | null, now: Instant): Promise<boolean> {
      const open = table().where({ fingerprint, account_id: accountId }).where('expires_at', '>', now);
      return (await open.delete()) === 1;
    },

    async deleteExpired(now: Instant): Promise<void> {
      await table().where('expires_at', '<=', now).delete();
    },
  };
}
