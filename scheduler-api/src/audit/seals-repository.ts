import { type ChainHead, chainOfNobody, type RecordedEntry } from '@remote-clerk/shared/domain/audit-chain.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';
import type { Connection } from '../db/database.ts';
import type { Engine } from '../db/engines.ts';
import { EntryRow, entryTable, rowsAtOnce } from './recorded-entry.ts';

export type Seal = ChainHead & {
  entryId: string;
  sealedAt: Instant;
  afterPause: boolean;
  keyId: string | null;
  signature: string | null;
};

const Head = z.object({ chain: z.string(), number: z.number(), hash: z.string() });
const Chains = z.array(z.object({ chain: z.string() }));

export async function listWaitingChains(connection: Connection): Promise<string[]> {
  return Chains.parse(await connection('audit_waiting').distinct('chain').orderBy('chain')).map(({ chain }) => chain);
}

/** Nobody else seals in this chain until the transaction is over. */
export async function lockChain(connection: Connection, engine: Engine, chain: string): Promise<void> {
  const organisation_id = chain === chainOfNobody ? null : chain;
  await connection('audit_chains').insert({ chain, organisation_id }).onConflict('chain').ignore();
  // SQLite's transactions have the database's one lock from their beginning.
  if (engine === 'postgres') await connection('audit_chains').where({ chain }).forUpdate().select('chain');
}

export async function findHead(connection: Connection, chain: string): Promise<ChainHead | undefined> {
  const row = await connection('audit_seals')
    .where({ chain })
    .orderBy('number', 'desc')
    .first('chain', 'number', 'hash');
  return Head.optional().parse(row);
}

/** Where every chain stands. */
export async function listHeads(connection: Connection): Promise<ChainHead[]> {
  const chains = Chains.parse(await connection('audit_chains').orderBy('chain').select('chain'));
  const heads: ChainHead[] = [];
  for (const { chain } of chains) {
    const head = await findHead(connection, chain);
    if (head) heads.push(head);
  }
  return heads;
}

/** In the order in which they were written: ids grow with time. */
export async function listWaiting(connection: Connection, chain: string, limit: number): Promise<RecordedEntry[]> {
  const waiting = connection('audit_waiting').where({ chain }).orderBy('entry_id').limit(limit).select('entry_id');
  const rows = await connection(entryTable).whereIn('id', waiting).orderBy('id');
  return z.array(EntryRow).parse(rows);
}

export async function insertSeals(connection: Connection, seals: readonly Seal[]): Promise<void> {
  for (let first = 0; first < seals.length; first += rowsAtOnce) {
    const some = seals.slice(first, first + rowsAtOnce);
    await connection('audit_seals').insert(
      some.map((seal) => ({
        chain: seal.chain,
        number: seal.number,
        organisation_id: seal.chain === chainOfNobody ? null : seal.chain,
        entry_id: seal.entryId,
        sealed_at: seal.sealedAt,
        after_pause: seal.afterPause,
        hash: seal.hash,
        key_id: seal.keyId,
        signature: seal.signature,
      })),
    );
    const ids = some.map(({ entryId }) => entryId);
    await connection('audit_waiting').whereIn('entry_id', ids).delete();
  }
}
