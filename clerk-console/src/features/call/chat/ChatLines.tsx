import type { ChatMessage } from '@remote-clerk/shared/contracts/chat.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { useAccount } from '../../../app/account.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import styles from './Chat.module.css';

interface ChatLinesProps {
  readonly lines: readonly ChatMessage[];
  /** New ones are read aloud. */
  readonly isLive?: boolean;
}

/** What was written, by whom and when. */
export function ChatLines({ lines, isLive }: ChatLinesProps) {
  const say = useMessages();
  const format = useFormat();
  const account = useAccount();
  const list = (
    <ol className={styles.lines}>
      {lines.map(({ id, at, from, name, text }) => {
        const isOwn = from === 'specialist' && name === account.name;
        return (
          <li key={id} className={styles.line} data-own={isOwn}>
            <p className={styles.head}>
              <span className={styles.who}>
                {isOwn
                  ? say('chat.you')
                  : from === 'citizen'
                    ? say('actor.citizen')
                    : `${name} · ${say(`actor.${from}`)}`}
              </span>{' '}
              <time dateTime={at}>{format.time(at)}</time>
            </p>
            <p className={styles.text}>{text}</p>
          </li>
        );
      })}
    </ol>
  );
  if (!isLive) return list;
  return (
    <div role="log" aria-label={say('chat.title')}>
      {list}
    </div>
  );
}
