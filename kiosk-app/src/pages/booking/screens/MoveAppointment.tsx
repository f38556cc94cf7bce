import type { OwnAppointment } from '@remote-clerk/shared/contracts/appointments.ts';
import { useBooking } from '../booking-context.tsx';
import { Screen } from '../parts/Screen.tsx';
import { TimePicker } from './TimePicker.tsx';

interface MoveAppointmentProps {
  readonly appointment: OwnAppointment;
  readonly onMoved: (appointment: OwnAppointment) => void;
}

/** Another time for the same talk at the same place: the old one is given up only when the new one is had. */
export function MoveAppointment({ appointment, onMoved }: MoveAppointmentProps) {
  const { server, say, formatAt } = useBooking();
  const { code, service, channel, contactPoint, language, timeZone, startsAt } = appointment;
  return (
    <Screen
      title={say('move.question')}
      lede={say('move.lede', { when: formatAt(timeZone).dateTime(startsAt) })}
      back="appointment"
    >
      <TimePicker
        wish={{ serviceId: service.id, channel, language, ...(contactPoint && { contactPointId: contactPoint.id }) }}
        timeZone={timeZone}
        contactPoints={contactPoint ? [contactPoint] : []}
        onPick={async (time) => onMoved(await server.move({ code, startsAt: time.startsAt }))}
      />
    </Screen>
  );
}
