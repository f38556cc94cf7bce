import { punctuality } from '@remote-clerk/shared/domain/scheduling/appointment.ts';
import { addMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import type { AppointmentsService } from './appointments-service.ts';

/** Appointments to which nobody has come are missed, and their specialists free for others. */
export function createMissedSweep({
  clock,
  appointments,
}: Pick<Context, 'clock'> & { appointments: AppointmentsService }) {
  return async function sweep(): Promise<void> {
    const before = addMilliseconds(clock.now(), -punctuality.missed * 60_000);
    for (const { id } of await appointments.listUnattended(before)) await appointments.miss(id);
  };
}
