import type { CallTicketClaims } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { SignalingRequests } from '@remote-clerk/shared/contracts/signaling/messages.ts';
import type { z } from 'zod';
import type { Peer } from '../rooms/peer.ts';
import type { Room } from '../rooms/room.ts';

/** Who asks, and where. */
export type RequestContext = {
  peer: Peer;
  room: Room;
  /** @throws ProblemError `ticket-refused` */
  useTicket: (ticket: string) => Promise<CallTicketClaims>;
};

type Answer<Reply> = Reply | Promise<Reply>;

/** A handler for each of the named requests, with the contract's own types. */
export type Handlers<Names extends keyof SignalingRequests = keyof SignalingRequests> = {
  [Name in Names]: (
    context: RequestContext,
    payload: z.output<SignalingRequests[Name]['payload']>,
  ) => Answer<z.input<SignalingRequests[Name]['reply']>>;
};

/** The names of the requests of one topic, e.g. `room`. */
export type OfTopic<Topic extends string> = Extract<keyof SignalingRequests, `${Topic}.${string}`>;
