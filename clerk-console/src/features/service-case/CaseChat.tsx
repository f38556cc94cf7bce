import type { ServiceCase } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Chat } from '../call/chat/Chat.tsx';
import { ChatLines } from '../call/chat/ChatLines.tsx';
import type { Talk } from '../call/talk.ts';
import styles from './CasePictures.module.css';

interface CaseChatProps {
  readonly served: ServiceCase;
  /** While the case's call goes on. */
  readonly talk: Talk | null;
  readonly isShown: boolean;
}

/** The chat, live during the call and to be read after it. */
export function CaseChat({ served, talk, isShown }: CaseChatProps) {
  const say = useMessages();
  if (talk) return <Chat talk={talk} isShown={isShown} />;
  if (served.chat.length === 0) return <p className={styles.none}>{say('chat.was-none')}</p>;
  return <ChatLines lines={served.chat} />;
}
