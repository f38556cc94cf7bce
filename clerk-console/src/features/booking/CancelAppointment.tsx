import type { Appointment } from '@remote-clerk/shared/contracts/appointments.ts';
import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { CalendarX } from 'lucide-react';
import { AskOnce } from '../../app/AskOnce.tsx';
import { useConsole } from '../../app/context.ts';
import { problemMessage } from '../../app/problems.ts';
import { useCommand } from '../../app/use-command.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { appointmentsKey } from './appointment-data.ts';

interface CancelAppointmentProps {
  readonly appointment: Appointment;
  readonly onCancelled?: () => void;
}

/** Asks once, as a cancelled time may be somebody else's a moment later. */
export function CancelAppointment({ appointment, onCancelled }: CancelAppointmentProps) {
  const say = useMessages();
  const { api } = useConsole();
  const cache = useQueryClient();
  const cancel = useCommand(
    ({ id, version }: Appointment, idempotencyKey) =>
      api.call(appointmentRoutes.cancelAppointment, {
        params: { appointmentId: id },
        body: { version },
        idempotencyKey,
      }),
    {
      onSuccess: () => {
        void cache.invalidateQueries({ queryKey: appointmentsKey });
        onCancelled?.();
      },
    },
  );
  return (
    <>
      <AskOnce
        icon={CalendarX}
        label={say('booking.cancel')}
        question={say('booking.cancel.question')}
        yes={say('booking.cancel.yes')}
        no={say('booking.cancel.no')}
        isPending={cancel.isPending}
        onYes={() => cancel.mutate(appointment)}
      />
      {cancel.isError && (
        <Notice tone="bad" title={say('booking.cancel.failed')} todo={say(problemMessage(cancel.error))} />
      )}
    </>
  );
}
