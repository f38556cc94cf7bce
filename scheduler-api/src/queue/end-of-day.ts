import { ticketTakes } from '@remote-clerk/shared/domain/queue-ticket.ts';
import { dateAt } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { epochMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { systemScope } from '../db/scope.ts';
import type { ContactPointsService } from '../organisations/contact-points-service.ts';
import type { TicketSteps } from './ticket-steps.ts';
import type { TicketsRepository } from './tickets-repository.ts';

type Needs = Pick<Context, 'db' | 'clock'> & {
  repository: TicketsRepository;
  steps: TicketSteps;
  contactPoints: ContactPointsService;
};

/** A day's numbers end with it: whoever still waited is not called in the morning. Those to be called by telephone are. */
export function createEndOfDay({ db, clock, repository, steps, contactPoints }: Needs) {
  return async function endOfDay(): Promise<void> {
    const now = epochMilliseconds(clock.now());
    // Where it is tomorrow first; each is judged by its own contact point's clock.
    for (const { id, contactPointId, day } of await repository.listOfDaysBefore(dateAt(now, 'Pacific/Kiritimati'))) {
      const { timeZone } = await contactPoints.get(systemScope, contactPointId);
      if (day >= dateAt(now, timeZone)) continue;
      await db.transaction(async () => {
        const ticket = await repository.getLocked(systemScope, id);
        if (ticketTakes(ticket.state, 'cancel')) await steps.apply(ticket, 'cancel');
      });
    }
  };
}
