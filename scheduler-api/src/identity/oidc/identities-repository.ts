import { AccountId, type IdentityProviderId, type OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../../db/database.ts';

const Row = z
  .object({ id: AccountId, disabled_at: Instant.nullable() })
  .transform(({ id, disabled_at }) => ({ id, disabled: disabled_at !== null }));
type Found = z.output<typeof Row>;

type Identity = { providerId: IdentityProviderId; subject: string };

/** Rows of `external_identities`, and the accounts that they are of. What narrows them is the provider's organisation. */
export function createIdentitiesRepository(db: Database) {
  return {
    async findAccount({ providerId, subject }: Identity): Promise<Found | undefined> {
      const row = await db
        .connection('external_identities as e')
        .join('accounts as a', 'a.id', 'e.account_id')
        .where({ 'e.provider_id': providerId, 'e.subject': subject })
        .first('a.id', 'a.disabled_at');
      return row && Row.parse(row);
    },

    /** Accounts of the organisation that nobody of this provider has. @param by a value in lower case */
    async findUnclaimed(
      organisationId: OrganisationId,
      providerId: IdentityProviderId,
      by: { email: string } | { username: string },
    ): Promise<Found[]> {
      const query = db
        .connection('accounts')
        .where('organisation_id', organisationId)
        .whereNotIn('id', db.connection('external_identities').where({ provider_id: providerId }).select('account_id'))
        .orderBy('id')
        .limit(2);
      if ('email' in by) query.whereRaw('lower(email) = ?', [by.email]);
      else query.where('username', by.username);
      return z.array(Row).parse(await query.select('id', 'disabled_at'));
    },

    async isUsernameTaken(username: string): Promise<boolean> {
      return (await db.connection('accounts').where({ username }).first('id')) !== undefined;
    },

    async insertAccount(account: {
      id: AccountId;
      organisationId: OrganisationId;
      username: string;
      name: string;
      email: string | null;
      createdAt: Instant;
    }): Promise<void> {
      await db.connection('accounts').insert({
        id: account.id,
        organisation_id: account.organisationId,
        username: account.username,
        display_name: account.name,
        email: account.email,
        created_at: account.createdAt,
      });
    },

    async insert(
      identity: Identity & { organisationId: OrganisationId; accountId: AccountId; createdAt: Instant },
    ): Promise<void> {
      await db.connection('external_identities').insert({
        provider_id: identity.providerId,
        subject: identity.subject,
        organisation_id: identity.organisationId,
        account_id: identity.accountId,
        created_at: identity.createdAt,
      });
    },
  };
}
