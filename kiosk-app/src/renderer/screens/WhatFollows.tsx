import type { OwnTicket } from '@remote-clerk/shared/contracts/queue.ts';
import { Armchair } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { PlaceInLine } from './PlaceInLine.tsx';
import { useWaitWords } from './use-wait-words.ts';
import styles from './WhatFollows.module.css';

/** What happens to a number from now on, its place and how long it takes. */
export function WhatFollows({ ticket, children }: { readonly ticket: OwnTicket; readonly children: ReactNode }) {
  const say = useMessages();
  const waitWords = useWaitWords();
  const estimate = ticket.wait ? say('wait.toWait', { wait: waitWords(ticket.wait) }) : say('waiting.noEstimate');
  return (
    <div className={styles.follows}>
      <p className={styles.sit}>
        <Armchair aria-hidden="true" /> <span>{children}</span>
      </p>
      <PlaceInLine place={ticket.place} estimate={estimate} isSmall />
    </div>
  );
}
