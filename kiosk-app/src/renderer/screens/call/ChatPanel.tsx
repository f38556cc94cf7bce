import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { TextField } from '@remote-clerk/shared/ui/TextField.tsx';
import { SendHorizontal } from 'lucide-react';
import type { FormEvent } from 'react';
import { useMessages } from '../../../messages/use-messages.ts';
import { TextKeys } from '../../keyboard/TextKeys.tsx';
import { useParts, useStore } from '../../kiosk/kiosk-context.tsx';
import { ChatLines } from './ChatLines.tsx';
import styles from './ChatPanel.module.css';

/** Writing to each other: the others see each word as it is written, as one sees theirs. */
export function ChatPanel() {
  const say = useMessages();
  const { talk } = useParts();
  const { own } = useStore(talk.writing);
  const send = (event: FormEvent) => {
    event.preventDefault();
    talk.sendWritten();
  };
  return (
    <section aria-label={say('chat.title')} className={styles.panel}>
      <ChatLines />
      <form className={styles.own} onSubmit={send}>
        <TextField
          label={say('chat.own')}
          value={own}
          onChange={(text) => talk.writing.write(text)}
          autoComplete="off"
          maxLength={2_000}
        />
        <Button type="submit" variant="primary" icon={SendHorizontal}>
          {say('chat.send')}
        </Button>
      </form>
      <TextKeys value={own} onChange={(text) => talk.writing.write(text)} />
    </section>
  );
}
