import type { ChatLog } from '@remote-clerk/shared/call/chat-log.ts';
import type { GuestView } from '@remote-clerk/shared/contracts/views.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { LanguageSwitch } from '@remote-clerk/shared/ui/LanguageSwitch.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { useState } from 'react';
import type { GuestCall } from '../flow/guest-call.ts';
import { useGuest, useStore } from '../guest-context.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { Chat } from './Chat.tsx';
import { Controls } from './Controls.tsx';
import { isHeld, newsOf } from './news.ts';
import styles from './Room.module.css';
import { Stage } from './Stage.tsx';
import { Voices } from './Voices.tsx';

interface RoomProps {
  readonly view: GuestView;
  readonly call: GuestCall;
  readonly chat: ChatLog;
  readonly isAway: boolean;
}

/** In the call. */
export function Room({ view, call, chat, isAway }: RoomProps) {
  const say = useMessages();
  const { language } = useLanguage();
  const state = useStore(call);
  const { lines } = useStore(chat);
  const { hands } = useStore(useGuest().talk.state);
  const [isChatOpen, setIsChatOpen] = useState(false);
  const [read, setRead] = useState(0);
  const latest = lines.at(-1)?.sequence ?? 0;
  if (isChatOpen && read < latest) setRead(latest);
  const { consultation } = view;
  const news = newsOf(state, view, isAway);
  return (
    <main className={styles.room} data-theme="dark" data-chat={isChatOpen} data-phase={state.phase}>
      <header className={styles.head}>
        <h1 className={styles.title}>{consultation.service.name[language]}</h1>
        <LanguageSwitch />
      </header>
      <div className={styles.news} role="status">
        {news.map(({ tone, words, doing }) => (
          <StatusBadge key={words} tone={tone}>
            {say(words)} {doing && say(doing)}
          </StatusBadge>
        ))}
        {hands.map(({ id, name, role }) => (
          <StatusBadge key={id} tone="info">
            {say('call.hand-up', { name: role === 'citizen' ? say('role.citizen') : name })}
          </StatusBadge>
        ))}
        <Voices parties={state.parties} />
      </div>
      <Stage call={call} state={state} isHeld={isHeld(state, consultation)} />
      {isChatOpen && <Chat chat={chat} invitation={view.invitation} onClose={() => setIsChatOpen(false)} />}
      <Controls
        call={call}
        state={state}
        isChatOpen={isChatOpen}
        unread={isChatOpen ? 0 : Math.max(0, latest - read)}
        onChat={() => setIsChatOpen(!isChatOpen)}
      />
    </main>
  );
}
