import type { Appointment } from '@remote-clerk/shared/contracts/appointments.ts';
import type { AppointmentState } from '@remote-clerk/shared/domain/scheduling/appointment.ts';
import type { Channel } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { VisuallyHidden } from '@remote-clerk/shared/ui/VisuallyHidden.tsx';
import {
  CircleCheck,
  CircleX,
  Clock,
  type LucideIcon,
  MonitorSmartphone,
  Phone,
  UserRound,
  UserRoundCheck,
} from 'lucide-react';
import type { CSSProperties } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './BookedBlock.module.css';
import type { Booked } from './day-columns.ts';
import { useCalendarWords } from './use-calendar-words.ts';

const stateIcons: Partial<Record<AppointmentState, LucideIcon>> = {
  pending: Clock,
  arrived: UserRoundCheck,
  fulfilled: CircleCheck,
  noshow: CircleX,
};
const channelIcons: Readonly<Record<Channel, LucideIcon>> = {
  kiosk: MonitorSmartphone,
  telephone: Phone,
  'in-person': UserRound,
};

interface BookedBlockProps {
  readonly booked: Booked;
  readonly isOpen: boolean;
  readonly onOpen: (appointment: Appointment) => void;
}

/** One appointment in a time grid: as much of it as its length has room for; all of it is said and opens beside. */
export function BookedBlock({ booked: { appointment, span }, isOpen, onOpen }: BookedBlockProps) {
  const say = useMessages();
  const words = useCalendarWords();
  const { language } = useLanguage();
  const { state, channel, citizen, service, contactPoint } = appointment;
  const name = citizen?.name ?? say('calendar.no-name');
  const place = contactPoint?.name ?? say('calendar.by-telephone');
  const Icon = stateIcons[state] ?? channelIcons[channel];
  const lines: CSSProperties & Record<`--${string}`, number> = {
    '--lines': Math.max(1, Math.floor((span.until - span.from) / 11)),
  };
  return (
    <button
      type="button"
      className={styles.block}
      data-state={state}
      aria-pressed={isOpen}
      onClick={() => onOpen(appointment)}
    >
      <Icon aria-hidden="true" />
      <span className={styles.words} style={lines}>
        <strong>{words.time(span.from)}</strong> {name} · {service.name[language]} · {place}
      </span>
      <VisuallyHidden>
        {`${words.hours(span)}, ${say(`calendar.channel.${channel}`)}, ${say(`calendar.state.${state}`)}`}
      </VisuallyHidden>
    </button>
  );
}
