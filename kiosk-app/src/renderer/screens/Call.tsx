import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import type { KioskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { QualityBadge } from '@remote-clerk/shared/ui/QualityBadge.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { VideoTile } from '@remote-clerk/shared/ui/VideoTile.tsx';
import { MicOff, User, Users, VideoOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { useParts, useStore } from '../kiosk/kiosk-context.tsx';
import styles from './Call.module.css';
import { CallControls } from './CallControls.tsx';
import { CallStatus } from './CallStatus.tsx';

interface CallProps {
  readonly consultation: KioskConsultation;
  readonly call: CallState | null;
}

/** The talk: the specialist fills the screen behind this, oneself is small, everything else keeps to the edges. */
export function Call({ consultation, call }: CallProps) {
  const say = useMessages();
  const { language } = useLanguage();
  const { devices } = useParts();
  const { picture } = useStore(devices);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const { specialist, institution, staffPresence } = consultation;
  const inCall = call?.phase === 'in-call' ? call : null;
  const staffInRoom = staffPresence === 'in-room';
  return (
    <main data-screen="call" data-call-phase={call?.phase ?? 'entering'} className={styles.call}>
      <div className={styles.status}>
        <CallStatus consultation={consultation} call={call} />
      </div>
      <div className={styles.about}>
        <div className={styles.words}>
          <div className={styles.who}>
            <h1 ref={heading} tabIndex={-1} className={styles.name}>
              {specialist?.name ?? say('call.heading')}
            </h1>
            {specialist && <p>{specialist.jobTitle}</p>}
            <p>{institution.name[language]}</p>
          </div>
          <div className={styles.facts}>
            <StatusBadge tone="neutral" icon={staffInRoom ? Users : User}>
              {say(staffInRoom ? 'call.staffInRoom' : 'call.alone')}
            </StatusBadge>
            {inCall?.quality && <QualityBadge quality={inCall.quality} />}
            {inCall?.remote?.microphoneMuted && (
              <StatusBadge tone="warn" icon={MicOff}>
                {say('call.specialistMuted')}
              </StatusBadge>
            )}
            {inCall?.remote?.cameraMuted && (
              <StatusBadge tone="warn" icon={VideoOff}>
                {say('call.specialistHidden')}
              </StatusBadge>
            )}
          </div>
        </div>
        <div className={styles.self}>
          <VideoTile
            stream={picture}
            name={say('call.self')}
            isMirrored
            isMuted
            isCameraOff={call?.local.cameraMuted}
            placeholder={picture ? undefined : say('call.noCamera')}
          />
        </div>
      </div>
      <CallControls call={call} />
    </main>
  );
}
