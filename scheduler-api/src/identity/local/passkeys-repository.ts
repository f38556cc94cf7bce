import { AccountId, type OrganisationId, PasskeyId } from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import { jsonColumn, toJson } from '../../db/columns.ts';
import type { Database } from '../../db/database.ts';

const Row = z
  .object({
    id: PasskeyId,
    account_id: AccountId,
    credential_id: z.string(),
    public_key: z.string(),
    counter: z.coerce.number(),
    transports: jsonColumn(z.array(z.string())),
    name: z.string(),
    created_at: Instant,
    last_used_at: Instant.nullable(),
  })
  .transform((row) => ({
    id: row.id,
    accountId: row.account_id,
    credentialId: row.credential_id,
    publicKey: row.public_key,
    counter: row.counter,
    transports: row.transports,
    name: row.name,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }));
export type Passkey = z.output<typeof Row>;

/** Rows of `passkeys`, each of one account. */
export function createPasskeysRepository(db: Database) {
  const table = () => db.connection('passkeys');

  return {
    /** The oldest first. */
    async list(accountId: AccountId): Promise<Passkey[]> {
      return z.array(Row).parse(await table().where({ account_id: accountId }).orderBy(['created_at', 'id']));
    },

    async findByCredential(credentialId: string): Promise<Passkey | undefined> {
      const row = await table().where({ credential_id: credentialId }).first();
      return row && Row.parse(row);
    },

    async insert(passkey: Omit<Passkey, 'lastUsedAt'> & { organisationId: OrganisationId }): Promise<void> {
      await table().insert({
        id: passkey.id,
        organisation_id: passkey.organisationId,
        account_id: passkey.accountId,
        credential_id: passkey.credentialId,
        public_key: passkey.publicKey,
        counter: passkey.counter,
        transports: toJson(passkey.transports),
        name: passkey.name,
        created_at: passkey.createdAt,
      });
    },

    /** @returns false when its counter is another one by now: it was used twice at once */
    async noteUse({ id, counter: before }: Passkey, counter: number, at: Instant): Promise<boolean> {
      return (await table().where({ id, counter: before }).update({ counter, last_used_at: at })) === 1;
    },

    /** @returns whether the account had it */
    async remove(accountId: AccountId, id: PasskeyId): Promise<boolean> {
      return (await table().where({ id, account_id: accountId }).delete()) === 1;
    },

    async removeAll(accountId: AccountId): Promise<void> {
      await table().where({ account_id: accountId }).delete();
    },
  };
}
export type PasskeysRepository = ReturnType<typeof createPasskeysRepository>;
