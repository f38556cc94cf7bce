import type { CallTicketClaims } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { Peer } from '../rooms/peer.ts';
import type { Room } from '../rooms/room.ts';

/** Who asks, and where. */
export type RequestContext = {
  peer: Peer;
  room: Room;
  /** Uses up a ticket that `isFitting`. @throws ProblemError `ticket-refused` */
  useTicket: (ticket: string, isFitting: (claims: CallTicketClaims) => boolean) => Promise<CallTicketClaims>;
};
