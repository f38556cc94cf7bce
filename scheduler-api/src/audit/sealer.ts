import { firstHash, type RecordedEntry, sealedBy } from '@remote-clerk/shared/domain/audit-chain.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import * as repository from './seals-repository.ts';
import { hashOf, type Signer } from './signing-key.ts';

const atOnce = 5_000;

/** Puts what was written into its chain. Any number of servers may do so at once: each chain has one of them at a time. */
export function createSealer({
  db,
  clock,
  logger,
  signer,
}: Pick<Context, 'db' | 'clock' | 'logger'> & { signer: Signer }) {
  let lastRun: Instant | undefined;

  function sealsOf(
    entries: readonly RecordedEntry[],
    chain: string,
    before: { number: number; hash: string },
    afterPause: boolean,
  ) {
    const sealedAt = clock.now();
    let { number, hash } = before;
    const seals = entries.map((entry): repository.Seal => {
      number += 1;
      hash = hashOf(hash, { chain, number, sealedAt, afterPause, entry });
      return { chain, number, entryId: entry.id, sealedAt, afterPause, hash, keyId: null, signature: null };
    });
    const last = seals.at(-1);
    if (last) Object.assign(last, { keyId: signer.keyId, signature: signer.signHead(last) });
    return seals;
  }

  const sealSome = (chain: string, afterPause: boolean): Promise<number> =>
    db.transaction(async (connection) => {
      await repository.lockChain(connection, db.engine, chain);
      const entries = await repository.listWaiting(connection, chain, atOnce);
      const head = await repository.findHead(connection, chain);
      await repository.insertSeals(
        connection,
        sealsOf(entries, chain, head ?? { number: 0, hash: firstHash }, afterPause),
      );
      return entries.length;
    });

  return {
    /** @returns how many entries were sealed */
    async seal(): Promise<number> {
      const now = clock.now();
      const afterPause = lastRun === undefined || sealedBy(lastRun) < now;
      let sealed = 0;
      for (const chain of await repository.listWaitingChains(db.connection)) {
        for (let some = atOnce; some === atOnce; sealed += some) some = await sealSome(chain, afterPause);
      }
      lastRun = now;
      return sealed;
    },

    /** So that where the chains stand is also known outside the database: an anchor for `npm run audit:verify`. */
    async logHeads(): Promise<void> {
      for (const { chain, number, hash } of await repository.listHeads(db.connection)) {
        logger.info({ anchor: `${chain}:${number}:${hash}` }, 'where a chain of the record stands');
      }
    },
  };
}
