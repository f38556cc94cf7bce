import type { RemoteParty } from '@remote-clerk/shared/call/call-state.ts';
import type { DeskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { languageNames } from '@remote-clerk/shared/i18n/language-names.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { ElapsedTime } from '@remote-clerk/shared/ui/ElapsedTime.tsx';
import { type ConnectionQuality, QualityBadge } from '@remote-clerk/shared/ui/QualityBadge.tsx';
import { Clock, Languages, MicOff, UserRound, UserRoundCheck, Users } from 'lucide-react';
import { useAccount } from '../../app/account.ts';
import { useConsole } from '../../app/context.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './CallHeader.module.css';
import type { Stage } from './stage.ts';

interface CallHeaderProps {
  readonly current: DeskConsultation;
  readonly stage: Stage;
  readonly quality: ConnectionQuality | null;
  readonly remote: RemoteParty | null;
}

/** About what, with whom, since when, who else is there, and how the connection is. */
export function CallHeader({ current, stage, quality, remote }: CallHeaderProps) {
  const say = useMessages();
  const { language } = useLanguage();
  const { clock } = useConsole();
  const { name } = useAccount();
  const isStaffThere = current.staffPresence === 'in-room';
  const PresenceIcon = isStaffThere ? UserRoundCheck : UserRound;
  return (
    <header className={styles.header}>
      <div className={styles.title}>
        <h2>{current.service.name[language]}</h2>
        {quality && <QualityBadge quality={quality} />}
      </div>
      <ul className={styles.facts}>
        {current.liveAt && (
          <li>
            <Clock aria-hidden="true" />
            <span className="visually-hidden">{say('call.duration')}</span>
            <ElapsedTime since={clock.toLocal(current.liveAt)} />
          </li>
        )}
        <li>
          <Users aria-hidden="true" />
          {say(stage === 'in-call' ? 'call.participants' : 'call.participants.alone', {
            name,
            contactPoint: current.contactPoint.name,
          })}
        </li>
        <li>
          <PresenceIcon aria-hidden="true" />
          {say(isStaffThere ? 'call.staff.in-room' : 'call.staff.left')}
        </li>
        <li>
          <Languages aria-hidden="true" />
          {languageNames[current.language]}
        </li>
        {stage === 'in-call' && remote?.microphoneMuted && (
          <li className={styles.attention}>
            <MicOff aria-hidden="true" />
            {say('call.remote-muted')}
          </li>
        )}
      </ul>
    </header>
  );
}
