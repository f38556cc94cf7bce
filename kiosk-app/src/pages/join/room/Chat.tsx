import type { ChatLog } from '@remote-clerk/shared/call/chat-log.ts';
import type { ChatMessage } from '@remote-clerk/shared/contracts/chat.ts';
import type { GuestView } from '@remote-clerk/shared/contracts/views.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { SendHorizontal, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useGuest, useStore } from '../guest-context.tsx';
import { useMessages } from '../messages/use-messages.ts';
import styles from './Chat.module.css';

interface ChatProps {
  readonly chat: ChatLog;
  readonly invitation: GuestView['invitation'];
  readonly onClose: () => void;
}

/** What is written in the call, letter by letter while it is being written. */
export function Chat({ chat, invitation, onClose }: ChatProps) {
  const say = useMessages();
  const { talk } = useGuest();
  const { lines, sending } = useStore(chat);
  const { drafts } = useStore(talk.state);
  const [text, setText] = useState('');
  const seen = `${lines.length} ${sending.length} ${drafts.map((draft) => draft.text).join()}`;

  const write = (next: string) => {
    setText(next);
    talk.write(next);
  };
  const isOwn = ({ from, name }: ChatMessage) => from === invitation.role && name === invitation.name;
  return (
    <aside className={styles.chat} aria-label={say('chat.title')} data-theme="light">
      <header className={styles.head}>
        <h2>{say('chat.title')}</h2>
        <Button variant="quiet" icon={X} onPress={onClose}>
          {say('chat.close')}
        </Button>
      </header>
      <div className={styles.list} tabIndex={lines.length > 0 ? 0 : undefined}>
        <p className={styles.hint}>{say('chat.empty')}</p>
        <div className={styles.lines} role="log">
          <ol className={styles.lines}>
            {lines.map((line) => (
              <Line key={line.sequence} line={line} isOwn={isOwn(line)} />
            ))}
          </ol>
        </div>
        {sending.map((line) => (
          <div key={line.key} className={styles.own}>
            <p className={styles.text}>{line.text}</p>
            {line.state === 'waiting' && <p className={styles.who}>{say('chat.waiting')}</p>}
            {line.state === 'failed' && (
              <p className={styles.failed}>
                {say('chat.failed')}
                <Button variant="quiet" onPress={() => chat.sendAgain(line.key)}>
                  {say('chat.again')}
                </Button>
                <Button variant="quiet" onPress={() => chat.discard(line.key)}>
                  {say('chat.discard')}
                </Button>
              </p>
            )}
          </div>
        ))}
        {drafts.map((draft) => (
          <div key={draft.id} className={styles.draft}>
            <p className={styles.who}>
              {say('chat.writing', { name: draft.role === 'citizen' ? say('role.citizen') : draft.name })}
            </p>
            <p className={styles.text}>{draft.text}</p>
          </div>
        ))}
        <Newest key={seen} />
      </div>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          chat.write(text);
          write('');
        }}
      >
        <TextField
          label={say('chat.text')}
          description={say('chat.live')}
          value={text}
          onChange={write}
          maxLength={2_000}
          autoComplete="off"
          autoFocus
        />
        <Button type="submit" icon={SendHorizontal}>
          {say('chat.send')}
        </Button>
      </form>
    </aside>
  );
}

/** Another one after everything new scrolls to it. */
function Newest() {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer Chromium answers with a promise, which React would take for what undoes the effect.
    end.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return <div ref={end} />;
}

function Line({ line, isOwn }: { readonly line: ChatMessage; readonly isOwn: boolean }) {
  const say = useMessages();
  const format = useFormat();
  const who = isOwn ? say('call.you') : line.from === 'citizen' ? say('role.citizen') : line.name;
  return (
    <li className={isOwn ? styles.own : styles.line}>
      <p className={styles.who}>
        {who} <time dateTime={line.at}>{format.time(line.at)}</time>
      </p>
      <p className={styles.text}>{line.text}</p>
    </li>
  );
}
