import { type Appointment, showCode } from '@remote-clerk/shared/contracts/appointments.ts';
import type { LocalizedText } from '@remote-clerk/shared/contracts/localized.ts';
import { createFormat } from '@remote-clerk/shared/i18n/format.ts';
import { createPortal } from 'react-dom';
import { useMessagesIn } from '../../messages/use-messages.ts';
import styles from './Slip.module.css';

interface SlipProps {
  readonly appointments: readonly Appointment[];
  readonly bring: LocalizedText | null;
}

/** What the citizen takes home: only on paper, and in the language in which they will talk. */
export function Slip({ appointments, bring }: SlipProps) {
  return createPortal(
    <section className={styles.slip} lang={appointments[0]?.language} aria-hidden="true">
      {appointments.map((appointment) => (
        <One key={appointment.id} appointment={appointment} bring={bring} />
      ))}
    </section>,
    document.body,
  );
}

function One({ appointment, bring }: { readonly appointment: Appointment; readonly bring: LocalizedText | null }) {
  const { language, service, institution, contactPoint, startsAt, code } = appointment;
  const say = useMessagesIn(language);
  return (
    <article className={styles.one}>
      <h2>{service.name[language]}</h2>
      <p>{institution.name[language]}</p>
      <p className={styles.time}>{createFormat(language).dateTime(startsAt)}</p>
      <p>{contactPoint ? `${contactPoint.name}, ${contactPoint.address}` : say('channel.telephone')}</p>
      {bring && <p>{`${say('booking.bring')}: ${bring[language]}`}</p>}
      <p className={styles.code}>{showCode(code)}</p>
      <p>{say('booking.slip.help')}</p>
    </article>
  );
}
