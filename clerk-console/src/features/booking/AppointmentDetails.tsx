import type { Appointment, Delivery } from '@remote-clerk/shared/contracts/appointments.ts';
import { showCode } from '@remote-clerk/shared/contracts/appointments.ts';
import { languageNames } from '@remote-clerk/shared/i18n/language-names.ts';
import { useFormat, useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { CalendarClock, UserRoundCheck } from 'lucide-react';
import { problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { AppointmentBadge } from './AppointmentBadge.tsx';
import styles from './AppointmentDetails.module.css';
import { useAppointment, useCheckIn } from './appointment-data.ts';
import { canArrive, canCancel, canMove } from './appointment-state.ts';
import { CancelAppointment } from './CancelAppointment.tsx';

interface AppointmentDetailsProps {
  /** As the list has it; what more there is, is read. */
  readonly appointment: Appointment;
  /** Nobody comes to it on another day. */
  readonly isToday: boolean;
  readonly onMove: (appointment: Appointment) => void;
}

/** All about one appointment, and what reached the citizen. */
export function AppointmentDetails({ appointment: listed, isToday, onMove }: AppointmentDetailsProps) {
  const say = useMessages();
  const format = useFormat();
  const { language } = useLanguage();
  const read = useAppointment(listed.id, listed.version);
  const checkIn = useCheckIn();
  const appointment = newer(listed, checkIn.data?.appointment, read.data?.appointment);
  const { citizen, contactPoint } = appointment;
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [say('booking.name'), citizen?.name],
    [say('booking.phone'), citizen?.phone],
    [say('booking.email'), citizen?.email],
    [say('booking.service'), appointment.service.name[language]],
    [say('case.institution'), appointment.institution.name[language]],
    [say('booking.specialist'), appointment.specialist.name],
    [say('booking.channel'), say(`channel.${appointment.channel}`)],
    [say('booking.place'), contactPoint && `${contactPoint.name}, ${contactPoint.address}`],
    [say('appointments.kiosk'), appointment.kiosk?.name],
    [say('booking.language'), languageNames[appointment.language]],
    [say('booking.note'), appointment.note || null],
    [say('appointments.booked-through'), say(`booked-through.${appointment.bookedThrough}`)],
    [say('appointments.arrived-at'), appointment.arrivedAt && format.time(appointment.arrivedAt)],
    [say('appointments.cancel-reason'), appointment.cancelReason && say(`cancel-reason.${appointment.cancelReason}`)],
  ];
  return (
    <div className={styles.details}>
      <p className={styles.time}>{format.dateTime(appointment.startsAt)}</p>
      <p className={styles.row}>
        <AppointmentBadge appointment={appointment} />
        <span className={styles.code}>{showCode(appointment.code)}</span>
      </p>
      <dl className={styles.facts}>
        {facts.map(
          ([term, words]) =>
            words && (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{words}</dd>
              </div>
            ),
        )}
      </dl>
      <div className={styles.actions}>
        {isToday && canArrive(appointment) && (
          <Button
            variant="primary"
            icon={UserRoundCheck}
            isPending={checkIn.isPending}
            onPress={() => checkIn.mutate({ id: appointment.id })}
          >
            {say('appointments.check-in')}
          </Button>
        )}
        {canMove(appointment) && (
          <Button icon={CalendarClock} onPress={() => onMove(appointment)}>
            {say('booking.move')}
          </Button>
        )}
        {canCancel(appointment) && <CancelAppointment key={appointment.version} appointment={appointment} />}
      </div>
      {checkIn.isError && (
        <Notice tone="bad" title={say('appointments.check-in.failed')} todo={say(problemMessage(checkIn.error))} />
      )}
      <h3>{say('deliveries.title')}</h3>
      {read.isError && (
        <Notice tone="bad" title={say('appointments.not-read')} todo={say(problemMessage(read.error))} />
      )}
      {read.data && <Deliveries deliveries={read.data.deliveries} hasEmail={!!citizen?.email} />}
    </div>
  );
}

const newer = (...known: readonly (Appointment | undefined)[]): Appointment => {
  const [newest] = known.filter((one) => one !== undefined).toSorted((a, b) => b.version - a.version);
  if (!newest) throw new Error('No appointment is known');
  return newest;
};

function Deliveries({
  deliveries,
  hasEmail,
}: {
  readonly deliveries: readonly Delivery[];
  readonly hasEmail: boolean;
}) {
  const say = useMessages();
  const format = useFormat();
  if (deliveries.length === 0) {
    return <p className={styles.none}>{say(hasEmail ? 'deliveries.none' : 'deliveries.no-email')}</p>;
  }
  return (
    <ul className={styles.deliveries}>
      {deliveries.map(({ kind, state, at, attempts, problem }) => (
        <li key={`${kind} ${at}`}>
          <StatusBadge tone={state === 'sent' ? 'good' : state === 'failed' ? 'bad' : 'info'}>
            {say(`delivery.${state}`)}
          </StatusBadge>
          <span>
            {say(`delivery.${kind}`)} · {format.shortDateTime(at)}
          </span>
          {state !== 'sent' && attempts > 0 && <span>{say('delivery.attempts', { count: attempts })}</span>}
          {problem && <span className={styles.problem}>{problem}</span>}
        </li>
      ))}
    </ul>
  );
}
