import type { Appointment } from '@remote-clerk/shared/contracts/appointments.ts';
import { type AppointmentState, arrivalAt } from '@remote-clerk/shared/domain/scheduling/appointment.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';

/** An appointment's state as the clerk reads it: one that is booked may also be late already. */
export type ShownState = AppointmentState | 'late';

export function shownState({ state, startsAt }: Pick<Appointment, 'state' | 'startsAt'>, now: Instant): ShownState {
  const arrival = arrivalAt(startsAt, now);
  return state === 'booked' && (arrival === 'late' || arrival === 'missed') ? 'late' : state;
}

/** Whether the citizen may still be checked in. */
export const canArrive = ({ state }: Pick<Appointment, 'state'>) => state === 'booked';
export const canMove = ({ state }: Pick<Appointment, 'state'>) => state === 'booked';
export const canCancel = ({ state }: Pick<Appointment, 'state'>) => state === 'booked' || state === 'arrived';

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Those whom the words fit, by time; what is only being kept is nobody's yet. */
export function listed(appointments: readonly Appointment[], search: string, serviceName: (of: Appointment) => string) {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return appointments
    .filter((one) => {
      const text = plain([one.citizen?.name, serviceName(one), one.specialist.name, one.code].join(' '));
      return (
        one.state !== 'pending' && words.every((word) => text.includes(word.replaceAll('-', '')) || text.includes(word))
      );
    })
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
}
