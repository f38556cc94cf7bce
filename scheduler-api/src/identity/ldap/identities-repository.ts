import { AccountId, IdentityProviderId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../../db/database.ts';
import type { DirectoryEntry } from './entry.ts';

const Row = z
  .object({
    directory_id: IdentityProviderId,
    stable_id: z.string(),
    organisation_id: OrganisationId,
    account_id: AccountId,
    disabled_at: Instant.nullable(),
    account_disabled_at: Instant.nullable(),
    display_name: z.string(),
    job_title: z.string().nullable(),
    email: z.string().nullable(),
  })
  .transform((row) => ({
    directoryId: row.directory_id,
    stableId: row.stable_id,
    organisationId: row.organisation_id,
    accountId: row.account_id,
    name: row.display_name,
    title: row.job_title,
    email: row.email,
    /** `by-directory`: because of what the directory said, and nobody has disabled it since. */
    disabled:
      row.account_disabled_at === null
        ? ('no' as const)
        : row.account_disabled_at === row.disabled_at
          ? ('by-directory' as const)
          : ('by-others' as const),
  }));
/** An account that somebody of a directory has. */
export type LinkedAccount = z.output<typeof Row>;

const Candidate = z
  .object({ id: AccountId, username: z.string(), disabled_at: Instant.nullable() })
  .transform((row) => ({ accountId: row.id, username: row.username, disabled: row.disabled_at !== null }));
const Owner = z.object({ organisation_id: OrganisationId, directory_id: IdentityProviderId.nullable() });

/** Rows of `directory_identities`, and of `accounts` what a directory says of them. */
export function createIdentitiesRepository(db: Database) {
  const linked = () =>
    db
      .connection('directory_identities as i')
      .join('accounts as a', 'a.id', 'i.account_id')
      .select('i.*', 'a.disabled_at as account_disabled_at', 'a.display_name', 'a.job_title', 'a.email');

  return {
    list: async (directoryId: IdentityProviderId): Promise<LinkedAccount[]> =>
      z.array(Row).parse(await linked().where('i.directory_id', directoryId).orderBy('i.stable_id')),

    async find(directoryId: IdentityProviderId, stableId: string): Promise<LinkedAccount | undefined> {
      const row = await linked().where({ 'i.directory_id': directoryId, 'i.stable_id': stableId }).first();
      return row && Row.parse(row);
    },

    /** Whose username it is, and through which directory they sign in: asked before a password goes anywhere. */
    async findOwner(username: string): Promise<z.output<typeof Owner> | undefined> {
      const row = await db
        .connection('accounts as a')
        .leftJoin('directory_identities as i', 'i.account_id', 'a.id')
        .where('a.username', username)
        .first('a.organisation_id', 'i.directory_id');
      return row && Owner.parse(row);
    },

    /** Accounts of an organisation that no directory speaks for yet, with one of these usernames or this e-mail address. */
    async listCandidates(organisationId: OrganisationId, usernames: readonly string[], email: string | null) {
      const rows = await db
        .connection('accounts as a')
        .leftJoin('directory_identities as i', 'i.account_id', 'a.id')
        .whereNull('i.account_id')
        .where('a.organisation_id', organisationId)
        .where((query) => {
          query.whereIn('a.username', [...usernames]);
          if (email) query.orWhere('a.email', email);
        })
        .limit(10)
        .select('a.id', 'a.username', 'a.disabled_at');
      return z.array(Candidate).parse(rows);
    },

    isTaken: async (username: string): Promise<boolean> =>
      (await db.connection('accounts').where({ username }).first('id')) !== undefined,

    async insertAccount(account: {
      id: AccountId;
      organisationId: OrganisationId;
      username: string;
      entry: DirectoryEntry;
      createdAt: Instant;
    }): Promise<void> {
      await db.connection('accounts').insert({
        id: account.id,
        organisation_id: account.organisationId,
        username: account.username,
        display_name: account.entry.name,
        job_title: account.entry.title,
        email: account.entry.email,
        created_at: account.createdAt,
      });
    },

    async link(identity: {
      directoryId: IdentityProviderId;
      stableId: string;
      organisationId: OrganisationId;
      accountId: AccountId;
      createdAt: Instant;
    }): Promise<void> {
      await db.connection('directory_identities').insert({
        directory_id: identity.directoryId,
        stable_id: identity.stableId,
        organisation_id: identity.organisationId,
        account_id: identity.accountId,
        created_at: identity.createdAt,
      });
    },

    async describe(accountId: AccountId, { name, title, email }: DirectoryEntry): Promise<void> {
      await db
        .connection('accounts')
        .where({ id: accountId })
        .update({ display_name: name, job_title: title, email: email });
    },

    /** @param at since when; null for not any more @returns whether that was new: others may have been first */
    async setDisabled(accountId: AccountId, at: Instant | null): Promise<boolean> {
      const accounts = db.connection('accounts').where({ id: accountId });
      const changed = await (at ? accounts.whereNull('disabled_at') : accounts).update({ disabled_at: at });
      if (changed !== 1) return false;
      await db.connection('directory_identities').where({ account_id: accountId }).update({ disabled_at: at });
      return true;
    },
  };
}
export type IdentitiesRepository = ReturnType<typeof createIdentitiesRepository>;
