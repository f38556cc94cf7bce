import type { GuestView } from '@remote-clerk/shared/contracts/views.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { LiveRegion } from '@remote-clerk/shared/ui/LiveRegion.tsx';
import { ArrowRight } from 'lucide-react';
import type { GuestState } from '../flow/guest.ts';
import { hasBegun } from '../flow/why-over.ts';
import { useGuest } from '../guest-context.tsx';
import { useMessages } from '../messages/use-messages.ts';
import styles from './AtDoor.module.css';
import { DeviceCheck } from './DeviceCheck.tsx';
import { InvitationFacts } from './InvitationFacts.tsx';

interface AtDoorProps {
  readonly view: GuestView;
  readonly state: GuestState;
}

/** Before the call: whose it is and what it is about, and what the others will see and hear. */
export function AtDoor({ view, state }: AtDoorProps) {
  const say = useMessages();
  const guest = useGuest();
  const from = view.consultation.specialistName;
  const isEntering = state.stage === 'entering';
  const obstacle = isEntering ? obstacleWords(view, state) : null;
  return (
    <>
      <h1>{from ? say('door.from', { name: from }) : say('door.title')}</h1>
      <div className={styles.columns}>
        <InvitationFacts view={view} />
        <DeviceCheck />
      </div>
      <div className={styles.foot}>
        <Button
          variant="primary"
          iconEnd={ArrowRight}
          isPending={isEntering}
          pendingLabel={say('door.entering')}
          onPress={() => guest.enter()}
        >
          {say('door.enter')}
        </Button>
        {isEntering && <Button onPress={() => void guest.leave()}>{say('door.cancel')}</Button>}
        <p className={styles.hint}>{obstacle ? say(obstacle) : say('door.hear')}</p>
        <LiveRegion message={obstacle ? say(obstacle) : ''} />
      </div>
    </>
  );
}

function obstacleWords(view: GuestView, { obstacle }: GuestState) {
  if (obstacle === null) return null;
  if (obstacle === 'room-full') return 'door.full' as const;
  if (obstacle === 'no-media-node') return 'door.no-node' as const;
  return obstacle === 'illegal-transition' || !hasBegun(view) ? ('door.not-begun' as const) : ('door.away' as const);
}
