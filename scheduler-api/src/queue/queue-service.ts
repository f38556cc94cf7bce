import type {
  AccountId,
  AppointmentId,
  ContactPointId,
  KioskId,
  PublicServiceId,
  QueueTicketId,
} from '@remote-clerk/shared/domain/ids.ts';
import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { TicketCommand } from '@remote-clerk/shared/domain/queue-ticket.ts';
import { canServe } from '@remote-clerk/shared/domain/waiting-line.ts';
import type { AppointmentAccess } from '../appointments/appointment-access.ts';
import type { AppointmentsService } from '../appointments/appointments-service.ts';
import type { Context } from '../context.ts';
import { type OrganisationScope, systemScope } from '../db/scope.ts';
import type { KioskPrincipal, StaffPrincipal } from '../http/principal.ts';
import type { KiosksService } from '../kiosks/kiosks-service.ts';
import type { SpecialistsService } from '../specialists/specialists-service.ts';
import type { Calling } from './calling.ts';
import type { CheckedIn, CheckIn } from './check-in.ts';
import type { GiveTicket } from './give-tickets.ts';
import type { Ticket } from './ticket-row.ts';
import type { TicketSteps } from './ticket-steps.ts';
import type { TicketsRepository } from './tickets-repository.ts';
import type { Transfers, TransferTo } from './transfers.ts';

type Needs = Pick<Context, 'db'> & {
  repository: TicketsRepository;
  steps: TicketSteps;
  give: GiveTicket;
  calling: Calling;
  checkIn: CheckIn;
  transfers: Transfers;
  appointments: AppointmentsService;
  appointmentAccess: AppointmentAccess;
  kiosks: KiosksService;
  specialists: SpecialistsService;
};

/** Commands that say all in their name. */
type PlainCommand = Extract<TicketCommand, 'put-back' | 'hold' | 'resume' | 'miss' | 'cancel'>;

/** What citizens, clerks and specialists do with places in the line. Each is one transaction. */
export function createQueueService(needs: Needs) {
  const { db, repository, steps, give, calling, checkIn, transfers, appointments, appointmentAccess } = needs;
  const { kiosks, specialists } = needs;

  /** @throws ProblemError `not-found` for a ticket of another contact point than the clerk's */
  async function getServed(scope: OrganisationScope, clerkId: AccountId, id: QueueTicketId): Promise<Ticket> {
    const ticket = await repository.get(scope, id);
    await kiosks.assertServedBy(scope, clerkId, ticket.contactPointId);
    return ticket;
  }

  /** @throws ProblemError `illegal-transition` for one that is being served: the consultation says how that ends */
  async function getLockedForClerk(scope: OrganisationScope, clerkId: AccountId, id: QueueTicketId): Promise<Ticket> {
    await getServed(scope, clerkId, id);
    const ticket = await repository.getLocked(scope, id);
    if (ticket.state === 'serving') throw new ProblemError('illegal-transition', 'A ticket that is serving has begun');
    return ticket;
  }

  return {
    getServed,

    /** @throws ProblemError `not-found` for a service that is not offered */
    take: (kiosk: KioskPrincipal, wish: { serviceId: PublicServiceId; language: Language }): Promise<Ticket> =>
      db.transaction(() => give({ ...wish, contactPointId: kiosk.contactPointId, priority: 'walk-in' })),

    async issue(
      scope: OrganisationScope,
      clerkId: AccountId,
      contactPointId: ContactPointId,
      wish: { serviceId: PublicServiceId; language: Language; priority: 'walk-in' | 'priority' },
    ): Promise<Ticket> {
      return db.transaction(async () => {
        await kiosks.assertServedBy(scope, clerkId, contactPointId);
        return give({ ...wish, contactPointId });
      });
    },

    /** @throws ProblemError `not-found`, `not-the-day`, `illegal-transition` */
    checkInAtKiosk: (kiosk: KioskPrincipal, code: string): Promise<CheckedIn & { appointmentId: AppointmentId }> =>
      db.transaction(async () => {
        const appointment = await appointments.findByCode(code);
        return { ...(await checkIn(appointment, kiosk.contactPointId)), appointmentId: appointment.id };
      }),

    async checkInByClerk(scope: OrganisationScope, clerk: StaffPrincipal, id: AppointmentId): Promise<CheckedIn> {
      return db.transaction(async () => {
        const appointment = await appointments.get(systemScope, id);
        await appointmentAccess.assertVisible(clerk)(appointment);
        const own = await kiosks.findContactPointOfClerk(scope, clerk.accountId);
        if (!own) throw new ProblemError('not-found');
        return checkIn(appointment, own);
      });
    },

    /** Somebody else stands at the kiosk than the one who was called. @throws ProblemError `not-found`, `illegal-transition` */
    async dismiss(kiosk: KioskPrincipal, id: QueueTicketId): Promise<void> {
      const called = await repository.get(systemScope, id);
      const elsewhere = called.state === 'called' && called.kioskId !== kiosk.kioskId;
      if (called.contactPointId !== kiosk.contactPointId || elsewhere) throw new ProblemError('not-found');
      if (called.state !== 'called') throw new ProblemError('illegal-transition', 'The number is not called any more');
      await db.transaction(async () => {
        await kiosks.lock(kiosk.kioskId);
        await kiosks.leaveInPeace(kiosk.kioskId);
        const ticket = await repository.getLocked(systemScope, id);
        if (ticket.kioskId !== kiosk.kioskId)
          throw new ProblemError('illegal-transition', 'The number is not called here');
        await steps.apply(ticket, 'put-back');
      });
    },

    /** @throws ProblemError `not-found`, `kiosk-busy`, `illegal-transition` */
    async call(
      scope: OrganisationScope,
      clerkId: AccountId,
      id: QueueTicketId,
      kioskId: KioskId | null,
    ): Promise<void> {
      await db.transaction(async () => {
        await calling.callByHand(await getServed(scope, clerkId, id), kioskId);
      });
    },

    async command(
      scope: OrganisationScope,
      clerkId: AccountId,
      id: QueueTicketId,
      command: PlainCommand,
    ): Promise<void> {
      await db.transaction(async () => {
        await steps.apply(await getLockedForClerk(scope, clerkId, id), command);
      });
    },

    async transfer(scope: OrganisationScope, clerkId: AccountId, id: QueueTicketId, to: TransferTo): Promise<void> {
      await db.transaction(async () => {
        await transfers.transfer(await getLockedForClerk(scope, clerkId, id), to);
      });
    },

    /** An empty note leaves what was written before. */
    async callBack(
      scope: OrganisationScope,
      clerkId: AccountId,
      id: QueueTicketId,
      { phone, note }: { phone: string; note: string },
    ): Promise<void> {
      await db.transaction(async () => {
        const ticket = await getLockedForClerk(scope, clerkId, id);
        await steps.apply(ticket, 'call-back', { phone, note: note || ticket.note });
      });
    },

    /** @throws ProblemError `not-found` for what this specialist could not serve, `illegal-transition` */
    async finishCallBack(scope: OrganisationScope, specialistId: AccountId, id: QueueTicketId): Promise<void> {
      await db.transaction(async () => {
        const ticket = await repository.getLocked(scope, id);
        const specialist = await specialists.get(scope, specialistId);
        if (ticket.institutionId !== specialist.institutionId || !canServe(specialist, ticket)) {
          throw new ProblemError('not-found');
        }
        if (ticket.state !== 'callback') throw new ProblemError('illegal-transition', 'Nobody is to be called back');
        await steps.apply(ticket, 'finish');
      });
    },
  };
}
export type QueueService = ReturnType<typeof createQueueService>;
