import type { InstitutionId, KioskId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { addMilliseconds, type Instant, isDue } from '@remote-clerk/shared/domain/time.ts';
import type { LineEntry } from '@remote-clerk/shared/domain/waiting-line.ts';
import type { Context } from '../context.ts';
import { isDuplicate } from '../db/retry.ts';
import { systemScope } from '../db/scope.ts';
import type { KiosksService } from '../kiosks/kiosks-service.ts';
import type { Ticket } from './ticket-row.ts';
import type { TicketSteps } from './ticket-steps.ts';
import type { FreeKiosk, TicketEntry, TicketsBoardRepository } from './tickets-board-repository.ts';
import type { TicketsRepository } from './tickets-repository.ts';

/** One that was put back is not called again by itself within this time of its last call, in milliseconds. */
const restMs = 60_000;
/** So long a specialist is kept for somebody on the way to the kiosk, in milliseconds; with an appointment, until they miss it. */
const onTheWayMs = 60_000;
/** Who does not come within this time of the last call has missed it, in milliseconds. */
const comesWithinMs = 3 * 60_000;

type Needs = Pick<Context, 'db' | 'clock' | 'logger'> & {
  repository: TicketsRepository;
  board: TicketsBoardRepository;
  steps: TicketSteps;
  kiosks: KiosksService;
};

/** Calls numbers to kiosks: by itself, as the line is matched, and by hand. */
export function createCalling({ db, clock, logger, repository, board, steps, kiosks }: Needs) {
  const isWithin = (from: Instant | null, milliseconds: number) =>
    from !== null && !isDue(addMilliseconds(from, milliseconds), clock.now());

  /** Whether the line may call it by itself. */
  const isCallable = (ticket: TicketEntry) =>
    ticket.state === 'waiting' && !ticket.names.stillAtKiosk && !isWithin(ticket.calledAt, restMs);

  /**
   * Kiosks that suit a ticket, the best first: the one that was booked with the appointment, those that are not held by
   * another's before the service is over, then the rest.
   */
  function suited({ names }: TicketEntry, free: readonly FreeKiosk[]): KioskId[] {
    const over = addMilliseconds(clock.now(), names.minutes * 60_000);
    const rank = ({ id, bookedFrom }: FreeKiosk) => {
      if (id === names.appointment?.kioskId) return 0;
      return bookedFrom === null || bookedFrom >= over ? 1 : 2;
    };
    return free
      .filter((kiosk) => kiosk.documentCamera || !names.needsDocumentCamera)
      .toSorted((a, b) => rank(a) - rank(b))
      .map(({ id }) => id);
  }

  const toEntry = (ticket: TicketEntry, free: readonly FreeKiosk[]): LineEntry<Ticket['id']> => {
    const { minutes, appointment } = ticket.names;
    return {
      id: ticket.id,
      countsFrom: ticket.countsFrom,
      waitsSince: appointment && appointment.startsAt > ticket.takenAt ? appointment.startsAt : ticket.takenAt,
      serviceId: ticket.serviceId,
      minutes,
      language: ticket.language,
      forSpecialist: ticket.specialistId,
      passedBy: new Set(),
      kiosks:
        ticket.state === 'called'
          ? null
          : suited(
              ticket,
              free.filter(({ contactPointId }) => contactPointId === ticket.contactPointId),
            ),
    };
  };

  /** @throws ProblemError `kiosk-busy` when somebody is there or on the way, also when they came this moment */
  async function callTo(ticket: Ticket, kioskId: KioskId): Promise<Ticket> {
    await kiosks.lock(kioskId);
    if (await board.isTaken(kioskId)) throw new ProblemError('kiosk-busy');
    const locked = await repository.getLocked(systemScope, ticket.id);
    try {
      return await db.transaction(() => steps.apply(locked, 'call', { kioskId }));
    } catch (error) {
      throw isDuplicate(error) ? new ProblemError('kiosk-busy') : error;
    }
  }

  return {
    /** An institution's that wait, are called or have begun, in the order of the line; and those to be called by telephone. */
    listOpen: board.openOfInstitution,
    /** The one whose first ticket has waited longest comes first. */
    listInstitutionsWaiting: repository.listInstitutionsWaiting,

    /**
     * An institution's tickets as entries of its line, `queued`: those who can be called now, and those called who are on
     * their way. Beside them `begun`: those who sit at a kiosk already.
     */
    async listLine(institutionId: InstitutionId) {
      const open = await board.openOfInstitution(institutionId);
      const concerned = open.filter(
        (ticket) =>
          isCallable(ticket) ||
          (ticket.state === 'called' &&
            isWithin(ticket.calledAt, ticket.names.appointment ? comesWithinMs : onTheWayMs)),
      );
      const rooms = new Set(concerned.flatMap((one) => (one.state === 'waiting' ? one.contactPointId : [])));
      const free = rooms.size === 0 ? [] : await board.listFreeKiosks([...rooms], clock.now());
      return {
        queued: concerned.map((ticket) => ({ ticket, entry: toEntry(ticket, free) })),
        begun: open.filter((ticket) => ticket.state === 'serving'),
      };
    },

    /** As the line is matched. Somebody who was quicker is let go ahead. */
    async callMatched(ticket: Ticket, kioskId: KioskId): Promise<void> {
      try {
        await db.transaction(() => callTo(ticket, kioskId));
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        logger.debug({ ticketId: ticket.id, kioskId, problem: error.type }, 'a number was not called');
      }
    },

    /**
     * By hand: to the kiosk that is named or to any free one; or again, for one that is called.
     * @throws ProblemError `kiosk-busy`, `illegal-transition`
     */
    async callByHand(ticket: Ticket, kioskId: KioskId | null): Promise<Ticket> {
      if (ticket.state === 'called' && (kioskId === null || kioskId === ticket.kioskId)) {
        return steps.apply(await repository.getLocked(systemScope, ticket.id), 'recall');
      }
      if (kioskId) {
        const { contactPoint } = await kiosks.get(systemScope, kioskId);
        if (contactPoint.id !== ticket.contactPointId) throw new ProblemError('not-found', 'There is no such kiosk');
      }
      const chosen = kioskId ?? (await board.listFreeKiosks([ticket.contactPointId], clock.now()))[0]?.id;
      if (!chosen) throw new ProblemError('kiosk-busy', 'No kiosk is free');
      await kiosks.lock(chosen);
      if (ticket.state === 'called') await steps.apply(await repository.getLocked(systemScope, ticket.id), 'put-back');
      return callTo(ticket, chosen);
    },

    /**
     * Whoever was called and did not come has missed it; not so at a kiosk that has gone, where nobody can begin.
     * Bears being run by several servers at once.
     */
    async missLate(): Promise<void> {
      const late = addMilliseconds(clock.now(), -comesWithinMs);
      for (const { id, kioskId } of await repository.listCalledBefore(late)) {
        const online = kioskId !== null && (await kiosks.get(systemScope, kioskId)).online;
        await db.transaction(async () => {
          const ticket = await repository.getLocked(systemScope, id);
          if (ticket.state !== 'called' || isWithin(ticket.calledAt, comesWithinMs)) return;
          await steps.apply(ticket, online ? 'miss' : 'put-back');
        });
      }
    },
  };
}
export type { TicketEntry };
export type Calling = ReturnType<typeof createCalling>;
