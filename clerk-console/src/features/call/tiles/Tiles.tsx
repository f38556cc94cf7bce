import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import { LiveRegion } from '@remote-clerk/shared/ui/LiveRegion.tsx';
import { type CSSProperties, useState } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import type { Call } from '../call-port.ts';
import { isSamePerson, type PassingState } from '../in-passing.ts';
import { OwnPicture } from '../OwnPicture.tsx';
import { speakerName } from '../speaker-name.ts';
import { PartyTile } from './PartyTile.tsx';
import styles from './Tiles.module.css';
import { largeKeys, tilesOf, togglePin } from './tiles.ts';

interface TilesProps {
  readonly call: Call | null;
  readonly state: CallState;
  readonly isShown: boolean;
  /** The citizen is on hold. */
  readonly isHeld: boolean;
  readonly passing: Pick<PassingState, 'hands' | 'captions'>;
}

/** As many columns as rows of one, two, three, four and six can share. */
const columns = 12;
const perRow = [3, 4, 6] as const;

/** Everybody's pictures: one or two large, the others and oneself in a row below. */
export function Tiles({ call, state, isShown, isHeld, passing }: TilesProps) {
  const say = useMessages();
  const [pinned, setPinned] = useState<readonly string[]>([]);
  const tiles = tilesOf(state.parties);
  const large = largeKeys(tiles, pinned);
  const small = tiles.length - large.length;
  const spans: CSSProperties & Record<`--${string}`, number> = {
    '--large-span': columns / Math.max(1, large.length),
    // One's own picture stands in the row too.
    '--small-span': columns / (perRow.find((most) => small + 1 <= most) ?? 6),
  };
  return (
    <div className={styles.tiles} style={spans} data-row={isShown && small > 0} data-large={large.length}>
      {tiles.map((tile, index) => (
        <PartyTile
          key={tile.key}
          call={call}
          tile={tile}
          number={index + 1}
          isShown={isShown}
          isLarge={large.includes(tile.key)}
          isPinned={pinned.includes(tile.key)}
          isHeld={isHeld && tile.party.role === 'citizen'}
          isHandRaised={passing.hands.some((hand) => isSamePerson(hand, tile.party))}
          caption={
            tile.source === 'camera'
              ? (passing.captions.find((caption) => isSamePerson(caption, tile.party))?.text ?? null)
              : null
          }
          onPin={tiles.length > 1 ? () => setPinned(togglePin(pinned, tile.key)) : null}
        />
      ))}
      <div className={styles.own}>
        <OwnPicture isCameraOff={state.local.cameraMuted} />
      </div>
      <LiveRegion
        message={passing.hands.map((hand) => say('call.hand-raised', { name: speakerName(say, hand) })).join(' ')}
      />
    </div>
  );
}
