import type { OwnAppointment } from '@remote-clerk/shared/contracts/appointments.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useBooking } from '../booking-context.tsx';
import { goInstead } from '../flow/place.ts';
import { isProblem } from '../flow/trouble.ts';
import { Screen } from '../parts/Screen.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { EnterCode } from './EnterCode.tsx';
import { MoveAppointment } from './MoveAppointment.tsx';
import { OwnAppointmentScreen } from './OwnAppointmentScreen.tsx';

interface OwnProps {
  readonly code: string | null;
  readonly onCode: (code: string) => void;
  readonly isMoving: boolean;
}

/** An appointment by its code: looked at, moved, cancelled. */
export function Own({ code, onCode, isMoving }: OwnProps) {
  const { server, say } = useBooking();
  const [appointment, setAppointment] = useState<OwnAppointment | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isMoved, setIsMoved] = useState(false);
  const latest = useRef(code);

  const read = useCallback(async () => {
    latest.current = code;
    setError(null);
    if (code === null) return;
    try {
      const found = await server.find(code);
      if (latest.current === code) setAppointment(found);
    } catch (problem) {
      if (latest.current === code) setError(problem);
    }
  }, [server, code]);
  useEffect(() => void read(), [read]);

  if (code === null || isProblem(error, 'not-found')) {
    return <EnterCode key={code} unknownCode={code} onCode={onCode} />;
  }
  if (!appointment || appointment.code !== code) {
    return (
      <Screen title={say('own.title')}>
        {error === null ? <p role="status">{say('loading')}</p> : <Trouble error={error} onRetry={() => void read()} />}
      </Screen>
    );
  }
  if (isMoving && appointment.state === 'booked') {
    const moved = (changed: OwnAppointment) => {
      setAppointment(changed);
      setIsMoved(true);
      goInstead('appointment');
    };
    return <MoveAppointment appointment={appointment} onMoved={moved} />;
  }
  return (
    <OwnAppointmentScreen
      appointment={appointment}
      isMoved={isMoved}
      onChanged={setAppointment}
      onReload={() => void read()}
    />
  );
}
