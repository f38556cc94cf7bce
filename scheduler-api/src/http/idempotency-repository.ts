import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import { jsonColumn, toJson } from '../db/columns.ts';
import type { Connection } from '../db/database.ts';

const table = 'idempotency_keys';
type Id = { principal: string; key: string };

const Row = z
  .object({ route: z.string(), request_hash: z.string(), reply: jsonColumn(z.unknown()) })
  .transform((row) => ({ route: row.route, requestHash: row.request_hash, reply: row.reply }));

export async function findReply(connection: Connection, id: Id): Promise<z.output<typeof Row> | undefined> {
  const row = await connection(table).where(id).first();
  return row && Row.parse(row);
}

export async function reserve(
  connection: Connection,
  call: Id & { route: string; requestHash: string; createdAt: Instant },
): Promise<void> {
  await connection(table).insert({
    principal: call.principal,
    key: call.key,
    route: call.route,
    request_hash: call.requestHash,
    reply: toJson(null),
    created_at: call.createdAt,
  });
}

export async function saveReply(connection: Connection, id: Id, reply: unknown): Promise<void> {
  await connection(table)
    .where(id)
    .update({ reply: toJson(reply) });
}

export async function deleteBefore(connection: Connection, instant: Instant): Promise<void> {
  await connection(table).where('created_at', '<', instant).delete();
}
