import type { OwnTicket } from '@remote-clerk/shared/contracts/queue.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Hand, LoaderCircle, ShieldCheck } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
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
  const isAsking = asking.state === 'asking';
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
      <AriaButton className={styles.begin ?? ''} isPending={isAsking} onPress={() => void kiosk.queue.begin(ticket)}>
        {isAsking ? <LoaderCircle aria-hidden="true" /> : <Hand aria-hidden="true" />}
        {say(isAsking ? 'ask.pending' : 'called.me')}
      </AriaButton>
      <p className={styles.privacy}>
        <ShieldCheck aria-hidden="true" /> <span>{say('called.privacy')}</span>
      </p>
    </Screen>
  );
}
