import { type ChainHead, chainOf, firstHash, headText, sealedBy } from '@remote-clerk/shared/domain/audit-chain.ts';
import { addMilliseconds, epochMilliseconds, type Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Connection } from '../../db/database.ts';
import { hashOf, isSigned, type KnownKeys } from '../signing-key.ts';
import { findLostWaiting, findUnsealed, readChain } from './chain-reader.ts';
import type { Break, ChainReport, Pause, Wrong } from './findings.ts';

/** How long an entry may wait for its seal before it counts as forgotten. */
const sealedWithinMs = 60_000;

type Options = { keys: KnownKeys; anchors: readonly ChainHead[]; now: Instant; progress: (entries: number) => void };

/** Goes along one chain from its first link to its last, and stops at the first that is not as it was. */
export async function verifyChain(connection: Connection, chain: string, options: Options): Promise<ChainReport> {
  const { keys, progress, now } = options;
  const anchors = new Map(options.anchors.filter((one) => one.chain === chain).map((one) => [one.number, one.hash]));
  const pauses: Pause[] = [];
  let number = 0;
  let hash = firstHash;
  let signed = true;
  let latest: Instant | undefined;

  const report = (found: Break | null): ChainReport => ({ chain, entries: number, hash, break: found, pauses });
  const broken = (wrong: Wrong, of: { number?: number; entryId?: string; at?: Instant } = {}): ChainReport =>
    report({ chain, wrong, number: of.number ?? null, entryId: of.entryId ?? null, at: of.at ?? null });

  for await (const { seal, entry } of readChain(connection, chain)) {
    const place = { number: seal.number, entryId: seal.entry_id, at: entry?.at ?? seal.sealed_at };
    if (seal.number !== number + 1) return broken('seal-missing', { number: number + 1 });
    if (!entry) return broken('entry-missing', place);
    const sealedAt = seal.sealed_at;
    const expected = hashOf(hash, { chain, number: seal.number, sealedAt, afterPause: seal.after_pause, entry });
    if (expected !== seal.hash) return broken('changed', place);
    if (chainOf(entry.organisationId) !== chain) return broken('other-chain', place);
    signed = seal.signature !== null;
    if (seal.signature !== null) {
      const key = keys.get(seal.key_id ?? '');
      const head = headText({ chain, number: seal.number, hash: seal.hash });
      if (!key || !isSigned(key, head, seal.signature)) return broken('wrong-signature', place);
    }
    if (anchors.has(seal.number) && anchors.get(seal.number) !== seal.hash) return broken('not-the-anchor', place);

    const late = sealedBy(entry.at) < sealedAt;
    // Also while no server ran nobody wrote what is older than what had been sealed by then.
    const behind = latest !== undefined && sealedBy(entry.at) < latest;
    if (behind || (late && !seal.after_pause)) return broken('into-the-past', place);
    if (late) notePause(pauses, { chain, from: entry.at, until: entry.at, sealedAt, entries: 1 });
    if (latest === undefined || latest < entry.at) latest = entry.at;
    number = seal.number;
    hash = seal.hash;
    progress(1);
  }

  if (!signed) return broken('head-not-signed', { number });
  const furthest = Math.max(0, ...anchors.keys());
  if (number < furthest) return broken('behind-anchor', { number: furthest });
  const lost = await findLostWaiting(connection, chain);
  if (lost) return broken('entry-missing', { entryId: lost });
  const unsealed = await findUnsealed(connection, chain, addMilliseconds(now, -sealedWithinMs));
  if (unsealed) return broken('not-sealed', { entryId: unsealed.id, at: unsealed.at });
  return report(null);
}

/** Entries that were sealed together after the same pause are told of together. */
function notePause(pauses: Pause[], found: Pause): void {
  const last = pauses.at(-1);
  if (!last || epochMilliseconds(last.sealedAt) !== epochMilliseconds(found.sealedAt)) {
    pauses.push(found);
    return;
  }
  last.entries += 1;
  if (found.from < last.from) last.from = found.from;
  if (last.until < found.until) last.until = found.until;
}
