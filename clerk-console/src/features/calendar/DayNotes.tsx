import type { CalendarDay } from '@remote-clerk/shared/contracts/http/schedules.ts';
import { CalendarOff, CalendarSync } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './DayNotes.module.css';
import { useCalendarWords } from './use-calendar-words.ts';

/** Why a day is otherwise than its weekday: a holiday, or a working day that was moved. */
export function DayNotes({ day }: { readonly day: CalendarDay | null }) {
  const say = useMessages();
  const words = useCalendarWords();
  if (!day) return null;
  const notes = [
    day.holiday && say(`calendar.holiday.${day.holiday}`),
    day.movedTo && say('calendar.moved-to', { date: words.shortDay(day.movedTo) }),
    day.workedFor && say('calendar.worked-for', { date: words.shortDay(day.workedFor) }),
  ].filter((note) => note !== null);
  const Icon = day.workedFor ? CalendarSync : CalendarOff;
  return notes.map((note) => (
    <p key={note} className={styles.note}>
      <Icon aria-hidden="true" />
      {note}
    </p>
  ));
}
