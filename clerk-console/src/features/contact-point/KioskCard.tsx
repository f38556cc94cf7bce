import type { ContactPointKiosk } from '@remote-clerk/shared/contracts/views.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Card } from '@remote-clerk/shared/ui/Card.tsx';
import { ElapsedTime } from '@remote-clerk/shared/ui/ElapsedTime.tsx';
import { StatusBadge, type Tone } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { ArrowRight, BellRing, CirclePlay } from 'lucide-react';
import { useConsole } from '../../app/context.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { CheckIdentity } from '../identity/CheckIdentity.tsx';
import { CallHealth } from './CallHealth.tsx';
import styles from './KioskCard.module.css';
import { canStart, engaged, type KioskState, kioskState, open } from './kiosk-state.ts';
import { SelfTestTroubles } from './SelfTestTroubles.tsx';
import { StaffPresenceSwitch } from './StaffPresenceSwitch.tsx';

const tones: Readonly<Record<KioskState, Tone>> = {
  'not-enrolled': 'neutral',
  offline: 'bad',
  trouble: 'bad',
  call: 'good',
  connecting: 'info',
  waiting: 'info',
  'start-pending': 'info',
  choosing: 'info',
  rating: 'info',
  rest: 'neutral',
};

interface KioskCardProps {
  readonly kiosk: ContactPointKiosk;
  readonly isStarting: boolean;
  /** The number that is called to it now. */
  readonly called: string | undefined;
  readonly onStart: () => void;
}

/** One kiosk in the room and what happens at it. */
export function KioskCard({ kiosk, isStarting, called, onStart }: KioskCardProps) {
  const say = useMessages();
  const { language } = useLanguage();
  const { clock } = useConsole();
  const state = kioskState(kiosk);
  const going = open(kiosk);
  const inCall = engaged(kiosk);
  return (
    <Card
      title={kiosk.name}
      aside={<StatusBadge tone={tones[state]}>{say(`kiosk.${state}`)}</StatusBadge>}
      isAttention={kiosk.helpRequestedAt !== null || kiosk.emergencyAt !== null}
    >
      {called && (
        <StatusBadge tone="warn" icon={BellRing}>
          {say('kiosk.called', { number: called })}
        </StatusBadge>
      )}
      {kiosk.selfTest && <SelfTestTroubles test={kiosk.selfTest} />}
      {going ? (
        <div className={styles.going}>
          <p className={styles.service}>{going.service.name[language]}</p>
          <p className={styles.words}>
            {inCall?.specialistName
              ? say('kiosk.with', { specialist: inCall.specialistName, institution: inCall.institution.name[language] })
              : say('kiosk.place', { place: going.place ?? 1, institution: going.institution.name[language] })}
          </p>
          <p className={styles.words}>
            {say(going.liveAt ? 'kiosk.talks-for' : 'waiting.since')}{' '}
            <ElapsedTime since={clock.toLocal(going.liveAt ?? going.askedAt)} />
          </p>
          {inCall && <CallHealth consultation={inCall} />}
          {going.identity === 'needed' && <CheckIdentity kioskId={kiosk.id} />}
          <StaffPresenceSwitch consultation={going} />
        </div>
      ) : (
        <p className={styles.words}>{say(`kiosk.${state}.help`)}</p>
      )}
      {canStart(kiosk) && (
        <div className={styles.foot}>
          <Button icon={CirclePlay} iconEnd={isStarting ? ArrowRight : undefined} onPress={onStart}>
            {say('start.button')}
          </Button>
        </div>
      )}
    </Card>
  );
}
