import type { CallState, RemoteParty } from '@remote-clerk/shared/call/call-state.ts';
import { mainRoles } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { GuestCall } from '../flow/guest-call.ts';
import { useGuest, useStore } from '../guest-context.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { OwnPicture } from '../parts/OwnPicture.tsx';
import { RemotePicture } from './RemotePicture.tsx';
import styles from './Stage.module.css';
import { Tile } from './Tile.tsx';

interface StageProps {
  readonly call: GuestCall;
  readonly state: CallState;
  readonly isHeld: boolean;
}

/**
 * Everyone in the call. Citizen and specialist are always there and equally large, as whoever interprets reads both faces
 * and hands; the others and oneself are small. What is being shown comes beside the two, not instead of them.
 */
export function Stage({ call, state, isHeld }: StageProps) {
  const say = useMessages();
  const guest = useGuest();
  const { hands } = useStore(guest.talk.state);
  const { camera } = useStore(guest.media.state);
  const parties = state.phase === 'in-call' || state.phase === 'reconnecting' ? state.parties : [];
  const isHandUp = ({ role, name }: RemoteParty) =>
    hands.some((hand) => hand.role === role && (role === 'citizen' || hand.name === name));
  const others = parties.filter(({ role }) => !mainRoles.some((main) => main === role));
  const shown = parties.flatMap((party) => [
    ...(party.screen ? [{ party, source: 'screen' as const, stream: party.screen }] : []),
    ...(party.document ? [{ party, source: 'document' as const, stream: party.document }] : []),
  ]);
  return (
    <section className={styles.stage} aria-label={say('call.stage')}>
      <div className={styles.main} data-shown={shown.length > 0}>
        {shown.map(({ party, source, stream }) => {
          const label =
            source === 'document'
              ? say('tile.document')
              : say('tile.screen', { name: party.name || say(`role.${party.role}`) });
          return (
            <figure key={`${party.id} ${source}`} className={styles.shown}>
              <RemotePicture call={call} partyId={party.id} source={source} stream={stream} label={label} isShown />
              <figcaption className={styles.caption}>{label}</figcaption>
            </figure>
          );
        })}
        {mainRoles.map((role) => {
          const party = parties.find((each) => each.role === role) ?? null;
          return (
            <Tile
              key={role}
              call={call}
              role={role}
              party={party}
              isHandUp={party !== null && isHandUp(party)}
              isHeld={isHeld && role === 'citizen'}
            />
          );
        })}
      </div>
      <div className={styles.small}>
        {others.map((party) => (
          <Tile key={party.id} call={call} role={party.role} party={party} isHandUp={isHandUp(party)} isHeld={false} />
        ))}
        <div className={styles.own} data-testid="own-picture">
          <OwnPicture camera={camera} isCameraOff={state.local.cameraMuted} />
        </div>
      </div>
    </section>
  );
}
