import type { AppointmentId, KioskId } from '@remote-clerk/shared/domain/ids.ts';
import { stepTicket, type TicketCommand, ticketTakes } from '@remote-clerk/shared/domain/queue-ticket.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import type { AppointmentsService } from '../appointments/appointments-service.ts';
import type { Context } from '../context.ts';
import type { Ticket } from './ticket-row.ts';
import type { TicketsRepository } from './tickets-repository.ts';

/** What comes with a command: only what a citizen's way through the line may change. */
export type TicketChange = Partial<
  Pick<Ticket, 'kioskId' | 'organisationId' | 'institutionId' | 'serviceId' | 'specialistId' | 'note' | 'phone'>
>;

type Needs = Pick<Context, 'db' | 'clock'> & {
  repository: TicketsRepository;
  appointments: Pick<AppointmentsService, 'fulfil' | 'leave'>;
  /** Called once the change is committed. */
  changed: (ticket: Ticket, before: Ticket | null) => Promise<void>;
};

/** What a command changes beside the state. */
function effectsOf(command: TicketCommand, before: Ticket, now: Instant): Partial<Ticket> {
  switch (command) {
    case 'call':
    case 'recall':
      return { calledAt: now, calls: before.calls + 1 };
    case 'put-back':
      return { kioskId: null, closedAt: null };
    case 'hold':
    case 'call-back':
      return { kioskId: null };
    case 'transfer':
      // What was called before was the number of another line.
      return { kioskId: null, closedAt: null, calledAt: null };
    case 'miss':
    case 'cancel':
      return { kioskId: null, closedAt: now };
    case 'finish':
      return { closedAt: now };
    case 'resume':
    case 'begin':
      return {};
  }
}

/** Takes a ticket one step on, with all that belongs to the step, in the transaction it is called in. */
export function createTicketSteps({ db, clock, repository, appointments, changed }: Needs) {
  return {
    /** @param before the row, locked @throws ProblemError `illegal-transition` when the present state does not allow it */
    async apply(before: Ticket, command: TicketCommand, change: TicketChange = {}): Promise<Ticket> {
      const state = stepTicket(before.state, command);
      const after = await repository.update({
        ...before,
        ...effectsOf(command, before, clock.now()),
        ...change,
        state,
      });
      if (command === 'finish' && after.appointmentId) await appointments.fulfil(after.appointmentId);
      if (command === 'cancel' && after.appointmentId) await appointments.leave(after.appointmentId);
      await db.afterCommit(() => changed(after, before));
      return after;
    },

    /** A new one is in the line. */
    async insert(ticket: Ticket): Promise<void> {
      await repository.insert(ticket);
      await db.afterCommit(() => changed(ticket, null));
    },

    /** The appointment that it stands for is cancelled: nobody is to be called for it. */
    async appointmentCancelled(id: AppointmentId): Promise<void> {
      const found = await repository.findOfAppointment(id);
      if (!found) return;
      const ticket = await repository.getLocked({ kind: 'system' }, found.id);
      if (ticketTakes(ticket.state, 'cancel')) await this.apply(ticket, 'cancel');
    },

    /** The one called to a kiosk, if any, waits again: somebody else stands there. */
    async clearKiosk(kioskId: KioskId, except?: Ticket['id']): Promise<void> {
      const called = await repository.findCalledTo(kioskId);
      if (called && called.id !== except) {
        await this.apply(await repository.getLocked({ kind: 'system' }, called.id), 'put-back');
      }
    },
  };
}
export type TicketSteps = ReturnType<typeof createTicketSteps>;
