import { IdentityProviderId, type OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../../db/database.ts';

const Row = z
  .object({
    provider_id: IdentityProviderId,
    state: z.string(),
    nonce: z.string(),
    verifier: z.string(),
    expires_at: Instant,
  })
  .transform(({ provider_id, expires_at, ...flow }) => ({ ...flow, providerId: provider_id, expiresAt: expires_at }));
type BegunFlow = z.output<typeof Row>;

/** Rows of `sign_in_flows`: sign-ins that a browser has begun. They are nobody's yet, so that there is no scope. */
export function createFlowsRepository(db: Database) {
  const table = () => db.connection('sign_in_flows');

  return {
    async insert(flow: BegunFlow & { fingerprint: string; organisationId: OrganisationId }): Promise<void> {
      await table().insert({
        fingerprint: flow.fingerprint,
        organisation_id: flow.organisationId,
        provider_id: flow.providerId,
        state: flow.state,
        nonce: flow.nonce,
        verifier: flow.verifier,
        expires_at: flow.expiresAt,
      });
    },

    /** Takes it away, so that it is used once: of two who ask, one gets it. */
    async take(fingerprint: string): Promise<BegunFlow | undefined> {
      const row = await table().where({ fingerprint }).first();
      const taken = await table().where({ fingerprint }).delete();
      return taken === 1 ? Row.parse(row) : undefined;
    },

    async deleteExpired(now: Instant): Promise<void> {
      await table().where('expires_at', '<', now).delete();
    },
  };
}
