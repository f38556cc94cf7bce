import { signInMethods } from '@remote-clerk/shared/contracts/http/sign-in.ts';
import { AccountId, type OrganisationId, StaffSessionId } from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import { booleanColumn } from '../db/columns.ts';
import type { Connection } from '../db/database.ts';

const table = 'staff_sessions';

const Row = z
  .object({
    id: StaffSessionId,
    account_id: AccountId,
    method: z.enum(signInMethods),
    device: z.string(),
    created_at: Instant,
    last_used_at: Instant,
    expires_at: Instant,
    limited: booleanColumn,
  })
  .transform((row) => ({
    id: row.id,
    accountId: row.account_id,
    method: row.method,
    device: row.device,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
    /** Good for nothing but to look after how one signs in. */
    limited: row.limited,
  }));
export type StaffSession = z.output<typeof Row>;

export type NewSession = Omit<StaffSession, 'lastUsedAt'> & {
  tokenHash: string;
  organisationId: OrganisationId;
  sourceIp: string;
};

export async function insertSession(connection: Connection, session: NewSession): Promise<void> {
  await connection(table).insert({
    id: session.id,
    token_hash: session.tokenHash,
    account_id: session.accountId,
    organisation_id: session.organisationId,
    method: session.method,
    device: session.device,
    source_ip: session.sourceIp,
    created_at: session.createdAt,
    last_used_at: session.createdAt,
    expires_at: session.expiresAt,
    limited: session.limited,
  });
}

/** A session that was not ended; whether it has run out is for the caller to see. */
export async function findSession(connection: Connection, tokenHash: string): Promise<StaffSession | undefined> {
  const row = await connection(table).where({ token_hash: tokenHash, ended_at: null }).first();
  return row && Row.parse(row);
}

/** Those that were not ended, have not run out and were used since; the latest used first. */
export async function listSessions(
  connection: Connection,
  accountId: AccountId,
  { now, usedAfter }: { now: Instant; usedAfter: Instant },
): Promise<StaffSession[]> {
  const rows = await connection(table)
    .where({ account_id: accountId, ended_at: null })
    .where('expires_at', '>', now)
    .where('last_used_at', '>', usedAfter)
    .orderBy([
      { column: 'last_used_at', order: 'desc' },
      { column: 'created_at', order: 'desc' },
    ]);
  return z.array(Row).parse(rows);
}

export async function touchSession(connection: Connection, id: StaffSessionId, at: Instant): Promise<void> {
  await connection(table).where({ id }).update({ last_used_at: at });
}

/** @returns whose sessions were ended: none when there is none, or it was ended before */
export async function endSessions(
  connection: Connection,
  which: { token_hash: string } | { account_id?: AccountId; id: StaffSessionId } | { account_id: AccountId },
  at: Instant,
  except?: StaffSessionId,
): Promise<AccountId[]> {
  const query = connection(table).where(which).whereNull('ended_at');
  if (except) query.whereNot('id', except);
  const rows = await query.update({ ended_at: at }).returning('account_id');
  return z
    .array(z.object({ account_id: AccountId }))
    .parse(rows)
    .map((row) => row.account_id);
}

export async function deleteExpired(connection: Connection, before: Instant): Promise<void> {
  await connection(table).where('expires_at', '<', before).delete();
}
