import type { ProblemType } from '@remote-clerk/shared/domain/problems.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { CircleQuestionMark, MessagesSquare, Ticket } from 'lucide-react';
import { useMessages } from '../../../messages/use-messages.ts';
import { useParts } from '../../kiosk/kiosk-context.tsx';
import styles from './CheckInTrouble.module.css';

const told = ['not-found', 'not-the-day', 'illegal-transition', 'too-many-requests'] as const;

/** The code led to no place in the line: why. */
export function CheckInTrouble({ problem }: { readonly problem: ProblemType }) {
  const say = useMessages();
  const reason = told.find((each) => each === problem) ?? 'failed';
  return <Notice tone="warn" title={say(`checkIn.${reason}`)} todo={say(`checkIn.${reason}Todo`)} />;
}

/** Ways on that need no code. */
export function WithoutCode() {
  const say = useMessages();
  const { kiosk } = useParts();
  return (
    <div className={styles.ways}>
      <Button icon={MessagesSquare} onPress={() => kiosk.dispatch({ kind: 'purpose.chosen', purpose: 'talk' })}>
        {say('checkIn.talk')}
      </Button>
      <Button icon={Ticket} onPress={() => kiosk.dispatch({ kind: 'purpose.chosen', purpose: 'ticket' })}>
        {say('checkIn.ticket')}
      </Button>
      <Button icon={CircleQuestionMark} onPress={() => void kiosk.requestHelp()}>
        {say('staff.call')}
      </Button>
    </div>
  );
}
