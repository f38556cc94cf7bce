import type { OwnTicket, QueueTicket } from '@remote-clerk/shared/contracts/queue.ts';
import { type Board, standingIn, waitIn, waitsInRoom } from '../consultations/boards.ts';
import type { TicketEntry } from './tickets-board-repository.ts';

/** Nobody is told a place who is not waiting. */
function waitOf(ticket: TicketEntry, board: Board | undefined): Pick<QueueTicket, 'place' | 'wait'> {
  if (!board || !waitsInRoom(ticket)) return { place: null, wait: null };
  const there = standingIn(board, ticket);
  const { minutes } = ticket.names;
  if (ticket.state === 'called') return { place: null, wait: waitIn(board, ticket, there, minutes) };
  // Who is not called though a specialist is free waits for a kiosk: that is no short wait.
  return { place: there.place, wait: waitIn(board, ticket, { ...there, free: 0 }, minutes) };
}

const shared = (ticket: TicketEntry, board: Board | undefined) => ({
  id: ticket.id,
  number: ticket.number,
  state: ticket.state,
  service: { id: ticket.serviceId, name: ticket.names.service },
  institution: { id: ticket.institutionId, ...ticket.names.institution },
  language: ticket.language,
  kiosk: ticket.kioskId && ticket.names.kiosk !== null ? { id: ticket.kioskId, name: ticket.names.kiosk } : null,
  ...waitOf(ticket, board),
});

/** For staff. @param board its institution's */
export const presentTicket = (ticket: TicketEntry, board: Board | undefined): QueueTicket => ({
  ...shared(ticket, board),
  priority: ticket.priority,
  contactPoint: { id: ticket.contactPointId, name: ticket.names.contactPoint },
  takenAt: ticket.takenAt,
  calledAt: ticket.calledAt,
  calls: ticket.calls,
  appointment:
    ticket.appointmentId && ticket.names.appointment
      ? {
          id: ticket.appointmentId,
          startsAt: ticket.names.appointment.startsAt,
          citizenName: ticket.names.appointment.citizenName,
        }
      : null,
  specialist:
    ticket.specialistId && ticket.names.specialist !== null
      ? { id: ticket.specialistId, name: ticket.names.specialist }
      : null,
  note: ticket.note,
  phone: ticket.phone,
});

/** For the citizen whose it is. */
export const presentOwnTicket = (ticket: TicketEntry, board: Board): OwnTicket => ({
  ...shared(ticket, board),
  appointmentStartsAt: ticket.names.appointment?.startsAt ?? null,
});
