import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { RotateCw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { useParts, useStore } from '../../kiosk/kiosk-context.tsx';
import styles from './ChatPanel.module.css';

/** What was written, what is on its way, and what others are writing this very moment. */
export function ChatLines() {
  const say = useMessages();
  const { talk } = useParts();
  const { chat } = useStore(talk);
  const { others } = useStore(talk.writing);
  const end = useRef<HTMLLIElement>(null);
  const latest = [chat.lines.length, chat.sending.length, others.map(({ text }) => text).join()].join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the last words are brought into sight whenever there are new ones
  useEffect(() => {
    // Newer Chromium answers with a promise, which React would take for what undoes the effect.
    end.current?.scrollIntoView?.({ block: 'nearest' });
  }, [latest]);
  const isEmpty = chat.lines.length + chat.sending.length + others.length === 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys, too
    <div role="log" aria-label={say('chat.lines')} className={styles.scroll} tabIndex={0}>
      <ol className={styles.lines}>
        {isEmpty && <li className={styles.empty}>{say('chat.empty')}</li>}
        {chat.lines.map(({ id, from, name, text }) => (
          <li key={id} className={from === 'citizen' ? styles.mine : styles.theirs}>
            <span className={styles.name}>{from === 'citizen' ? say('chat.you') : name}</span>
            <span>{text}</span>
          </li>
        ))}
        {chat.sending.map(({ key, text, state }) => (
          <li key={key} className={styles.mine}>
            <span className={styles.name}>{say('chat.you')}</span>
            <span>{text}</span>
            {state === 'waiting' && <span className={styles.state}>{say('chat.waits')}</span>}
            {state === 'failed' && (
              <span className={styles.state}>
                {say('chat.refused')}{' '}
                <Button icon={RotateCw} onPress={() => talk.sendAgain(key)}>
                  {say('again.try')}
                </Button>
              </span>
            )}
          </li>
        ))}
        {others.map(({ id, name, text }) => (
          <li key={id} aria-live="off" className={`${styles.theirs} ${styles.draft}`}>
            <span className={styles.name}>{say('chat.writes', { name })}</span>
            <span>{text}</span>
          </li>
        ))}
        <li ref={end} aria-hidden="true" />
      </ol>
    </div>
  );
}
