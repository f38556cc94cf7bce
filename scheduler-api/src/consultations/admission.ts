import type { CallTicket } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { ConsultationId, RoomId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Context } from '../context.ts';
import { type OrganisationScope, systemScope } from '../db/scope.ts';
import { type GuestPrincipal, type KioskPrincipal, principalKey, type StaffPrincipal } from '../http/principal.ts';
import type { KiosksService } from '../kiosks/kiosks-service.ts';
import type { NodesService } from '../nodes/nodes-service.ts';
import type { Guests } from '../people/guests.ts';
import type { IssueCallTicket } from './call-tickets.ts';
import type { ConsultationAccess } from './consultation-access.ts';
import type { Consultation } from './consultation-row.ts';
import type { ConsultationsRepository } from './consultations-repository.ts';
import { createInsistence } from './insistence.ts';
import type { Moving } from './moving.ts';

type Needs = Pick<Context, 'db' | 'clock'> & {
  repository: ConsultationsRepository;
  access: ConsultationAccess;
  issueTicket: IssueCallTicket;
  moving: Moving;
  nodes: NodesService;
  kiosks: KiosksService;
  guests: Pick<Guests, 'enter'>;
};

type Participant = KioskPrincipal | StaffPrincipal | GuestPrincipal;

/** Gives those whom a consultation concerns the tickets to its room, and it a room that can be entered. */
export function createAdmission({ db, clock, repository, access, issueTicket, moving, nodes, kiosks, guests }: Needs) {
  const insists = createInsistence({ clock });

  const citizenTicket = async (consultation: Parameters<IssueCallTicket>[0], kiosk: KioskPrincipal) => {
    const { contactPoint } = await kiosks.get(systemScope, kiosk.kioskId);
    return issueTicket(consultation, {
      sub: kiosk.kioskId,
      role: 'citizen',
      standing: 'participant',
      name: contactPoint.name,
    });
  };
  const specialistTicket = (consultation: Consultation, staff: StaffPrincipal, standing: 'standby' | 'participant') =>
    issueTicket(consultation, { sub: staff.accountId, role: 'specialist', standing, name: staff.displayName });

  const read = (scope: OrganisationScope, who: Participant, id: ConsultationId) => {
    if (who.kind === 'kiosk') return access.atKiosk(scope, who, id);
    return who.kind === 'guest' ? access.forGuest(scope, who, id) : access.forSpecialist(scope, who, id);
  };

  /** @throws ProblemError `illegal-transition` for one who has no part in the consultation now */
  function assertPart(consultation: Consultation, who: Participant): void {
    if (consultation.endedAt !== null) throw new ProblemError('illegal-transition', 'The consultation is over');
    if (who.kind === 'kiosk') return;
    const inCall = consultation.state === 'accepted' || consultation.state === 'live';
    const has =
      who.kind === 'guest'
        ? inCall
        : consultation.specialistId === who.accountId || consultation.offeredTo === who.accountId;
    if (!has) throw new ProblemError('illegal-transition', 'The consultation is not yours now');
  }

  /** Whoever asks for a ticket is on the way: they are waited for from now on. */
  async function waitFor(consultation: Consultation, who: Participant): Promise<Consultation> {
    if (consultation.state !== 'live' || who.kind === 'guest') return consultation;
    const mark = who.kind === 'kiosk' ? 'kioskLostAt' : 'specialistLostAt';
    return consultation[mark] === null ? consultation : repository.update({ ...consultation, [mark]: clock.now() });
  }

  return {
    citizenTicket,
    specialistTicket,

    /**
     * @param unreachableRoomId a room that could not be entered: another one is found when its node is gone or going
     * @throws ProblemError `illegal-transition` for one who has no part in the consultation now, `no-media-node`
     */
    async ticket(
      scope: OrganisationScope,
      who: Participant,
      id: ConsultationId,
      unreachableRoomId?: RoomId,
    ): Promise<CallTicket> {
      // Outside of the transaction: that one may be tried again, and then it would have been said twice.
      const unreachable = unreachableRoomId
        ? { roomId: unreachableRoomId, insists: insists(principalKey(who), unreachableRoomId) }
        : null;
      return db.transaction(async () => {
        const found = await read(scope, who, id);
        assertPart(found, who);
        const consultation = await waitFor(await moving.settle(found, unreachable), who);
        if (who.kind === 'kiosk') return citizenTicket(consultation, who);
        if (who.kind === 'staff') {
          const own = consultation.specialistId === who.accountId;
          return specialistTicket(consultation, who, own ? 'participant' : 'standby');
        }
        return issueTicket(consultation, await guests.enter(who, consultation));
      });
    },

    /** For a room of the kiosk's own. @throws ProblemError `no-media-node` */
    async selfTestTicket(kiosk: KioskPrincipal): Promise<CallTicket> {
      const node = await nodes.place();
      if (!node) throw new ProblemError('no-media-node');
      return citizenTicket({ id: null, room: moving.newRoom(node), heldAt: null }, kiosk);
    },
  };
}
export type Admission = ReturnType<typeof createAdmission>;
