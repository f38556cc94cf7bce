import type { KioskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { CircleQuestionMark, LoaderCircle } from 'lucide-react';
import { useMessages } from '../../../messages/use-messages.ts';
import { useParts } from '../../kiosk/kiosk-context.tsx';
import styles from './CallStatus.module.css';
import { EndCall } from './EndCall.tsx';
import { useSecondsSince } from './use-seconds-since.ts';

/** After this many seconds the citizen is told that there are other ways than waiting. */
const longSeconds = 30;

interface MendingProps {
  readonly consultation: KioskConsultation;
  /** It is the specialist's connection. */
  readonly isParty?: boolean;
  /** `performance.now()` of the first sign; null when that is now. */
  readonly sinceMs: number | null;
}

/** The connection went: what is done about it and for how long, and what one may do oneself when it takes long. */
export function Mending({ consultation, isParty, sinceMs }: MendingProps) {
  const say = useMessages();
  const { kiosk } = useParts();
  const seconds = useSecondsSince(sinceMs);
  const isLong = seconds >= longSeconds;
  return (
    <div className={styles.status}>
      <LoaderCircle aria-hidden="true" />
      <div role="status" className={styles.words}>
        <p className={styles.title}>{say(isParty ? 'trouble.partyTitle' : 'trouble.title')}</p>
        <p>{say('trouble.kept')}</p>
        {isLong && <p>{say('trouble.long')}</p>}
      </div>
      <p role="timer" className={styles.seconds}>
        {say(isParty ? 'trouble.partySeconds' : 'trouble.seconds', { seconds })}
      </p>
      {isLong && (
        <>
          <div className={styles.ways}>
            <Button icon={CircleQuestionMark} onPress={() => void kiosk.requestHelp()}>
              {say('staff.call')}
            </Button>
            <EndCall isInWords />
          </div>
          <p>{say('trouble.case', { number: consultation.caseNumber })}</p>
        </>
      )}
    </div>
  );
}
