import { showCode } from '@remote-clerk/shared/contracts/appointments.ts';
import { Printer } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { Button } from '../../common/Button.tsx';
import { useBooking } from '../booking-context.tsx';
import type { Booked } from '../flow/booked.ts';
import { go } from '../flow/place.ts';
import { AppointmentFacts } from '../parts/AppointmentFacts.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Screen } from '../parts/Screen.tsx';
import styles from './Done.module.css';

/** Needed at the end only, so fetched at the end only. */
const QrCode = lazy(async () => ({ default: (await import('@remote-clerk/shared/ui/QrCode.tsx')).QrCode }));

/** It is booked: the code, large, and what to do with it. */
export function Done({ booked: { appointment, email } }: { readonly booked: Booked }) {
  const { say } = useBooking();
  const code = showCode(appointment.code);
  const link = new URL(`#/${code}`, location.href).href;
  return (
    <Screen title={say('done.title')}>
      <Notice tone={email ? 'good' : 'info'} title={email ? say('done.mail', { email }) : say('done.noMail')} />
      <div className={styles.ticket}>
        <div className={styles.words}>
          <p>{say('done.code')}</p>
          <p className={styles.code}>{code}</p>
          <p>{say('done.codeWords')}</p>
          {appointment.channel !== 'telephone' && <p>{say('done.codeKiosk')}</p>}
          <p>
            <a href={link}>{say('done.link')}</a>
          </p>
        </div>
        <Suspense>
          <QrCode text={link} label={say('done.qr')} />
        </Suspense>
      </div>
      <AppointmentFacts appointment={appointment} />
      <div className={styles.actions}>
        <Button icon={Printer} onClick={() => window.print()}>
          {say('done.print')}
        </Button>
        <Button onClick={() => go('appointment')}>{say('done.manage')}</Button>
      </div>
    </Screen>
  );
}
