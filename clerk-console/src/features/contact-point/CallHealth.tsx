import type { ContactPointKiosk } from '@remote-clerk/shared/contracts/views.ts';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { useMessages } from '../../messages/use-messages.ts';

type Consultation = NonNullable<ContactPointKiosk['consultation']>;

/** Whether both ends really see and hear each other. */
export function CallHealth({ consultation }: { readonly consultation: Consultation }) {
  const say = useMessages();
  const { kioskConnected, specialistConnected, state } = consultation;
  if (kioskConnected && specialistConnected) return <StatusBadge tone="good">{say('health.well')}</StatusBadge>;
  if (state === 'accepted') return <StatusBadge tone="info">{say('health.connecting')}</StatusBadge>;
  return (
    <StatusBadge tone="warn">
      {say(kioskConnected ? 'health.specialist-away' : specialistConnected ? 'health.kiosk-away' : 'health.both-away')}
    </StatusBadge>
  );
}
