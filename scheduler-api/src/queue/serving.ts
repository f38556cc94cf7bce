import type { ConsultationCommand } from '@remote-clerk/shared/domain/consultation.ts';
import type { QueueTicketId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { systemScope } from '../db/scope.ts';
import type { KioskPrincipal } from '../http/principal.ts';
import type { KiosksService } from '../kiosks/kiosks-service.ts';
import type { Ticket } from './ticket-row.ts';
import type { TicketSteps } from './ticket-steps.ts';
import type { TicketsRepository } from './tickets-repository.ts';

type Needs = { repository: TicketsRepository; steps: TicketSteps; kiosks: KiosksService };

/** Where the line and consultations meet: a ticket becomes a consultation, and is over with it. */
export function createServing({ repository, steps, kiosks }: Needs) {
  return {
    /**
     * Whoever stands at the kiosk begins, with a ticket or without; another who was called there waits again.
     * @throws ProblemError `not-found` for a ticket of another contact point, `illegal-transition` for one that is over
     */
    async begin(kiosk: KioskPrincipal, ticketId: QueueTicketId | undefined): Promise<Ticket | null> {
      await kiosks.lock(kiosk.kioskId);
      await steps.clearKiosk(kiosk.kioskId, ticketId);
      if (!ticketId) return null;
      const ticket = await repository.getLocked(systemScope, ticketId);
      if (ticket.contactPointId !== kiosk.contactPointId)
        throw new ProblemError('not-found', 'There is no such ticket');
      // It may be called to another kiosk this moment: whoever has it stands here.
      return steps.apply(ticket, 'begin', { kioskId: kiosk.kioskId });
    },

    /** A consultation that began with a ticket is over. */
    async settle(
      { ticketId, liveAt }: { ticketId: QueueTicketId; liveAt: Instant | null },
      command: ConsultationCommand,
    ): Promise<void> {
      const ticket = await repository.getLocked(systemScope, ticketId);
      if (ticket.state !== 'serving') return;
      if (liveAt !== null || command.kind === 'end') await steps.apply(ticket, 'finish');
      else if (command.kind === 'abandon' && command.reason === 'citizen-left') await steps.apply(ticket, 'miss');
      else await steps.apply(ticket, 'put-back');
    },
  };
}
export type Serving = ReturnType<typeof createServing>;
