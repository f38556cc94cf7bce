import type { DisplayView, OwnTicket, QueueTicket } from '@remote-clerk/shared/contracts/queue.ts';
import type { ConsultationId, ContactPointId, KioskId, QueueTicketId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { addMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import { isKeptFor } from '@remote-clerk/shared/domain/waiting-line.ts';
import { type Board, type Boards, staffAtWork, standingIn, waitsInRoom } from '../consultations/boards.ts';
import type { Context } from '../context.ts';
import { systemScope } from '../db/scope.ts';
import type { ContactPointsService } from '../organisations/contact-points-service.ts';
import { presentOwnTicket, presentTicket } from './present-tickets.ts';
import type { TicketEntry, TicketsBoardRepository } from './tickets-board-repository.ts';

/** Missed numbers are shown for this long, in milliseconds: a working day. */
const missedShownMs = 12 * 3_600_000;
/** As many fit on a waiting room's screen. */
const mostNext = 12;
/** The line first, then those who come later, then those who missed it. */
const order = ['held', 'callback', 'noshow'];
const rank = ({ state }: TicketEntry) => order.indexOf(state);

type Needs = Pick<Context, 'clock'> & {
  board: TicketsBoardRepository;
  boards: Boards;
  contactPoints: ContactPointsService;
};

/** What screens show of tickets. The caller has seen to it that they may be shown. */
export function createTicketViews({ clock, board, boards, contactPoints }: Needs) {
  const own = async (entry: TicketEntry | undefined): Promise<OwnTicket | null> =>
    entry ? presentOwnTicket(entry, await boards.read(entry.institutionId)) : null;

  async function get(id: QueueTicketId): Promise<TicketEntry> {
    const entry = await board.find(id);
    if (!entry) throw new ProblemError('not-found', 'There is no such ticket');
    return entry;
  }

  async function room(id: ContactPointId, known: ReadonlyMap<string, Board> = new Map()) {
    const tickets = await board.atContactPoint(id, addMilliseconds(clock.now(), -missedShownMs));
    const missing = tickets.filter((one) => waitsInRoom(one) && !known.has(one.institutionId));
    const read = new Map([...known, ...(await boards.readAll(missing.map((one) => one.institutionId)))]);
    return tickets
      .toSorted((a, b) => rank(a) - rank(b))
      .map((ticket) => presentTicket(ticket, read.get(ticket.institutionId)));
  }

  return {
    /** A contact point's, in the order of the line; then those held, to be called back, missed. @param known boards at hand */
    room,

    async ticket(id: QueueTicketId): Promise<QueueTicket> {
      const entry = await get(id);
      return presentTicket(entry, await boards.read(entry.institutionId));
    },
    async ownTicket(id: QueueTicketId): Promise<OwnTicket> {
      const entry = await get(id);
      return presentOwnTicket(entry, await boards.read(entry.institutionId));
    },
    /**
     * Whether whoever has the ticket may begin at this kiosk now instead of sitting down: it is called, somebody is free for
     * it, or it is time for the appointment and its specialist is at work. Not where another has been called.
     */
    async canBegin(id: QueueTicketId, kioskId: KioskId): Promise<boolean> {
      const entry = await get(id);
      if (!waitsInRoom(entry)) return false;
      const called = await board.calledTo(kioskId);
      if (called && called.id !== id) return false;
      const read = await boards.read(entry.institutionId);
      const { place, free } = standingIn(read, entry);
      const startsAt = entry.names.appointment?.startsAt;
      const isTime = startsAt !== undefined && isKeptFor(startsAt, clock.now());
      const ownIsThere = staffAtWork(read).some((one) => one.id === entry.specialistId);
      return entry.state === 'called' || place <= free || (isTime && ownIsThere);
    },
    /** The number that is called to a kiosk. */
    calledTo: async (id: KioskId) => own(await board.calledTo(id)),
    /** Where a citizen was passed on to in a consultation. */
    passedOnIn: async (id: ConsultationId) => own(await board.transferredFrom(id)),

    /** For the waiting room's wall: numbers only. */
    async display(id: ContactPointId): Promise<DisplayView> {
      const { name, timeZone } = await contactPoints.get(systemScope, id);
      const tickets = await room(id);
      const waiting = tickets.filter(({ state }) => state === 'waiting');
      return {
        asOf: clock.now(),
        contactPoint: { id, name, timeZone },
        called: tickets
          .flatMap(({ state, number, kiosk, calledAt, calls, language }) =>
            state === 'called' && kiosk && calledAt ? { number, kiosk: kiosk.name, calledAt, calls, language } : [],
          )
          .toSorted((a, b) => (a.calledAt < b.calledAt ? 1 : -1)),
        next: waiting.slice(0, mostNext).map(({ number, wait }) => ({ number, wait })),
        waiting: waiting.length,
      };
    },
  };
}
export type TicketViews = ReturnType<typeof createTicketViews>;
