import type { RemoteParty } from '@remote-clerk/shared/call/call-state.ts';
import { Hand, MicOff, Pause, UserRound, VideoOff, WifiOff } from 'lucide-react';
import type { GuestCall } from '../flow/guest-call.ts';
import { useMessages } from '../messages/use-messages.ts';
import { RemotePicture } from './RemotePicture.tsx';
import styles from './Tile.module.css';

interface TileProps {
  readonly call: GuestCall;
  readonly role: RemoteParty['role'];
  /** null while they are not there yet. */
  readonly party: RemoteParty | null;
  readonly isHandUp: boolean;
  readonly isHeld: boolean;
}

/** One person in the call: the picture, who it is, and what one should know of them in words. */
export function Tile({ call, role, party, isHandUp, isHeld }: TileProps) {
  const say = useMessages();
  const roleName = say(`role.${role}`);
  // A citizen's name is not told: what stands there is the contact point's.
  const [name, more] = role === 'citizen' || !party ? [roleName, party?.name] : [party.name, roleName];
  const hasPicture = party !== null && !party.cameraMuted;
  const off = party ? say('tile.camera-off') : say('call.waiting-for', { name: roleName });
  return (
    <figure className={styles.tile} data-role={role} data-there={party !== null}>
      {!hasPicture && (
        <p className={styles.off}>
          {party ? <VideoOff aria-hidden="true" /> : <UserRound aria-hidden="true" />}
          {off}
        </p>
      )}
      {party && (
        <RemotePicture
          call={call}
          partyId={party.id}
          source="camera"
          stream={party.stream}
          label={name}
          isShown={hasPicture}
        />
      )}
      {party && (
        <figcaption className={styles.caption}>
          <strong>{name}</strong>
          {more && <span className={styles.more}>{more}</span>}
        </figcaption>
      )}
      {party && (
        <ul className={styles.marks}>
          {isHandUp && <Mark icon={Hand} words={say('tile.hand')} />}
          {isHeld && <Mark icon={Pause} words={say('tile.held')} />}
          {!party.connected && <Mark icon={WifiOff} words={say('tile.away')} />}
          {party.microphoneMuted && <Mark icon={MicOff} words={say('tile.microphone-off')} />}
        </ul>
      )}
    </figure>
  );
}

function Mark({ icon: Icon, words }: { readonly icon: typeof Hand; readonly words: string }) {
  return (
    <li>
      <Icon aria-hidden="true" />
      {words}
    </li>
  );
}
