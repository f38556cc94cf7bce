import {
  type AccountId,
  type AppointmentId,
  type ConsultationId,
  type ContactPointId,
  type PublicServiceId,
  QueueTicketId,
} from '@remote-clerk/shared/domain/ids.ts';
import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { countsFrom, type PriorityClass } from '@remote-clerk/shared/domain/queue-ticket.ts';
import { dateAt } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { epochMilliseconds, type Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { systemScope } from '../db/scope.ts';
import type { CatalogueService } from '../organisations/catalogue-service.ts';
import type { ContactPointsService } from '../organisations/contact-points-service.ts';
import type { Ticket } from './ticket-row.ts';
import type { TicketSteps } from './ticket-steps.ts';
import type { TicketsRepository } from './tickets-repository.ts';

export type TicketWish = {
  contactPointId: ContactPointId;
  serviceId: PublicServiceId;
  language: Language;
  priority: PriorityClass;
  /** From when waiting counts, before the head start; now unless it is said. */
  since?: Instant;
  /** From when it counts, head start and all, for somebody who has stood in line already. */
  standing?: Instant;
  takenAt?: Instant;
  specialistId?: AccountId | null;
  appointmentId?: AppointmentId;
  transferredFrom?: ConsultationId;
  note?: string;
};

type Needs = Pick<Context, 'clock' | 'ids'> & {
  repository: TicketsRepository;
  steps: TicketSteps;
  catalogue: CatalogueService;
  contactPoints: ContactPointsService;
};

/** Gives places in the line, each with the next number of its contact point's day. */
export function createTicketGiving({ clock, ids, repository, steps, catalogue, contactPoints }: Needs) {
  /** In the transaction it is called in. @throws ProblemError `not-found` for a service that is not offered */
  return async function give(wish: TicketWish): Promise<Ticket> {
    const service = await catalogue.getOffered(wish.serviceId);
    const contactPoint = await contactPoints.get(systemScope, wish.contactPointId);
    const now = clock.now();
    const day = dateAt(epochMilliseconds(now), contactPoint.timeZone);
    const running = await repository.nextNumber(contactPoint.id, day);
    const ticket: Ticket = {
      id: QueueTicketId.parse(ids.uuid()),
      organisationId: service.organisationId,
      hostOrganisationId: contactPoint.organisationId,
      institutionId: service.institution.id,
      serviceId: service.id,
      contactPointId: contactPoint.id,
      language: wish.language,
      day,
      number: `${service.institution.code.slice(0, 1)}${String(running).padStart(3, '0')}`,
      state: 'waiting',
      version: 1,
      priority: wish.priority,
      takenAt: wish.takenAt ?? now,
      countsFrom: wish.standing ?? countsFrom(wish.since ?? now, wish.priority),
      calledAt: null,
      calls: 0,
      kioskId: null,
      appointmentId: wish.appointmentId ?? null,
      specialistId: wish.specialistId ?? null,
      transferredFrom: wish.transferredFrom ?? null,
      note: wish.note ?? '',
      phone: null,
      closedAt: null,
    };
    await steps.insert(ticket);
    return ticket;
  };
}
export type GiveTicket = ReturnType<typeof createTicketGiving>;
