import type { OwnAppointment } from '@remote-clerk/shared/contracts/appointments.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { CalendarClock } from 'lucide-react';
import { useMessages } from '../../../messages/use-messages.ts';
import styles from './Kept.module.css';
import { sentence } from './sentence.ts';

/** The time that was chosen, and until when nobody else can have it. */
export function Kept({ hold }: { readonly hold: OwnAppointment }) {
  const say = useMessages();
  const format = useFormat();
  return (
    <div className={styles.kept}>
      <CalendarClock aria-hidden="true" />
      <p>
        <span className={styles.time}>{sentence(format.dateTime(hold.startsAt))}</span>
        {hold.heldUntil && <span>{say('hold.kept', { until: format.time(hold.heldUntil) })}</span>}
      </p>
    </div>
  );
}
