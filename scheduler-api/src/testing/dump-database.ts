import { z } from 'zod';
import type { Context } from '../context.ts';

const Names = z.array(z.object({ name: z.string() }));
const Rows = z.array(z.record(z.string(), z.unknown()));

/** What using a session, asking twice and being refused write down by themselves. */
const incidental = [
  'audit_entries',
  'audit_chains',
  'audit_seals',
  'audit_waiting',
  'idempotency_keys',
  'sign_in_attempts',
  'kiosk_challenges',
  'kiosk_sessions',
  'guest_sessions',
];

/**
 * Every row there is, as text, by table: compare two of them to see that nothing was changed between.
 * @param owners only rows that belong to one of these organisations
 */
export async function dumpDatabase({ db }: Pick<Context, 'db'>, owners?: readonly string[]) {
  const query =
    db.engine === 'postgres'
      ? db.connection('information_schema.tables').where({ table_schema: 'public' }).select('table_name as name')
      : db.connection('sqlite_master').where({ type: 'table' }).whereNot('name', 'like', 'sqlite%').select('name');
  const tables = Names.parse(await query).map(({ name }) => name);
  const dump: Record<string, string[]> = {};
  for (const table of tables.filter((name) => !incidental.includes(name)).sort()) {
    const rows = Rows.parse(await db.connection(table).select('*')).filter(
      (row) => !owners || owners.some((owner) => row.organisation_id === owner || row.host_organisation_id === owner),
    );
    dump[table] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return dump;
}
