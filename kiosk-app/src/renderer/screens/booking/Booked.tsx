import { showCode } from '@remote-clerk/shared/contracts/appointments.ts';
import { useFormat, useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { CircleCheck } from 'lucide-react';
import { useMessages } from '../../../messages/use-messages.ts';
import type { Result } from '../../flow/result.ts';
import { Screen } from '../../frame/Screen.tsx';
import { Closes } from '../Closes.tsx';
import { Fact, Facts } from '../Facts.tsx';
import { useClosing } from '../use-closing.ts';
import styles from './Booked.module.css';
import { QrPicture } from './QrPicture.tsx';
import { sentence } from './sentence.ts';

/** Long enough to find a telephone and take a picture. */
const secondsShown = 60;

/** The appointment, in words to remember and as a code to take along. */
export function Booked({ result }: { readonly result: Extract<Result, { kind: 'booked' }> }) {
  const say = useMessages();
  const format = useFormat();
  const { language } = useLanguage();
  const { seconds, close } = useClosing(secondsShown);
  const { appointment, email } = result;
  const { contactPoint, institution, service } = appointment;
  return (
    <Screen
      name="booked"
      question={say('booked.title')}
      lede={
        email !== '' && (
          <span className={styles.sent}>
            <CircleCheck aria-hidden="true" /> {say('booked.sent', { email })}
          </span>
        )
      }
      info={
        <Facts>
          <Fact term={say('booked.when')} isMain>
            {sentence(format.dateTime(appointment.startsAt))}
          </Fact>
          {contactPoint && (
            <Fact term={say('booked.where')} hint={contactPoint.address}>
              {contactPoint.name}
            </Fact>
          )}
          <Fact term={say('meeting.about')} hint={institution.name[language]}>
            {service.name[language]}
          </Fact>
          {service.bring && <Fact term={say('booked.bring')}>{service.bring[language]}</Fact>}
        </Facts>
      }
      back={<Closes seconds={seconds} />}
      onward={
        <Button variant="primary" onPress={close}>
          {say('goodbye.finish')}
        </Button>
      }
    >
      <div className={styles.code}>
        <p className={styles.label}>{say('booked.code')}</p>
        <p className={styles.letters}>{showCode(appointment.code)}</p>
        <div className={styles.take}>
          <QrPicture text={addressOf(appointment.code)} label={say('booked.qr')} />
          <p className={styles.hint}>{say('booked.codeHint')}</p>
        </div>
      </div>
    </Screen>
  );
}

/** The public page's, where the appointment can be moved; the kiosk reads the code in it as well. */
const addressOf = (code: string) => new URL(`/booking/#/${code}`, location.origin).href;
