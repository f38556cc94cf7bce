import type { CallState } from '@remote-clerk/shared/call/call-state.ts';
import type { DeskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { languageNames } from '@remote-clerk/shared/i18n/language-names.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { ElapsedTime } from '@remote-clerk/shared/ui/ElapsedTime.tsx';
import { Clock, Languages, MicOff, UserRound, UserRoundCheck, Users } from 'lucide-react';
import { useAccount } from '../../app/account.ts';
import { useConsole } from '../../app/context.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './CallHeader.module.css';
import { Emergency } from './Emergency.tsx';
import { QualityDetails } from './QualityDetails.tsx';
import type { Stage } from './stage.ts';

interface CallHeaderProps {
  readonly current: DeskConsultation;
  readonly stage: Stage;
  readonly state: CallState;
}

/** About what, with whom, since when, who else is there, and how the connection is. */
export function CallHeader({ current, stage, state }: CallHeaderProps) {
  const say = useMessages();
  const { language } = useLanguage();
  const { clock } = useConsole();
  const { name } = useAccount();
  const isStaffThere = current.staffPresence === 'in-room';
  const PresenceIcon = isStaffThere ? UserRoundCheck : UserRound;
  const guests = current.people.filter((person) => person.state === 'joined');
  return (
    <header className={styles.header}>
      <div className={styles.title}>
        <h2>{current.service.name[language]}</h2>
        <Emergency current={current} />
      </div>
      <ul className={styles.facts}>
        {stage === 'in-call' && state.quality && (
          <li>
            <QualityDetails quality={state.quality} figures={state.figures} />
          </li>
        )}
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
            name: [name, ...guests.map((guest) => guest.name)].join(', '),
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
        {stage === 'in-call' && state.remote?.microphoneMuted && (
          <li className={styles.attention}>
            <MicOff aria-hidden="true" />
            {say('call.remote-muted')}
          </li>
        )}
      </ul>
    </header>
  );
}
