import { AccountId, IdentityProviderId, OrganisationId, StaffSessionId } from '@remote-clerk/shared/domain/ids.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../../db/database.ts';

const Row = z
  .object({
    session_id: StaffSessionId,
    organisation_id: OrganisationId,
    account_id: AccountId,
    provider_id: IdentityProviderId,
    subject: z.string(),
    sid: z.string().nullable(),
    id_token: z.string(),
  })
  .transform((row) => ({
    sessionId: row.session_id,
    organisationId: row.organisation_id,
    accountId: row.account_id,
    providerId: row.provider_id,
    subject: row.subject,
    sid: row.sid,
    /** Sealed, for the session's id. */
    idToken: row.id_token,
  }));
export type ProviderSession = z.output<typeof Row>;

/** Rows of `provider_sessions` and `used_logout_tokens`. What narrows them is the provider, or the session. */
export function createProviderSessionsRepository(db: Database) {
  const table = () => db.connection('provider_sessions');

  return {
    async insert(session: ProviderSession): Promise<void> {
      await table().insert({
        session_id: session.sessionId,
        organisation_id: session.organisationId,
        account_id: session.accountId,
        provider_id: session.providerId,
        subject: session.subject,
        sid: session.sid,
        id_token: session.idToken,
      });
    },

    async find(sessionId: StaffSessionId): Promise<ProviderSession | undefined> {
      const row = await table().where({ session_id: sessionId }).first();
      return row && Row.parse(row);
    },

    /** Those that began at a provider; narrowed by what of `subject` and `sid` is given. */
    async list(
      providerId: IdentityProviderId,
      { subject, sid }: { subject: string | null; sid: string | null },
    ): Promise<ProviderSession[]> {
      const query = table().where({ provider_id: providerId });
      if (subject !== null) query.where({ subject });
      if (sid !== null) query.where({ sid });
      return z.array(Row).parse(await query.select('*'));
    },

    async delete(sessionId: StaffSessionId): Promise<void> {
      await table().where({ session_id: sessionId }).delete();
    },

    /** @throws a duplicate's error for a token that was used before */
    async insertUsedToken(token: {
      providerId: IdentityProviderId;
      organisationId: OrganisationId;
      fingerprint: string;
      expiresAt: Instant;
    }): Promise<void> {
      await db.connection('used_logout_tokens').insert({
        provider_id: token.providerId,
        organisation_id: token.organisationId,
        fingerprint: token.fingerprint,
        expires_at: token.expiresAt,
      });
    },

    /** Forgets what belongs to sessions that are not there any more, and tokens that are over anyway. */
    async deleteOver(now: Instant): Promise<void> {
      const there = db.connection('staff_sessions').whereNull('ended_at').whereNotNull('id').select('id');
      await table().whereNotIn('session_id', there).delete();
      await db.connection('used_logout_tokens').where('expires_at', '<', now).delete();
    },
  };
}
