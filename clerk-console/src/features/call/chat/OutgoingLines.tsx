import type { ChatLog, OutgoingLine } from '@remote-clerk/shared/call/chat-log.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { useMessages } from '../../../messages/use-messages.ts';
import styles from './Chat.module.css';

interface OutgoingLinesProps {
  readonly chat: Pick<ChatLog, 'sendAgain' | 'discard'>;
  readonly lines: readonly OutgoingLine[];
}

/** Own lines that the server does not have yet, and what becomes of them. */
export function OutgoingLines({ chat, lines }: OutgoingLinesProps) {
  const say = useMessages();
  if (lines.length === 0) return null;
  return (
    <ol className={styles.lines}>
      {lines.map(({ key, text, state }) => (
        <li key={key} className={styles.line} data-own="true" data-state={state}>
          <p className={styles.text}>{text}</p>
          <p className={styles.state} role="status">
            {say(`chat.${state}`)}
          </p>
          {state === 'failed' && (
            <p className={styles.actions}>
              <Button onPress={() => chat.sendAgain(key)}>{say('chat.again')}</Button>
              <Button variant="quiet" onPress={() => chat.discard(key)}>
                {say('chat.discard')}
              </Button>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
