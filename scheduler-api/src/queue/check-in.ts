import type { ContactPointId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { PriorityClass } from '@remote-clerk/shared/domain/queue-ticket.ts';
import { type Arrival, arrivalAt } from '@remote-clerk/shared/domain/scheduling/appointment.ts';
import { type Instant, isDue } from '@remote-clerk/shared/domain/time.ts';
import { Temporal } from 'temporal-polyfill';
import type { AppointmentsService, StoredAppointment } from '../appointments/appointments-service.ts';
import type { Context } from '../context.ts';
import { systemScope } from '../db/scope.ts';
import type { ContactPointsService } from '../organisations/contact-points-service.ts';
import type { GiveTicket } from './give-tickets.ts';
import type { Ticket } from './ticket-row.ts';
import type { TicketSteps } from './ticket-steps.ts';
import type { TicketsRepository } from './tickets-repository.ts';

type Needs = Pick<Context, 'clock'> & {
  repository: TicketsRepository;
  steps: TicketSteps;
  give: GiveTicket;
  appointments: AppointmentsService;
  contactPoints: ContactPointsService;
};
export type CheckedIn = { arrival: Exclude<Arrival, 'too-early' | 'missed'>; ticket: Ticket };

/** Appointments turn into places in the line when their citizens come. */
export function createCheckIn({ clock, repository, steps, give, appointments, contactPoints }: Needs) {
  /** @throws ProblemError `not-the-day`, saying when and where it is */
  async function punctual(appointment: StoredAppointment, contactPointId: ContactPointId, now: Instant) {
    if (!appointment.contactPointId) throw new ProblemError('not-the-day', 'This appointment is by telephone');
    const place = await contactPoints.get(systemScope, appointment.contactPointId);
    if (place.id !== contactPointId) {
      throw new ProblemError('not-the-day', `This appointment is at ${place.name}, ${place.address}`);
    }
    const arrival = arrivalAt(appointment.startsAt, now);
    const wall = Temporal.Instant.from(appointment.startsAt).toZonedDateTimeISO(place.timeZone);
    const when = `${wall.toPlainDate()} at ${wall.toPlainTime().toString({ smallestUnit: 'minute' })}`;
    if (arrival === 'too-early') throw new ProblemError('not-the-day', `This appointment is on ${when}`);
    if (arrival === 'missed') throw new ProblemError('not-the-day', `This appointment was on ${when}`);
    return arrival;
  }

  /**
   * In the transaction it is called in. Who checks in twice gets the same place, also after having missed their turn.
   * @param appointment the row, locked
   * @throws ProblemError `not-the-day`, `illegal-transition` for one that is cancelled or over
   */
  return async function checkIn(appointment: StoredAppointment, contactPointId: ContactPointId): Promise<CheckedIn> {
    const now = clock.now();
    const given = await repository.findOfAppointment(appointment.id);
    if (given && appointment.state === 'arrived') {
      const arrival = await punctual(appointment, contactPointId, appointment.arrivedAt ?? now);
      const ticket = await repository.getLocked(systemScope, given.id);
      return { arrival, ticket: ticket.state === 'noshow' ? await steps.apply(ticket, 'put-back') : ticket };
    }
    const couldCome = appointment.state === 'booked' || appointment.state === 'noshow';
    const arrival = couldCome ? await punctual(appointment, contactPointId, now) : 'on-time';
    await appointments.arrive(appointment);
    const priority: PriorityClass = arrival === 'late' ? 'late' : 'booked';
    const ticket = await give({
      contactPointId,
      serviceId: appointment.serviceId,
      language: appointment.language,
      priority,
      // Coming early gains nothing.
      since: isDue(appointment.startsAt, now) ? now : appointment.startsAt,
      specialistId: appointment.specialistId,
      appointmentId: appointment.id,
      note: appointment.note.slice(0, 500),
    });
    return { arrival, ticket };
  };
}
export type CheckIn = ReturnType<typeof createCheckIn>;
