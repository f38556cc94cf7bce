import { type OwnAppointment, showCode } from '@remote-clerk/shared/contracts/appointments.ts';
import { useState } from 'react';
import { Button } from '../../common/Button.tsx';
import { useBooking } from '../booking-context.tsx';
import { go } from '../flow/place.ts';
import { isProblem } from '../flow/trouble.ts';
import type { Messages } from '../messages/lv.ts';
import { AppointmentFacts } from '../parts/AppointmentFacts.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Screen } from '../parts/Screen.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { CancelAppointment } from './CancelAppointment.tsx';
import styles from './Done.module.css';

const stands = {
  pending: 'own.pending',
  arrived: 'own.arrived',
  fulfilled: 'own.fulfilled',
  cancelled: 'own.cancelled',
  noshow: 'own.noshow',
} as const satisfies Partial<Record<OwnAppointment['state'], keyof Messages>>;

interface OwnAppointmentScreenProps {
  readonly appointment: OwnAppointment;
  readonly isMoved: boolean;
  readonly onChanged: (appointment: OwnAppointment) => void;
  /** Reads it again, after it turned out to be otherwise than it is shown. */
  readonly onReload: () => void;
}

export function OwnAppointmentScreen({ appointment, isMoved, onChanged, onReload }: OwnAppointmentScreenProps) {
  const { server, say } = useBooking();
  const [isPending, setIsPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { state, code } = appointment;
  const cancel = async () => {
    setIsPending(true);
    setError(null);
    try {
      onChanged(await server.cancel(code));
    } catch (problem) {
      setError(problem);
      if (isProblem(problem, 'illegal-transition')) onReload();
    } finally {
      setIsPending(false);
    }
  };
  return (
    <Screen title={say('own.title')}>
      {isMoved && state === 'booked' && <Notice tone="good" title={say('own.moved')} />}
      {state !== 'booked' && <Notice tone={state === 'pending' ? 'warn' : 'info'} title={say(stands[state])} />}
      {error !== null && <Trouble error={error} />}
      <div className={styles.ticket}>
        <div className={styles.words}>
          <p>{say('done.code')}</p>
          <p className={styles.code}>{showCode(code)}</p>
        </div>
      </div>
      <AppointmentFacts appointment={appointment} />
      {state === 'booked' && (
        <div className={styles.actions}>
          <Button variant="primary" onClick={() => go('move')}>
            {say('own.move')}
          </Button>
          <CancelAppointment isPending={isPending} onCancel={() => void cancel()} />
        </div>
      )}
    </Screen>
  );
}
