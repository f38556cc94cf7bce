import type { AccountId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../../db/database.ts';

const Row = z
  .object({
    password_hash: z.string().nullable(),
    totp_secret: z.string().nullable(),
    totp_confirmed_at: Instant.nullable(),
    totp_next_secret: z.string().nullable(),
    totp_last_step: z.coerce.number().nullable(),
  })
  .transform((row) => ({
    passwordHash: row.password_hash,
    /** Sealed, as all secrets here. */
    secret: row.totp_secret,
    confirmedAt: row.totp_confirmed_at,
    nextSecret: row.totp_next_secret,
    lastStep: row.totp_last_step,
  }));
type Credentials = z.output<typeof Row>;

const nothing: Credentials = { passwordHash: null, secret: null, confirmedAt: null, nextSecret: null, lastStep: null };

type Owner = { accountId: AccountId; organisationId: OrganisationId };

/** Rows of `local_credentials`: passwords and the secrets of one-time codes, of one account each. */
export function createCredentialsRepository(db: Database) {
  const of = (accountId: AccountId) => db.connection('local_credentials').where({ account_id: accountId });

  return {
    /** What an account has; nothing of any kind where there is no row. */
    async find(accountId: AccountId): Promise<Credentials> {
      const row = await of(accountId).first();
      return row ? Row.parse(row) : nothing;
    },

    async setPassword(accountId: AccountId, passwordHash: string, at: Instant): Promise<void> {
      await of(accountId).update({ password_hash: passwordHash, changed_at: at });
    },

    /** One that is not in use yet; people whose password is kept elsewhere get their row with it. */
    async setNextSecret({ accountId, organisationId }: Owner, sealed: string, at: Instant): Promise<void> {
      await db
        .connection('local_credentials')
        .insert({ account_id: accountId, organisation_id: organisationId, totp_next_secret: sealed, changed_at: at })
        .onConflict('account_id')
        .merge(['totp_next_secret']);
    },

    /** Takes the next secret into use, unless there is another one by now. @returns whether it did */
    async confirmNextSecret(accountId: AccountId, sealed: string, step: number, at: Instant): Promise<boolean> {
      const changed = await of(accountId).where({ totp_next_secret: sealed }).update({
        totp_secret: sealed,
        totp_next_secret: null,
        totp_confirmed_at: at,
        totp_last_step: step,
        changed_at: at,
      });
      return changed === 1;
    },

    /** @returns false when it, or a later one, was used before: of two who give one code at once, one may */
    async useStep(accountId: AccountId, step: number): Promise<boolean> {
      const unused = of(accountId).where((last) =>
        last.whereNull('totp_last_step').orWhere('totp_last_step', '<', step),
      );
      return (await unused.update({ totp_last_step: step })) === 1;
    },

    async removeSecrets(accountId: AccountId, at: Instant): Promise<void> {
      await of(accountId).update({
        totp_secret: null,
        totp_next_secret: null,
        totp_confirmed_at: null,
        totp_last_step: null,
        changed_at: at,
      });
    },
  };
}
export type CredentialsRepository = ReturnType<typeof createCredentialsRepository>;
