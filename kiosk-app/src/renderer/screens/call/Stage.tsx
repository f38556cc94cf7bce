import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { useParts, useStore } from '../../kiosk/kiosk-context.tsx';
import { PartyVideo } from './PartyVideo.tsx';
import styles from './Stage.module.css';
import { type Tile, tilesOf } from './tiles.ts';

interface StageProps {
  readonly call: CallState | null;
  readonly isShown: boolean;
  /** Nothing beside the pictures says who it is. */
  readonly isNamed: boolean;
}

/**
 * Everybody's pictures. It is there before anybody is to be seen, so that the first frame finds its place ready; while it is not
 * shown it is transparent, for what is not there at all is not decoded.
 */
export function Stage({ call, isShown, isNamed }: StageProps) {
  const { talk } = useParts();
  const { volume } = useStore(talk);
  const tiles = tilesOf(call);
  const count = (size: Tile['size']) => tiles.filter((tile) => tile.size === size).length;
  return (
    <div
      className={isShown ? styles.stage : `${styles.stage} ${styles.waiting}`}
      data-mains={count('main')}
      data-sides={Math.min(3, count('side'))}
      aria-hidden={!isShown}
    >
      {tiles.map((tile) => (
        <StageTile
          key={tile.key}
          tile={tile}
          isNamed={isNamed || tiles.length > 1}
          isShown={isShown}
          volume={call?.held ? 0 : volume}
        />
      ))}
    </div>
  );
}

interface StageTileProps {
  readonly tile: Tile;
  readonly isNamed: boolean;
  readonly isShown: boolean;
  readonly volume: number;
}

function StageTile({ tile, isNamed, isShown, volume }: StageTileProps) {
  const say = useMessages();
  const { call } = useParts();
  const { party, source, size } = tile;
  const isScreen = source === 'screen';
  const hasPicture = isScreen || !party.cameraMuted;
  const role = say(isScreen ? 'call.sharedScreen' : `call.role.${party.role}`);
  return (
    <figure className={size === 'main' ? styles.main : styles.side}>
      <PartyVideo
        stream={isScreen ? party.screen : party.stream}
        name={party.name}
        isWhole={isScreen}
        isShown={isShown && hasPicture}
        volume={volume}
        marksFirstFrame={tile.key === 'specialist'}
        onSize={(shown) => call.showAt(party.id, source, shown)}
      />
      {!hasPicture && isNamed && <p className={styles.hidden}>{say('call.cameraOff')}</p>}
      {isNamed && (
        <figcaption className={styles.name}>
          <strong>{party.name}</strong> <span>{role}</span>
          {!isScreen && !party.connected && <span>{say('call.partyComesBack')}</span>}
        </figcaption>
      )}
    </figure>
  );
}
