import type { RemoteParty } from '@remote-clerk/shared/call/call-state.ts';

export type TileSource = 'camera' | 'screen' | 'document';

/** One picture of somebody. The key stays the same when they come back as another party of the room. */
export type StageTile = {
  readonly key: string;
  readonly party: RemoteParty;
  readonly source: TileSource;
  readonly stream: MediaStream | null;
};

/** Pictures that can be large at once, such as the interpreter and the citizen. */
const mostPinned = 2;

/** Every picture there is, each person's camera before what they show. */
export function tilesOf(parties: readonly RemoteParty[]): StageTile[] {
  const seen = new Map<string, number>();
  return parties.flatMap((party) => {
    const who = `${party.role} ${party.name}`;
    const earlier = seen.get(who) ?? 0;
    seen.set(who, earlier + 1);
    const tile = (source: TileSource, stream: MediaStream): StageTile => ({
      key: `${who} ${earlier} ${source}`,
      party,
      source,
      stream,
    });
    return [
      tile('camera', party.stream),
      ...(party.screen ? [tile('screen', party.screen)] : []),
      ...(party.document ? [tile('document', party.document)] : []),
    ];
  });
}

/** Those that are pinned; without any what is being shown, and without that the first: the citizen. */
export function largeKeys(tiles: readonly StageTile[], pinned: readonly string[]): string[] {
  const chosen = tiles.filter(({ key }) => pinned.includes(key));
  if (chosen.length > 0) return chosen.map(({ key }) => key);
  const shown = tiles.findLast(({ source }) => source !== 'camera') ?? tiles[0];
  return shown ? [shown.key] : [];
}

/** Pins or lets go; the one pinned longest gives way to a third. */
export function togglePin(pinned: readonly string[], key: string): string[] {
  if (pinned.includes(key)) return pinned.filter((each) => each !== key);
  return [...pinned, key].slice(-mostPinned);
}
