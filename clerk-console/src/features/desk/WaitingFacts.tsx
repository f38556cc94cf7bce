import type { WaitingEntry } from '@remote-clerk/shared/contracts/views.ts';
import { languageNames } from '@remote-clerk/shared/i18n/language-names.ts';
import { ElapsedTime } from '@remote-clerk/shared/ui/ElapsedTime.tsx';
import { Clock, Languages, MapPin, UserRoundCheck } from 'lucide-react';
import { useConsole } from '../../app/context.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './WaitingFacts.module.css';

type Facts = Pick<WaitingEntry, 'contactPoint' | 'language' | 'askedAt' | 'staffPresence'>;

/** Where from, in which language, how long already, and who else is in the room. */
export function WaitingFacts({ entry }: { readonly entry: Facts }) {
  const say = useMessages();
  const { clock } = useConsole();
  return (
    <ul className={styles.facts}>
      <li>
        <MapPin aria-hidden="true" />
        {entry.contactPoint.name}
      </li>
      <li>
        <Languages aria-hidden="true" />
        {languageNames[entry.language]}
      </li>
      <li>
        <Clock aria-hidden="true" />
        <span>
          {say('waiting.since')} <ElapsedTime since={clock.toLocal(entry.askedAt)} />
        </span>
      </li>
      {entry.staffPresence === 'in-room' && (
        <li>
          <UserRoundCheck aria-hidden="true" />
          {say('presence.in-room')}
        </li>
      )}
    </ul>
  );
}
