import { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Connection } from '../db/database.ts';

const table = 'staff_sessions';

const Row = z
  .object({ account_id: AccountId, last_used_at: Instant, expires_at: Instant })
  .transform((row) => ({ accountId: row.account_id, lastUsedAt: row.last_used_at, expiresAt: row.expires_at }));
export type StaffSession = z.output<typeof Row>;

export async function insertSession(
  connection: Connection,
  session: { tokenHash: string; accountId: AccountId; createdAt: Instant; expiresAt: Instant },
): Promise<void> {
  await connection(table).insert({
    token_hash: session.tokenHash,
    account_id: session.accountId,
    created_at: session.createdAt,
    last_used_at: session.createdAt,
    expires_at: session.expiresAt,
  });
}

/** A session that was not ended; whether it has run out is for the caller to see. */
export async function findSession(connection: Connection, tokenHash: string): Promise<StaffSession | undefined> {
  const row = await connection(table).where({ token_hash: tokenHash, ended_at: null }).first();
  return row && Row.parse(row);
}

export async function touchSession(connection: Connection, tokenHash: string, at: Instant): Promise<void> {
  await connection(table).where({ token_hash: tokenHash }).update({ last_used_at: at });
}

/** @returns how many were ended: 0 when there is none, or it was ended before */
export async function endSessions(
  connection: Connection,
  which: { token_hash: string } | { account_id: AccountId },
  at: Instant,
): Promise<number> {
  return connection(table).where(which).whereNull('ended_at').update({ ended_at: at });
}

export async function deleteExpired(connection: Connection, before: Instant): Promise<void> {
  await connection(table).where('expires_at', '<', before).delete();
}
