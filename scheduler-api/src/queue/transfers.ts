import type { AccountId, ConsultationId, PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { canServe } from '@remote-clerk/shared/domain/waiting-line.ts';
import type { ConsultationsService } from '../consultations/consultations-service.ts';
import type { Context } from '../context.ts';
import { type OrganisationScope, systemScope } from '../db/scope.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import type { CatalogueEntry, CatalogueService } from '../organisations/catalogue-service.ts';
import { isAtWork, type SpecialistsService } from '../specialists/specialists-service.ts';
import type { GiveTicket } from './give-tickets.ts';
import type { Ticket } from './ticket-row.ts';
import type { TicketSteps } from './ticket-steps.ts';
import type { TicketsRepository } from './tickets-repository.ts';

export type TransferTo = { serviceId: PublicServiceId; specialistId: AccountId | null; note: string };

type Needs = Pick<Context, 'db'> & {
  repository: TicketsRepository;
  steps: TicketSteps;
  give: GiveTicket;
  catalogue: CatalogueService;
  specialists: SpecialistsService;
  consultations: Pick<ConsultationsService, 'getOwn'>;
};

/** Citizens are passed on: to another service, of this institution or another, or to a certain specialist. */
export function createTransfers({ db, repository, steps, give, catalogue, specialists, consultations }: Needs) {
  const able = async (service: CatalogueEntry, language: string) =>
    (await specialists.listOfInstitution(systemScope, service.institution.id)).filter((one) =>
      canServe(one, { serviceId: service.id, language }),
    );

  /** @throws ProblemError `not-found` for a service that is not offered, or a specialist who cannot serve it */
  async function targetOf(to: TransferTo, language: string) {
    const service = await catalogue.getOffered(to.serviceId);
    const { specialistId } = to;
    if (specialistId && !(await able(service, language)).some(({ id }) => id === specialistId)) {
      throw new ProblemError('not-found', 'There is no such specialist for this service');
    }
    return {
      organisationId: service.organisationId,
      institutionId: service.institution.id,
      serviceId: service.id,
      specialistId,
      note: to.note,
    };
  }

  return {
    /** Its waiting counts on. @param ticket the row, locked */
    transfer: async (ticket: Ticket, to: TransferTo) =>
      steps.apply(ticket, 'transfer', await targetOf(to, ticket.language)),

    /** To whom somebody can be given, for a service. */
    async listSpecialists(serviceId: PublicServiceId, language: string, except?: AccountId) {
      const staff = await able(await catalogue.getOffered(serviceId), language);
      return staff
        .filter(({ id }) => id !== except)
        .map((one) => ({ id: one.id, name: one.name, atWork: isAtWork(one) }));
    },

    /**
     * From a call: the citizen has a place in the other line, as if they had waited there, and begins when this call is
     * over. Saying it again changes where they go.
     * @throws ProblemError `not-found`, `illegal-transition` for a call that is over
     */
    async transferConsultation(
      scope: OrganisationScope,
      staff: StaffPrincipal,
      id: ConsultationId,
      to: TransferTo,
    ): Promise<Ticket> {
      return db.transaction(async () => {
        const consultation = await consultations.getOwn(scope, staff, id);
        if (consultation.endedAt !== null) throw new ProblemError('illegal-transition', 'The consultation is over');
        const earlier = await repository.findTransferredFrom(id);
        if (earlier) return this.transfer(await repository.getLocked(systemScope, earlier.id), to);
        const target = await targetOf(to, consultation.language);
        const begunWith = consultation.ticketId && (await repository.get(systemScope, consultation.ticketId));
        return give({
          contactPointId: consultation.contactPointId,
          serviceId: target.serviceId,
          language: consultation.language,
          priority: begunWith?.priority ?? 'walk-in',
          standing: consultation.countsFrom,
          takenAt: begunWith?.takenAt ?? consultation.askedAt,
          specialistId: target.specialistId,
          transferredFrom: id,
          note: target.note,
        });
      });
    },
  };
}
export type Transfers = ReturnType<typeof createTransfers>;
