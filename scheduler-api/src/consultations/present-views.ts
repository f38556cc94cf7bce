import type { Appointment } from '@remote-clerk/shared/contracts/appointments.ts';
import type { DeskInvitation, Invitation } from '@remote-clerk/shared/contracts/people.ts';
import type {
  CallAbsences,
  ContactPointKiosk,
  DeskView,
  GuestView,
  KioskConsultation,
  WaitingEntry,
} from '@remote-clerk/shared/contracts/views.ts';
import { canServe, type Standing } from '@remote-clerk/shared/domain/waiting-line.ts';
import type { Kiosk } from '../kiosks/kiosks-service.ts';
import { summarizeSelfTest } from '../kiosks/self-test-summary.ts';
import { presentTicket } from '../queue/present-tickets.ts';
import { isAtWork, type Specialist } from '../specialists/specialists-service.ts';
import type { BoardEntry } from './board-repository.ts';
import { type Board, isInLine, standingIn, waitIn } from './boards.ts';
import type { Consultation } from './consultation-row.ts';

type Silence = 'kioskLostAt' | 'specialistLostAt' | 'nodeLostAt';

const serviceOf = (entry: BoardEntry) => ({ id: entry.serviceId, name: entry.names.service });
const institutionOf = (entry: BoardEntry) => ({ id: entry.institutionId, ...entry.names.institution });
const contactPointOf = (entry: BoardEntry) => ({ id: entry.contactPointId, name: entry.names.contactPoint });

/** Place in the line and who serves it; null for one that is not in the line. */
export function standingOf(entry: BoardEntry, board: Board): Standing | null {
  return isInLine(entry) ? standingIn(board, entry) : null;
}

/** Whose silence in the call was noticed. Before the call and after it there is nobody to be missed. */
export function absencesOf(entry: Pick<Consultation, 'state' | Silence>): CallAbsences {
  const engaged = entry.state === 'accepted' || entry.state === 'live';
  return {
    citizen: engaged && entry.kioskLostAt !== null,
    specialist: engaged && entry.specialistLostAt !== null,
    node: engaged && entry.nodeLostAt !== null,
  };
}

/** @param people who else is in the consultation, or was asked to come */
const presentPeople = (entry: BoardEntry, people: Invitation[]) => ({
  people,
  held: entry.heldAt !== null,
  away: absencesOf(entry),
});

export function presentKioskConsultation(entry: BoardEntry, board: Board, people: Invitation[]): KioskConsultation {
  const inLine = standingOf(entry, board);
  return {
    id: entry.id,
    state: entry.state,
    endReason: entry.endReason,
    caseNumber: entry.names.case.number,
    service: serviceOf(entry),
    institution: institutionOf(entry),
    language: entry.language,
    askedAt: entry.askedAt,
    liveAt: entry.liveAt,
    place: inLine?.place ?? null,
    wait: inLine && waitIn(board, entry, inLine, entry.names.minutes),
    specialist: entry.names.specialist,
    staffPresence: entry.staffPresence,
    room: entry.room && entry.endedAt === null ? { id: entry.room.id } : null,
    rated: entry.names.case.rating !== null,
    identity: entry.names.identity,
    ...presentPeople(entry, people),
  };
}

/** @param people who else is in it, or was asked to come */
export function presentGuestConsultation(entry: BoardEntry, people: Invitation[]): GuestView['consultation'] {
  return {
    id: entry.id,
    state: entry.state,
    service: serviceOf(entry),
    institution: institutionOf(entry),
    contactPoint: contactPointOf(entry),
    language: entry.language,
    specialistName: entry.names.specialist?.name ?? null,
    room: entry.room && entry.endedAt === null ? { id: entry.room.id } : null,
    ...presentPeople(entry, people),
  };
}

const presentWaiting = (entry: BoardEntry, specialist: Specialist): WaitingEntry => ({
  consultationId: entry.id,
  service: serviceOf(entry),
  institution: institutionOf(entry),
  contactPoint: contactPointOf(entry),
  language: entry.language,
  askedAt: entry.askedAt,
  place: 1,
  ringsElsewhere: entry.offeredTo !== null && entry.offeredTo !== specialist.id,
  staffPresence: entry.staffPresence,
  ticket: entry.names.ticket,
  forMe: entry.forSpecialistId === specialist.id,
});

