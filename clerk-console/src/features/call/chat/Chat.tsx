import type { ChatState } from '@remote-clerk/shared/call/chat-log.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { LiveRegion } from '@remote-clerk/shared/ui/LiveRegion.tsx';
import { TextArea } from '@remote-clerk/shared/ui/TextArea.tsx';
import { SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useStore } from '../../../app/use-store.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import type { Draft } from '../in-passing.ts';
import { speakerName } from '../speaker-name.ts';
import type { Talk } from '../talk.ts';
import styles from './Chat.module.css';
import { ChatLines } from './ChatLines.tsx';
import { OutgoingLines } from './OutgoingLines.tsx';

const longest = 2_000;

interface ChatProps {
  readonly talk: Talk;
  /** On the screen, so that what comes counts as read. */
  readonly isShown: boolean;
}

/** The chat of the call: what was said, what others are writing this moment, and one's own line. */
export function Chat({ talk, isShown }: ChatProps) {
  const say = useMessages();
  const chat = useStore<ChatState>(talk.chat);
  const { text } = useStore(talk.state);
  const { drafts } = useStore(talk.passing.state);
  const end = useRef<HTMLDivElement>(null);
  const latest = chat.lines.at(-1)?.sequence ?? 0;
  const length = chat.lines.length + chat.sending.length + drafts.length;
  useEffect(() => {
    if (isShown) talk.see(latest);
  }, [talk, latest, isShown]);
  useEffect(() => {
    if (isShown && length > 0) end.current?.scrollIntoView({ block: 'nearest' });
  }, [isShown, length]);
  const writes = (draft: Draft) => say('chat.writes', { name: speakerName(say, draft) });
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    talk.send();
  };
  return (
    <div className={styles.chat}>
      <div className={styles.said}>
        {length === 0 && <p className={styles.none}>{say('chat.none')}</p>}
        <ChatLines lines={chat.lines} isLive />
        <OutgoingLines chat={talk.chat} lines={chat.sending} />
        {drafts.map((draft) => (
          <p key={draft.id} className={styles.draft}>
            <span className={styles.who}>{writes(draft)}</span> {draft.text}
          </p>
        ))}
        <div ref={end} />
      </div>
      {/* That somebody writes is said once; each letter would drown out everything else. */}
      <LiveRegion message={drafts.map(writes).join(' ')} />
      <div className={styles.writing}>
        <TextArea
          label={say('chat.write')}
          description={say('chat.write.help')}
          rows={2}
          maxLength={longest}
          value={text}
          onChange={(written) => talk.write(written)}
          onKeyDown={press}
        />
        <Button icon={SendHorizontal} isDisabled={text.trim() === ''} onPress={() => talk.send()}>
          {say('chat.send')}
        </Button>
      </div>
    </div>
  );
}
