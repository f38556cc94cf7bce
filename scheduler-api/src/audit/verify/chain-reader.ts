import type { Instant as InstantType } from '@remote-clerk/shared/domain/time.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import { booleanColumn } from '../../db/columns.ts';
import type { Connection } from '../../db/database.ts';
import { EntryRow, entryTable } from '../recorded-entry.ts';

const atOnce = 5_000;

const SealRow = z.object({
  number: z.number(),
  entry_id: z.string(),
  sealed_at: Instant,
  after_pause: booleanColumn,
  hash: z.string(),
  key_id: z.string().nullable(),
  signature: z.string().nullable(),
});
const Joined = z.looseObject({ id: z.string().nullable(), ...SealRow.shape });
const Waiting = z.object({ id: z.string(), at: Instant });

/** Chains that have seals or should have: one whose row was taken away is found by its entries. */
export async function listChains(connection: Connection): Promise<string[]> {
  const Rows = z.array(z.object({ chain: z.string().nullable() }));
  const sealed = Rows.parse(await connection('audit_seals').distinct('chain'));
  const written = Rows.parse(await connection(entryTable).distinct('organisation_id as chain'));
  return [...new Set([...sealed, ...written].map(({ chain }) => chain ?? 'none'))].sort();
}

/** A chain's seals in order, each with its entry, some thousands in memory at once. */
export async function* readChain(connection: Connection, chain: string) {
  for (let after: number | undefined = 0; after !== undefined; ) {
    const rows: unknown[] = await connection('audit_seals as s')
      .leftJoin(`${entryTable} as e`, 'e.id', 's.entry_id')
      .where('s.chain', chain)
      .where('s.number', '>', after)
      .orderBy('s.number')
      .limit(atOnce)
      .select('e.*', 's.number', 's.entry_id', 's.sealed_at', 's.after_pause', 's.hash', 's.key_id', 's.signature');
    let last: number | undefined;
    for (const row of rows) {
      const { id } = Joined.pick({ id: true }).parse(row);
      const seal = SealRow.parse(row);
      last = seal.number;
      yield { seal, entry: id === null ? null : EntryRow.parse(row) };
    }
    after = rows.length === atOnce ? last : undefined;
  }
}

/** The first entry of a chain that is older than this and stands in no chain at all. */
export async function findUnsealed(connection: Connection, chain: string, before: InstantType) {
  const query = connection(`${entryTable} as e`)
    .leftJoin('audit_seals as s', 's.entry_id', 'e.id')
    .whereNull('s.entry_id')
    .where('e.at', '<', before)
    .orderBy('e.id');
  if (chain === 'none') query.whereNull('e.organisation_id');
  else query.where('e.organisation_id', chain);
  return Waiting.optional().parse(await query.first('e.id', 'e.at'));
}

/** Whether an entry that waited to be sealed was taken away before it was. */
export async function findLostWaiting(connection: Connection, chain: string): Promise<string | undefined> {
  const row: unknown = await connection('audit_waiting as w')
    .leftJoin(`${entryTable} as e`, 'e.id', 'w.entry_id')
    .where('w.chain', chain)
    .whereNull('e.id')
    .first('w.entry_id as id');
  return z.object({ id: z.string() }).optional().parse(row)?.id;
}
