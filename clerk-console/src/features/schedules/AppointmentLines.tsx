import type { Appointment } from '@remote-clerk/shared/contracts/appointments.ts';
import { useFormat, useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { useMessages } from '../../messages/use-messages.ts';
import styles from './AppointmentLines.module.css';

/** Appointments in two lines each: when and with whom, for whom and about what. */
export function AppointmentLines({ appointments }: { readonly appointments: readonly Appointment[] }) {
  const say = useMessages();
  const format = useFormat();
  const { language } = useLanguage();
  return (
    <ul className={styles.lines}>
      {appointments.map(({ id, startsAt, specialist, citizen, service, contactPoint }) => (
        <li key={id}>
          <strong>{format.dateTime(startsAt)}</strong> · {specialist.name}
          <span className={styles.about}>
            {[
              citizen?.name ?? say('calendar.no-name'),
              service.name[language],
              contactPoint?.name ?? say('calendar.by-telephone'),
            ].join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
