import { IconButton } from '@remote-clerk/shared/ui/IconButton.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { Hand, MicOff, Pin, PinOff, WifiOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import type { Call } from '../call-port.ts';
import { RemotePicture } from '../RemotePicture.tsx';
import styles from './PartyTile.module.css';
import type { StageTile } from './tiles.ts';

interface PartyTileProps {
  readonly call: Call | null;
  readonly tile: StageTile;
  /** The key that pins it. */
  readonly number: number;
  readonly isShown: boolean;
  readonly isLarge: boolean;
  readonly isPinned: boolean;
  /** On hold: their picture stands still, and they see nobody. */
  readonly isHeld: boolean;
  readonly isHandRaised: boolean;
  /** What was heard of their speech. */
  readonly caption: string | null;
  /** null: there is nothing to choose between. */
  readonly onPin: (() => void) | null;
}

/** One picture with who it is, and what is to be known of them. */
export function PartyTile(props: PartyTileProps) {
  const { call, tile, number, isShown, isLarge, isPinned, isHeld, isHandRaised, caption, onPin } = props;
  const say = useMessages();
  const { party, source, stream } = tile;
  const figure = useRef<HTMLElement>(null);
  useShownSize(figure, call, party.id, source);
  const isCamera = source === 'camera';
  const isCitizen = party.role === 'citizen';
  const name = isCitizen ? say('actor.citizen') : party.name;
  const about = [
    isCitizen ? party.name : say(`actor.${party.role}`),
    isCamera ? null : say(`call.tile.${source}`),
  ].filter((words) => words !== null);
  const what = [name, ...about].join(' · ');
  const pinWords = say(isPinned ? 'call.unpin' : 'call.pin', { name: what });
  useShortcut(String(number), pinWords, () => onPin?.(), isShown && onPin !== null);
  return (
    <figure
      ref={figure}
      className={styles.tile}
      data-shown={isShown}
      data-large={isLarge}
      data-away={!party.connected}
      aria-label={what}
    >
      <RemotePicture
        stream={stream}
        label={what}
        testId={isCamera && isCitizen ? 'remote-video' : 'party-video'}
        isShown={isShown}
        isWhole={isLarge || !isCamera}
        isCameraOff={isHeld || (isCamera && party.cameraMuted)}
        offWords={say(isHeld ? 'call.held' : isCitizen ? 'call.remote-camera-off' : 'call.tile.camera-off')}
      />
      {isShown && (
        <>
          {caption && <p className={styles.heard}>{caption}</p>}
          <figcaption className={styles.caption}>
            <span className={styles.name}>{name}</span>
            <span className={styles.role}>{about.join(' · ')}</span>
            {isCamera && !party.connected && (
              <span className={styles.mark}>
                <WifiOff role="img" aria-label={say('call.tile.away')} />
                <span aria-hidden="true">{say('call.tile.away')}</span>
              </span>
            )}
            {isCamera && party.connected && party.microphoneMuted && (
              <span className={styles.mark}>
                <MicOff role="img" aria-label={say('call.tile.muted')} />
                <span aria-hidden="true">{say('call.tile.muted')}</span>
              </span>
            )}
            {isCamera && isHandRaised && (
              <span className={styles.mark}>
                <Hand role="img" aria-label={say('call.tile.hand')} />
                <span aria-hidden="true">{say('call.tile.hand')}</span>
              </span>
            )}
          </figcaption>
          {onPin && (
            <div className={styles.pin}>
              <IconButton icon={isPinned ? PinOff : Pin} label={pinWords} shortcut={String(number)} onPress={onPin} />
            </div>
          )}
        </>
      )}
    </figure>
  );
}

/** Says to the node how large the picture is here, in device pixels, so that no more of it is sent than is seen. */
function useShownSize(
  figure: React.RefObject<HTMLElement | null>,
  call: Call | null,
  partyId: string,
  source: StageTile['source'],
): void {
  useEffect(() => {
    const element = figure.current;
    if (!element || !call) return;
    const observer = new ResizeObserver(() => {
      const { clientWidth, clientHeight } = element;
      call.showAt(partyId, source, {
        width: Math.round(clientWidth * devicePixelRatio),
        height: Math.round(clientHeight * devicePixelRatio),
      });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      call.showAt(partyId, source, { width: 0, height: 0 });
    };
  }, [figure, call, partyId, source]);
}
