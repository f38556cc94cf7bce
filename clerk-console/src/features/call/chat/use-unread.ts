import type { ChatState } from '@remote-clerk/shared/call/chat-log.ts';
import type { ChatMessage } from '@remote-clerk/shared/contracts/chat.ts';
import { useAccount } from '../../../app/account.ts';
import { useStore } from '../../../app/use-store.ts';
import type { Talk } from '../talk.ts';

const empty: ChatState = { lines: [], sending: [] };
const nothing = { subscribe: () => () => {}, getSnapshot: () => empty };
const unseen = { text: '', seen: 0 };
const nothingSeen = { subscribe: () => () => {}, getSnapshot: () => unseen };

/** How many lines of others were not on the screen yet, and whose the latest is. */
export function useUnread(talk: Talk | null): { count: number; latest: ChatMessage | null } {
  const { name } = useAccount();
  const { lines } = useStore<ChatState>(talk?.chat ?? nothing);
  const { seen } = useStore(talk?.state ?? nothingSeen);
  const unread = lines.filter((line) => line.sequence > seen && !(line.from === 'specialist' && line.name === name));
  return { count: unread.length, latest: unread.at(-1) ?? null };
}
