import type { InstitutionId, PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { estimateWait, type Standing, standing } from '@remote-clerk/shared/domain/waiting-line.ts';
import type { Database } from '../db/database.ts';
import { systemScope } from '../db/scope.ts';
import type { Calling, TicketEntry } from '../queue/calling.ts';
import type { ServiceTimes, ServiceTimesService } from '../queue/service-times.ts';
import { isAtWork, type Specialist, type SpecialistsService } from '../specialists/specialists-service.ts';
import type { BoardEntry, BoardRepository } from './board-repository.ts';

/** An institution's open consultations and tickets in line order, its specialists, and how long its services take. */
export type Board = { open: BoardEntry[]; tickets: TicketEntry[]; staff: Specialist[]; times: ServiceTimes };

/** What has a place in the line, or would have one. */
export type Standpoint = { countsFrom: Instant; serviceId: PublicServiceId; language: string };

export const isInLine = ({ state }: BoardEntry) => state === 'waiting' || state === 'offered';
export const waitsInRoom = ({ state }: Pick<TicketEntry, 'state'>) => state === 'waiting' || state === 'called';

/** Who is at work, and whether each is in a call: one who is rung is about to answer. */
export const staffAtWork = ({ open, staff }: Board) =>
  staff
    .filter(isAtWork)
    .map((specialist) => ({ ...specialist, busy: open.some((entry) => entry.specialistId === specialist.id) }));

/** Place among those at kiosks and those in waiting rooms, and who serves it. */
export const standingIn = (board: Board, one: Standpoint): Standing =>
  standing(one, [...board.open.filter(isInLine), ...board.tickets.filter(waitsInRoom)], staffAtWork(board));

/** The wait of one who stands there. @param minutes the service's own, while nothing is known of it */
export const waitIn = (board: Board, one: Standpoint, place: Standing, minutes: number) =>
  estimateWait(place, board.times.get(one.serviceId) ?? { lower: minutes, upper: minutes });

/** Reads boards: what all estimates and places are made from. */
export function createBoards(needs: {
  db: Pick<Database, 'beyondWall'>;
  board: BoardRepository;
  calling: Pick<Calling, 'listOpen'>;
  specialists: SpecialistsService;
  times: ServiceTimesService;
}) {
  const { db, board, calling, specialists, times } = needs;
  // A line is one line, whoever hosts those who wait in it.
  const read = (institutionId: InstitutionId): Promise<Board> =>
    db.beyondWall(async () => ({
      open: await board.openOfInstitution(institutionId),
      tickets: await calling.listOpen(institutionId),
      staff: await specialists.listOfInstitution(systemScope, institutionId),
      times: await times.ofInstitution(institutionId),
    }));
  return {
    read,
    /** Each institution's once. */
    async readAll(institutionIds: Iterable<InstitutionId>): Promise<Map<InstitutionId, Board>> {
      const boards = new Map<InstitutionId, Board>();
      for (const id of institutionIds) if (!boards.has(id)) boards.set(id, await read(id));
      return boards;
    },
  };
}
export type Boards = ReturnType<typeof createBoards>;
