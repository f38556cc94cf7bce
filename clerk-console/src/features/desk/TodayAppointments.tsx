import type { Appointment } from '@remote-clerk/shared/contracts/appointments.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { StatusBadge } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { useCalendarWords } from '../calendar/use-calendar-words.ts';
import { createWall, homeZone } from '../calendar/wall-time.ts';
import styles from './TodayAppointments.module.css';
import listStyles from './WaitingList.module.css';

/** Who is booked with this specialist today and is still to come, in a line each. */
export function TodayAppointments({ appointments }: { readonly appointments: readonly Appointment[] }) {
  const say = useMessages();
  const words = useCalendarWords();
  const { language } = useLanguage();
  if (appointments.length === 0) return null;
  return (
    <section aria-labelledby="today-appointments-title" className={listStyles.section}>
      <h2 id="today-appointments-title" className={listStyles.title}>
        {say('calendar.desk')} <span className={listStyles.count}>{appointments.length}</span>
      </h2>
      <ol className={styles.list}>
        {appointments.map(({ id, startsAt, service, contactPoint, state }) => (
          <li key={id} className={styles.line}>
            <strong className={styles.time}>
              {words.time(createWall(contactPoint?.timeZone ?? homeZone)(startsAt).minutes)}
            </strong>
            <span className={styles.words}>
              {service.name[language]} · {contactPoint?.name ?? say('calendar.by-telephone')}
            </span>
            {state === 'arrived' && <StatusBadge tone="good">{say('calendar.state.arrived')}</StatusBadge>}
          </li>
        ))}
      </ol>
    </section>
  );
}
