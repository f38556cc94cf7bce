import type { ChainHead } from '@remote-clerk/shared/domain/audit-chain.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Connection } from '../../db/database.ts';
import type { KnownKeys } from '../signing-key.ts';
import { listChains } from './chain-reader.ts';
import type { ChainReport } from './findings.ts';
import { verifyChain } from './verify-chain.ts';

/**
 * Proves every chain of the record, or says of each what is wrong first.
 * @param options.keys public keys, that of now and earlier ones
 * @param options.anchors where chains stood once, noted outside the database
 * @param options.progress is told how many entries were read, over all chains
 */
export async function verifyRecord(
  connection: Connection,
  {
    keys,
    anchors = [],
    now,
    progress = () => {},
  }: { keys: KnownKeys; anchors?: readonly ChainHead[]; now: Instant; progress?: (entries: number) => void },
): Promise<ChainReport[]> {
  let read = 0;
  const count = (entries: number) => {
    read += entries;
    progress(read);
  };
  const chains = new Set([...(await listChains(connection)), ...anchors.map(({ chain }) => chain)]);
  const reports: ChainReport[] = [];
  for (const chain of chains)
    reports.push(await verifyChain(connection, chain, { keys, anchors, now, progress: count }));
  return reports;
}
