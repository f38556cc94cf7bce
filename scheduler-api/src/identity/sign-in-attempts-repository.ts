import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Connection } from '../db/database.ts';

const table = 'sign_in_attempts';

const Row = z
  .object({
    failures: z.int(),
    last_failed_at: Instant.nullable(),
    last_succeeded_at: Instant.nullable(),
    blocked_until: Instant.nullable(),
  })
  .transform((row) => ({
    failures: row.failures,
    lastFailedAt: row.last_failed_at,
    lastSucceededAt: row.last_succeeded_at,
    blockedUntil: row.blocked_until,
  }));
export type Attempts = z.output<typeof Row>;

/** Locks the bucket until the transaction ends, so that attempts at once are counted one after the other. */
export async function findAttempts(connection: Connection, bucket: string): Promise<Attempts> {
  await connection(table).insert({ bucket, failures: 0 }).onConflict('bucket').ignore();
  const query = connection(table).where({ bucket });
  return Row.parse(await query.forUpdate().first());
}

export async function saveAttempts(connection: Connection, bucket: string, attempts: Attempts): Promise<void> {
  await connection(table).where({ bucket }).update({
    failures: attempts.failures,
    last_failed_at: attempts.lastFailedAt,
    last_succeeded_at: attempts.lastSucceededAt,
    blocked_until: attempts.blockedUntil,
  });
}

/** Forgets the buckets in which nothing has happened since. */
export async function deleteIdle(connection: Connection, before: Instant): Promise<void> {
  await connection(table)
    .where((failed) => failed.whereNull('last_failed_at').orWhere('last_failed_at', '<', before))
    .where((succeeded) => succeeded.whereNull('last_succeeded_at').orWhere('last_succeeded_at', '<', before))
    .delete();
}
