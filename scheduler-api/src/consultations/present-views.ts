import type {
  ContactPointKiosk,
  DeskView,
  KioskConsultation,
  WaitingEntry,
} from '@remote-clerk/shared/contracts/views.ts';
import { canServe, estimateWait, standing } from '@remote-clerk/shared/domain/waiting-line.ts';
import type { Kiosk } from '../kiosks/kiosks-service.ts';
import { isAtWork, type Specialist } from '../specialists/specialists-service.ts';
import type { BoardEntry } from './board-repository.ts';

/** An institution's open consultations in line order, and its specialists. */
export type Board = { open: BoardEntry[]; staff: Specialist[] };

const isInLine = (entry: BoardEntry) => entry.state === 'waiting' || entry.state === 'offered';
const serviceOf = (entry: BoardEntry) => ({ id: entry.serviceId, name: entry.names.service });
const institutionOf = (entry: BoardEntry) => ({ id: entry.institutionId, ...entry.names.institution });
const contactPointOf = (entry: BoardEntry) => ({ id: entry.contactPointId, name: entry.names.contactPoint });

/** Who is at work, and whether each is in a call: one who is rung is about to answer. */
export const staffAtWork = ({ open, staff }: Board) =>
  staff
    .filter(isAtWork)
    .map((specialist) => ({ ...specialist, busy: open.some((entry) => entry.specialistId === specialist.id) }));

/** Place in the line and who serves it; null for one that is not in the line. */
export function standingOf(entry: BoardEntry, board: Board) {
  return isInLine(entry) ? standing(entry, board.open.filter(isInLine), staffAtWork(board)) : null;
}

export function presentKioskConsultation(entry: BoardEntry, board: Board): KioskConsultation {
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
    wait: inLine && estimateWait(inLine, entry.names.minutes),
    specialist: entry.names.specialist,
    staffPresence: entry.staffPresence,
    room: entry.room && entry.endedAt === null ? { id: entry.room.id } : null,
    rated: entry.names.case.rating !== null,
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
  ticket: null,
  forMe: entry.forSpecialistId === specialist.id,
});

/** A specialist's desk: only what they can serve is on it. @param toClose their calls that are over with open cases */
export function presentDesk(
  specialist: Specialist,
  board: Board,
  toClose: BoardEntry[],
  served: number,
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
        }
      : null,
    toClose: toClose.flatMap((entry) =>
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
    appointments: [],
    callBacks: [],
    today: {
      served,
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
          kioskConnected: entry.kioskLostAt === null && entry.nodeLostAt === null,
          specialistConnected: entry.state === 'live' && entry.specialistLostAt === null && entry.nodeLostAt === null,
        }
      : null,
  };
}
