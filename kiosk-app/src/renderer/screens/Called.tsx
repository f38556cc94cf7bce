import type { OwnTicket } from '@remote-clerk/shared/contracts/queue.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Hand, ShieldCheck } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import { Screen } from '../frame/Screen.tsx';
import { useFlow, useParts } from '../kiosk/kiosk-context.tsx';
import { AskFailure } from './AskFailure.tsx';
import styles from './Called.module.css';

/** A number is called to this kiosk. What it is about is not said before its owner stands here. */
export function Called({ ticket }: { readonly ticket: OwnTicket }) {
  const say = useMessages();
  const { kiosk } = useParts();
  const { asking } = useFlow();
  return (
    <Screen
      name="called"
      question={
        <span className={styles.call}>
          <span className={styles.number}>{ticket.number},</span> <span>{say('called.please')}</span>
        </span>
      }
      back={<Button onPress={() => void kiosk.queue.dismiss(ticket)}>{say('called.other')}</Button>}
    >
      {asking.state === 'failed' && <AskFailure problem={asking.problem} />}
      <p className={styles.words}>{say('called.words')}</p>
      <div className={styles.begin}>
        <Button
          variant="primary"
          isWide
          icon={Hand}
          isPending={asking.state === 'asking'}
          pendingLabel={say('ask.pending')}
          onPress={() => void kiosk.queue.begin(ticket)}
        >
          {say('called.me')}
        </Button>
      </div>
      <p className={styles.privacy}>
        <ShieldCheck aria-hidden="true" /> <span>{say('called.privacy')}</span>
      </p>
    </Screen>
  );
}