/**
 * A specialist's desk: only what they can serve is on it.
 * @param own their calls that are over with open cases, their appointments of today, how many calls they have had, who
 *   else is in their call, and whose calls they are asked into
 */
export function presentDesk(
  specialist: Specialist,
  board: Board,
  own: {
    toClose: BoardEntry[];
    appointments: Appointment[];
    served: number;
    people: Invitation[];
    invitations: DeskInvitation[];
  },
): Omit<DeskView, 'revision' | 'asOf'> {
  const line = board.open.filter((entry) => isInLine(entry) && canServe(specialist, entry));
  const ringing = line.find((entry) => entry.offeredTo === specialist.id);
  const current = board.open.find((entry) => entry.specialistId === specialist.id);
  return {
    specialist: { id: specialist.id, name: specialist.name, jobTitle: specialist.jobTitle },
    available: specialist.available,
    awayBecause: specialist.available ? null : specialist.awayBecause,
    idleSince: specialist.idleSince,
    ring:
      ringing?.offeredAt && ringing.offerExpiresAt
        ? { ...presentWaiting(ringing, specialist), offeredAt: ringing.offeredAt, expiresAt: ringing.offerExpiresAt }
        : null,
    waiting: line.map((entry, index) => ({ ...presentWaiting(entry, specialist), place: index + 1 })),
    current: current?.acceptedAt
      ? {
          id: current.id,
          state: current.state,
          caseId: current.names.case.id,
          caseNumber: current.names.case.number,
          service: serviceOf(current),
          institution: institutionOf(current),
          contactPoint: contactPointOf(current),
          language: current.language,
          askedAt: current.askedAt,
          acceptedAt: current.acceptedAt,
          liveAt: current.liveAt,
          staffPresence: current.staffPresence,
          emergencyAt: current.emergencyAt,
          handedOverBy: current.names.handedOverBy,
          identity: current.names.identity,
          ...presentPeople(current, own.people),
        }
      : null,
    toClose: own.toClose.flatMap((entry) =>
      entry.endedAt === null
        ? []
        : {
            caseId: entry.names.case.id,
            caseNumber: entry.names.case.number,
            service: serviceOf(entry),
            endedAt: entry.endedAt,
            state: entry.state,
          },
    ),
    appointments: own.appointments,
    invitations: own.invitations,
    callBacks: board.tickets
      .filter(
        (ticket) =>
          ticket.state === 'callback' &&
          canServe(specialist, ticket) &&
          (ticket.specialistId === null || ticket.specialistId === specialist.id),
      )
      .map((ticket) => presentTicket(ticket, board)),
    today: {
      served: own.served,
      colleaguesAvailable: board.staff.filter((one) => one.id !== specialist.id && isAtWork(one)).length,
    },
  };
}

/** A kiosk as the clerks in its room see it. @param place of its consultation in the line */
export function presentContactPointKiosk(
  kiosk: Kiosk,
  entry: BoardEntry | undefined,
  place: number | null,
): ContactPointKiosk {
  return {
    id: kiosk.id,
    name: kiosk.name,
    enrolled: kiosk.publicKey !== null,
    online: kiosk.online,
    activity: kiosk.activity,
    helpRequestedAt: kiosk.helpRequestedAt,
    startRequestPending: kiosk.startRequest !== null,
    emergencyAt: entry?.emergencyAt ?? null,
    selfTest: kiosk.selfTest && summarizeSelfTest(kiosk.selfTest),
    consultation: entry
      ? {
          id: entry.id,
          state: entry.state,
          service: serviceOf(entry),
          institution: institutionOf(entry),
          language: entry.language,
          askedAt: entry.askedAt,
          liveAt: entry.liveAt,
          place,
          specialistName: entry.names.specialist?.name ?? null,
          staffPresence: entry.staffPresence,
          identity: entry.names.identity,
          kioskConnected: entry.kioskLostAt === null && entry.nodeLostAt === null,
          specialistConnected: entry.state === 'live' && entry.specialistLostAt === null && entry.nodeLostAt === null,
        }
      : null,
  };
}
