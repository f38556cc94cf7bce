import type { Instant } from '@remote-clerk/shared/domain/time.ts';

/** What can be wrong with a chain. */
export const wrongs = {
  'seal-missing': 'a seal is missing: the numbers have a gap',
  'entry-missing': 'the entry was taken away',
  changed: 'the entry, or its seal, is not what was sealed',
  'other-chain': 'the entry belongs to another chain',
  'wrong-signature': 'the signature is not one of a known key over this place',
  'head-not-signed': 'the last seal carries no signature',
  'into-the-past': 'the entry was written long after the time that it says',
  'not-sealed': 'the entry has no seal, though it should have had one long ago',
  'behind-anchor': 'the chain ends before the anchor: its end was cut off',
  'not-the-anchor': 'where the anchor was, something else stands',
} as const;
export type Wrong = keyof typeof wrongs;

/** The first thing that is wrong with a chain. */
export type Break = { chain: string; wrong: Wrong; number: number | null; entryId: string | null; at: Instant | null };

/** Entries that had to wait for a server: what came while none ran shows here, with how many and when. */
export type Pause = { chain: string; from: Instant; until: Instant; sealedAt: Instant; entries: number };

export type ChainReport = { chain: string; entries: number; hash: string; break: Break | null; pauses: Pause[] };
