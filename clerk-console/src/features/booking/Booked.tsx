import { type Appointment, showCode } from '@remote-clerk/shared/contracts/appointments.ts';
import { useFormat, useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { useShortcut } from '@remote-clerk/shared/ui/shortcuts.ts';
import { CalendarClock, CalendarPlus, Printer, UserPlus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './Booked.module.css';
import type { BookableService } from './booking-data.ts';
import { CancelAppointment } from './CancelAppointment.tsx';
import { Slip } from './Slip.tsx';

interface BookedProps {
  /** One, or a series. */
  readonly appointments: readonly Appointment[];
  readonly services: readonly BookableService[];
  readonly onAnother: (keepPerson: boolean) => void;
  readonly onMove: (appointment: Appointment) => void;
}

/** It is booked: the code to take along, and what may come next. */
export function Booked({ appointments, services, onAnother, onMove }: BookedProps) {
  const say = useMessages();
  const format = useFormat();
  const { language } = useLanguage();
  const [cancelled, setCancelled] = useState(false);
  const print = () => window.print();
  useShortcut('P', say('booking.print'), print, !cancelled);
  const done = useRef<HTMLHeadingElement>(null);
  useEffect(() => done.current?.focus(), []);
  const [first] = appointments;
  if (!first) return null;
  const { bring } = services.find(({ id }) => id === first.service.id) ?? {};
  return (
    <div className={styles.booked}>
      <h3 ref={done} tabIndex={-1} className={styles.done}>
        <StatusBadge tone={cancelled ? 'neutral' : 'good'}>
          {cancelled ? say('booking.cancelled') : say('booking.done', { count: appointments.length })}
        </StatusBadge>
      </h3>
      <ul className={styles.list}>
        {appointments.map((appointment) => (
          <li key={appointment.id}>
            <p className={styles.code} data-testid="booking-code">
              {showCode(appointment.code)}
            </p>
            <p className={styles.time}>{format.dateTime(appointment.startsAt)}</p>
          </li>
        ))}
      </ul>
      <dl className={styles.facts}>
        <dt>{say('booking.name')}</dt>
        <dd>{first.citizen?.name}</dd>
        <dt>{say('booking.service')}</dt>
        <dd>{first.service.name[language]}</dd>
        <dt>{say('booking.place')}</dt>
        <dd>
          {first.contactPoint ? `${first.contactPoint.name}, ${first.contactPoint.address}` : say('channel.telephone')}
        </dd>
        <dt>{say('booking.specialist')}</dt>
        <dd>{first.specialist.name}</dd>
        {bring && (
          <>
            <dt>{say('booking.bring')}</dt>
            <dd>{bring[language]}</dd>
          </>
        )}
      </dl>
      <div className={styles.actions}>
        {!cancelled && (
          <Button variant="primary" icon={Printer} shortcut="P" onPress={print}>
            {say('booking.print')}
          </Button>
        )}
        <Button icon={CalendarPlus} onPress={() => onAnother(false)}>
          {say('booking.another')}
        </Button>
        <Button icon={UserPlus} onPress={() => onAnother(true)}>
          {say('booking.another-same')}
        </Button>
        {!cancelled && appointments.length === 1 && (
          <>
            <Button icon={CalendarClock} onPress={() => onMove(first)}>
              {say('booking.move')}
            </Button>
            <CancelAppointment appointment={first} onCancelled={() => setCancelled(true)} />
          </>
        )}
      </div>
      {!cancelled && <Slip appointments={appointments} bring={bring ?? null} />}
    </div>
  );
}
