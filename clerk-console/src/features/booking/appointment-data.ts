import type { Appointment } from '@remote-clerk/shared/contracts/appointments.ts';
import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import { queueRoutes } from '@remote-clerk/shared/contracts/http/queue.ts';
import type { AppointmentId, ContactPointId } from '@remote-clerk/shared/domain/ids.ts';
import type { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useConsole } from '../../app/context.ts';
import { useCommand } from '../../app/use-command.ts';

export const appointmentsKey = ['appointments'] as const;

/** Another day's appointments; today's are in the view. */
export function useDay(contactPointId: ContactPointId, day: PlainDate | null) {
  const { api } = useConsole();
  return useQuery({
    queryKey: [...appointmentsKey, contactPointId, day],
    queryFn: async () => {
      if (!day) return [];
      const { appointments } = await api.call(appointmentRoutes.listAppointments, {
        params: { contactPointId },
        query: { day },
      });
      return appointments;
    },
    enabled: day !== null,
  });
}

/** @param version read again when the list shows a newer one */
export function useAppointment(appointmentId: AppointmentId, version: number | undefined) {
  const { api } = useConsole();
  return useQuery({
    queryKey: [...appointmentsKey, 'one', appointmentId, version],
    queryFn: () => api.call(appointmentRoutes.readAppointment, { params: { appointmentId } }),
    placeholderData: (before) => (before?.appointment.id === appointmentId ? before : undefined),
  });
}

export function useCheckIn() {
  const { api } = useConsole();
  const cache = useQueryClient();
  return useCommand(
    ({ id }: Pick<Appointment, 'id'>, idempotencyKey) =>
      api.call(queueRoutes.checkIn, { params: { appointmentId: id }, body: {}, idempotencyKey }),
    { onSuccess: () => void cache.invalidateQueries({ queryKey: appointmentsKey }) },
  );
}
