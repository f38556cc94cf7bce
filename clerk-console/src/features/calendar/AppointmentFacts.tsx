import { type Appointment, showCode } from '@remote-clerk/shared/contracts/appointments.ts';
import type { AppointmentState } from '@remote-clerk/shared/domain/scheduling/appointment.ts';
import { languageNames } from '@remote-clerk/shared/i18n/language-names.ts';
import { useFormat, useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { IconButton } from '@remote-clerk/shared/ui/IconButton.tsx';
import { StatusBadge, type Tone } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { X } from 'lucide-react';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './AppointmentFacts.module.css';
import { useCalendarWords } from './use-calendar-words.ts';
import { createWall } from './wall-time.ts';

const tones: Readonly<Record<AppointmentState, Tone>> = {
  pending: 'neutral',
  booked: 'info',
  arrived: 'good',
  fulfilled: 'good',
  cancelled: 'neutral',
  noshow: 'warn',
};

interface AppointmentFactsProps {
  readonly appointment: Appointment;
  readonly timeZone: string;
  readonly onClose: () => void;
}

/** All about one appointment, beside the calendar. */
export function AppointmentFacts({ appointment, timeZone, onClose }: AppointmentFactsProps) {
  const say = useMessages();
  const format = useFormat();
  const words = useCalendarWords();
  const { language } = useLanguage();
  useShortcut('Escape', say('calendar.facts.close'), onClose);
  const wall = createWall(timeZone);
  const [starts, ends] = [wall(appointment.startsAt), wall(appointment.endsAt)];
  const { citizen, contactPoint, kiosk } = appointment;
  const facts = [
    {
      name: say('calendar.facts.when'),
      words: `${words.longDay(starts.date)}, ${words.hours({ from: starts.minutes, until: ends.minutes })}`,
    },
    { name: say('calendar.facts.citizen'), words: citizen?.name ?? say('calendar.no-name') },
    { name: say('calendar.facts.phone'), words: citizen?.phone },
    { name: say('calendar.facts.email'), words: citizen?.email },
    {
      name: say('calendar.facts.place'),
      words: [contactPoint?.name, contactPoint?.address, kiosk?.name].filter(Boolean).join(', '),
    },
    { name: say('calendar.facts.channel'), words: say(`calendar.channel.${appointment.channel}`) },
    { name: say('case.language'), words: languageNames[appointment.language] },
    { name: say('calendar.facts.arrived'), words: appointment.arrivedAt && format.time(appointment.arrivedAt) },
    { name: say('calendar.facts.code'), words: showCode(appointment.code) },
    { name: say('calendar.facts.note'), words: appointment.note },
  ].filter((fact) => fact.words);
  return (
    <aside className={styles.facts} aria-label={say('calendar.facts')}>
      <header className={styles.head}>
        <h2 className={styles.title}>{appointment.service.name[language]}</h2>
        <IconButton icon={X} label={say('calendar.facts.close')} shortcut="Escape" onPress={onClose} />
      </header>
      <StatusBadge tone={tones[appointment.state]}>{say(`calendar.state.${appointment.state}`)}</StatusBadge>
      <dl className={styles.list}>
        {facts.map((fact) => (
          <div key={fact.name}>
            <dt>{fact.name}</dt>
            <dd>{fact.words}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
