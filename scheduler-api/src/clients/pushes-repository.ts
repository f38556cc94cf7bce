import { AccountId, ApiClientId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';

const Receiver = z
  .object({
    id: ApiClientId,
    organisation_id: OrganisationId,
    push_url: z.string(),
    push_secret: z.string(),
    failed_pushes: z.number(),
  })
  .transform((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    url: row.push_url,
    sealedSecret: row.push_secret,
    failures: row.failed_pushes,
  }));
export type Receiver = z.output<typeof Receiver>;

const Change = z
  .object({ account_id: AccountId, organisation_id: OrganisationId, username: z.string(), changes: z.number() })
  .transform((row) => ({
    accountId: row.account_id,
    organisationId: row.organisation_id,
    username: row.username,
    changes: row.changes,
  }));
export type Change = z.output<typeof Change>;

/** Rows of `client_pushes`, which the database itself writes with every change of a right. */
export function createPushesRepository(db: Database) {
  return {
    /** Systems that are still to be told something now. Locked by their next time: another process takes another one. */
    async takeDue(now: Instant, untilThen: Instant): Promise<Receiver[]> {
      const rows = await db
        .connection('api_clients as c')
        .whereNotNull('c.push_url')
        .whereNull('c.disabled_at')
        .where((due) => due.whereNull('c.next_push_at').orWhere('c.next_push_at', '<=', now))
        .whereExists(db.connection('client_pushes as p').whereRaw('p.client_id = c.id'))
        .update({ next_push_at: untilThen })
        .returning(['id', 'organisation_id', 'push_url', 'push_secret', 'failed_pushes']);
      return z.array(Receiver).parse(rows);
    },

    async listChanges(clientId: ApiClientId, limit: number): Promise<Change[]> {
      const rows = await db
        .connection('client_pushes as p')
        .join('accounts as a', 'a.id', 'p.account_id')
        .where('p.client_id', clientId)
        .orderBy('p.account_id')
        .limit(limit)
        .select('p.account_id', 'p.changes', 'a.username', 'a.organisation_id');
      return z.array(Change).parse(rows);
    },

    /** What has changed again meanwhile stays. */
    async forget(clientId: ApiClientId, told: readonly Change[]): Promise<void> {
      for (const { accountId, changes } of told) {
        await db.connection('client_pushes').where({ client_id: clientId, account_id: accountId, changes }).delete();
      }
    },

    async noteResult(id: ApiClientId, result: { problem: string | null; failures: number; next: Instant | null }) {
      await db
        .connection('api_clients')
        .where({ id })
        .update({ push_problem: result.problem, failed_pushes: result.failures, next_push_at: result.next });
    },
  };
}
