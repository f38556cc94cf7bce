import type { CallTicket } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { StaffPresence } from '@remote-clerk/shared/contracts/views.ts';
import {
  type AccountId,
  type CitizenSignInId,
  ConsultationId,
  type KioskId,
  type PublicServiceId,
  type QueueTicketId,
  type StartRequestId,
} from '@remote-clerk/shared/domain/ids.ts';
import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { addMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import type { CitizenSignIn } from '../citizens/citizen-sign-in.ts';
import type { Context } from '../context.ts';
import { isDuplicate } from '../db/retry.ts';
import { type OrganisationScope, systemScope } from '../db/scope.ts';
import type { KioskPrincipal, StaffPrincipal } from '../http/principal.ts';
import type { KiosksService } from '../kiosks/kiosks-service.ts';
import type { NodesService } from '../nodes/nodes-service.ts';
import type { CatalogueService } from '../organisations/catalogue-service.ts';
import type { Serving } from '../queue/serving.ts';
import { byCitizen, type ServiceCasesService } from '../service-cases/service-cases-service.ts';
import type { Admission } from './admission.ts';
import type { ConsultationAccess } from './consultation-access.ts';
import type { Consultation } from './consultation-row.ts';
import type { ConsultationsRepository } from './consultations-repository.ts';
import type { Moving } from './moving.ts';
import type { Steps } from './steps.ts';

/** Who asks again within this time after a call that broke off goes back to the one who had it, in milliseconds. */
const stickyMs = 10 * 60_000;

type Needs = Pick<Context, 'db' | 'clock' | 'ids'> & {
  repository: ConsultationsRepository;
  steps: Steps;
  access: ConsultationAccess;
  admission: Admission;
  moving: Moving;
  cases: ServiceCasesService;
  catalogue: CatalogueService;
  kiosks: KiosksService;
  nodes: NodesService;
  serving: Serving;
  citizenSignIn: Pick<CitizenSignIn, 'attach' | 'forget'>;
  changed: (consultation: Consultation) => Promise<void>;
};

/** What citizens, specialists and clerks do with a consultation. Each is one transaction. */
export function createConsultationsService(needs: Needs) {
  const {
    db,
    clock,
    ids,
    repository,
    steps,
    access,
    admission,
    moving,
    cases,
    catalogue,
    kiosks,
    nodes,
    serving,
    citizenSignIn,
    changed,
  } = needs;

  const { citizenTicket, specialistTicket } = admission;
  const { atKiosk: getAtKiosk, forSpecialist: getForSpecialist } = access;

  /** Who had the case when it broke off a moment ago, or while the same citizen still stands there. */
  async function findOwnSpecialist(kioskId: KioskId, serviceId: PublicServiceId): Promise<AccountId | null> {
    const last = await repository.findRecentAtKiosk(kioskId, serviceId, addMilliseconds(clock.now(), -stickyMs));
    return last && (last.state === 'dropped' || last.wipedAt === null) ? last.specialistId : null;
  }

  return {
    /**
     * With a ticket, what is asked for is what the ticket says, and it counts as waiting since then.
     * @throws ProblemError `not-found` for a service that is not offered, `kiosk-busy` when one is open here,
     *   `illegal-transition` for a ticket that is not to begin here
     */
    async ask(
      kiosk: KioskPrincipal,
      wish: {
        serviceId: PublicServiceId;
        language: Language;
        startRequestId?: StartRequestId | undefined;
        ticketId?: QueueTicketId | undefined;
        signInId?: CitizenSignInId | undefined;
      },
    ): Promise<{ consultation: Consultation; call: CallTicket | null }> {
      return db.transaction(async () => {
        const ticket = await serving.begin(kiosk, wish.ticketId);
        const service = await catalogue.getOffered(ticket?.serviceId ?? wish.serviceId);
        const own = ticket ? ticket.specialistId : await findOwnSpecialist(kiosk.kioskId, service.id);
        const start = await kiosks.takeStartRequest(kiosk.kioskId, wish.startRequestId);
        const node = await nodes.place();
        const consultation: Consultation = {
          id: ConsultationId.parse(ids.uuid()),
          organisationId: service.organisationId,
          hostOrganisationId: kiosk.organisationId,
          institutionId: service.institution.id,
          serviceId: service.id,
          contactPointId: kiosk.contactPointId,
          kioskId: kiosk.kioskId,
          language: ticket?.language ?? wish.language,
          state: 'waiting',
          version: 1,
          round: 1,
          offeredTo: null,
          specialistId: null,
          startedBy: start?.startedBy ?? null,
          staffPresence: start?.staffPresence ?? 'left',
          endReason: null,
          room: node ? moving.newRoom(node) : null,
          askedAt: clock.now(),
          offeredAt: null,
          offerExpiresAt: null,
          acceptedAt: null,
          liveAt: null,
          endedAt: null,
          wipedAt: null,
          kioskLostAt: null,
          specialistLostAt: null,
          nodeLostAt: null,
          heldAt: null,
          emergencyAt: null,
          handedOverBy: null,
          ticketId: ticket?.id ?? null,
          countsFrom: ticket?.countsFrom ?? clock.now(),
          forSpecialistId: own,
        };
        await repository.forgetAtKiosk(kiosk.kioskId, clock.now());
        try {
          await db.transaction(() => repository.insert(consultation));
        } catch (error) {
          throw isDuplicate(error) ? new ProblemError('kiosk-busy') : error;
        }
        await cases.open({ ...consultation, institution: service.institution });
        await cases.step(consultation.id, 'asked', byCitizen);
        if (wish.signInId) await citizenSignIn.attach(consultation, wish.signInId);
        if (start) await cases.step(consultation.id, 'staff-in-room', { kind: 'clerk', id: start.startedBy });
        await db.afterCommit(() => changed(consultation));
        return { consultation, call: node ? await citizenTicket(consultation, kiosk) : null };
      });
    },

    /** @throws ProblemError `already-taken` to all but the first, `specialist-busy` to one who is in another call */
    async accept(
      scope: OrganisationScope,
      staff: StaffPrincipal,
      id: ConsultationId,
    ): Promise<{ consultation: Consultation; call: CallTicket }> {
      return db.transaction(async () => {
        const consultation = await getForSpecialist(scope, staff, id);
        const specialistId: AccountId = staff.accountId;
        const ringing = await repository.findRinging(systemScope, specialistId);
        if (consultation.state === 'accepted' && consultation.specialistId === specialistId) {
          const placed = await moving.settle(consultation, null);
          return { consultation: placed, call: await specialistTicket(placed, staff, 'participant') };
        }
        if (await repository.findEngaging(systemScope, specialistId)) throw new ProblemError('specialist-busy');
        if (ringing && ringing.id !== id) {
          await steps.apply(await repository.getLocked(systemScope, ringing.id), { kind: 'decline', specialistId });
        }
        const accepted = await db
          .transaction(() => steps.apply(consultation, { kind: 'accept', specialistId }))
          .catch((error) => {
            throw isDuplicate(error) ? new ProblemError('specialist-busy') : error;
          });
        const placed = await moving.settle(accepted, null);
        return { consultation: placed, call: await specialistTicket(placed, staff, 'participant') };
      });
    },

    async decline(scope: OrganisationScope, staff: StaffPrincipal, id: ConsultationId): Promise<void> {
      await db.transaction(async () => {
        const consultation = await getForSpecialist(scope, staff, id);
        await steps.apply(consultation, { kind: 'decline', specialistId: staff.accountId });
      });
    },

    /** The call ends, or the citizen leaves the line. */
    async end(scope: OrganisationScope, principal: KioskPrincipal | StaffPrincipal, id: ConsultationId): Promise<void> {
      await db.transaction(async () => {
        if (principal.kind === 'kiosk') {
          const consultation = await getAtKiosk(scope, principal, id);
          const live = consultation.state === 'live';
          await steps.apply(
            consultation,
            live ? { kind: 'end', reason: 'citizen-ended' } : { kind: 'abandon', reason: 'citizen-left' },
          );
          return;
        }
        const consultation = await access.ownOf(scope, principal, id);
        await steps.apply(consultation, { kind: 'end', reason: 'specialist-ended' });
      });
    },

    /** @throws ProblemError `kiosk-busy` while somebody is being served at the kiosk, `not-found` for another's kiosk */
    async assertKioskFree(scope: OrganisationScope, kioskId: KioskId): Promise<void> {
      await kiosks.get(scope, kioskId);
      const shown = await repository.findAtKiosk(systemScope, kioskId);
      if (shown && shown.endedAt === null) throw new ProblemError('kiosk-busy');
    },

    /** The specialist's own, locked. @throws ProblemError `not-found` for one that another has, or nobody */
    getOwn: access.ownOf,

    async rate(scope: OrganisationScope, kiosk: KioskPrincipal, id: ConsultationId, rating: number): Promise<void> {
      await db.transaction(async () => {
        const consultation = await getAtKiosk(scope, kiosk, id);
        if (consultation.liveAt === null || consultation.wipedAt !== null) throw new ProblemError('illegal-transition');
        await cases.rate(id, rating);
        await db.afterCommit(() => changed(consultation));
      });
    },

    /** @throws ProblemError `not-found` for a consultation at another contact point */
    async setStaffPresence(
      scope: OrganisationScope,
      clerk: StaffPrincipal,
      id: ConsultationId,
      staffPresence: StaffPresence,
    ): Promise<void> {
      await db.transaction(async () => {
        const consultation = await repository.getLocked(scope, id);
        await kiosks.assertServedBy(scope, clerk.accountId, consultation.contactPointId);
        if (consultation.endedAt !== null) throw new ProblemError('illegal-transition', 'The consultation is over');
        if (consultation.staffPresence === staffPresence) return;
        const after = await repository.update({ ...consultation, staffPresence });
        await cases.step(id, staffPresence === 'in-room' ? 'staff-in-room' : 'staff-left', {
          kind: 'clerk',
          id: clerk.accountId,
        });
        await db.afterCommit(() => changed(after));
      });
    },

    /** The citizen has gone: what is open ends, and the kiosk shows nothing of it any more. */
    async wipe(kioskId: KioskId): Promise<void> {
      await db.transaction(async () => {
        await kiosks.lock(kioskId);
        const shown = await repository.findAtKiosk(systemScope, kioskId);
        if (shown && shown.endedAt === null) {
          const locked = await repository.getLocked(systemScope, shown.id);
          await steps.apply(
            locked,
            locked.state === 'live'
              ? { kind: 'end', reason: 'citizen-ended' }
              : { kind: 'abandon', reason: 'citizen-left' },
          );
        }
        await repository.forgetAtKiosk(kioskId, clock.now());
        await kiosks.clear(kioskId);
        await citizenSignIn.forget(kioskId);
        await db.afterCommit(() => kiosks.changed(kioskId));
      });
    },
  };
}
export type ConsultationsService = ReturnType<typeof createConsultationsService>;
