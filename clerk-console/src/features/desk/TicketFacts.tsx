import type { WaitingEntry } from '@remote-clerk/shared/contracts/views.ts';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { CalendarCheck, Star, UserRound } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import { useCalendarWords } from '../calendar/use-calendar-words.ts';
import { createWall, homeZone } from '../calendar/wall-time.ts';
import styles from './TicketFacts.module.css';

/** Why somebody goes first, for whom they come, and what the one who passed them on wrote. */
export function TicketFacts({ entry: { ticket, forMe } }: { readonly entry: Pick<WaitingEntry, 'ticket' | 'forMe'> }) {
  const say = useMessages();
  const words = useCalendarWords();
  const isSpecial = ticket !== null && ticket.priority !== 'walk-in';
  if (!isSpecial && !forMe && !ticket?.note) return null;
  const reason = () => {
    if (ticket?.priority !== 'booked') return say(`calendar.ring.${ticket?.priority === 'late' ? 'late' : 'priority'}`);
    if (!ticket.appointmentStartsAt) return say('calendar.ring.booked');
    return say('calendar.ring.booked-at', {
      time: words.time(createWall(homeZone)(ticket.appointmentStartsAt).minutes),
    });
  };
  return (
    <div className={styles.facts}>
      {isSpecial && (
        <StatusBadge tone="info" icon={ticket.priority === 'priority' ? Star : CalendarCheck}>
          {reason()}
        </StatusBadge>
      )}
      {forMe && (
        <StatusBadge tone="good" icon={UserRound}>
          {say('calendar.ring.for-me')}
        </StatusBadge>
      )}
      {ticket?.note && (
        <p className={styles.note}>
          <span className={styles.term}>{say('calendar.ring.note')}:</span> {ticket.note}
        </p>
      )}
    </div>
  );
}
