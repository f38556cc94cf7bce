import { z } from 'zod';
import { AccountId, ConsultationId, KioskId, NodeBootId, NodeId, RoomId } from '../domain/ids.ts';

/** Longest life of a call ticket, in seconds. */
export const callTicketSeconds = 60;

/** `citizen` is the kiosk's end. */
export const CallRole = z.enum(['citizen', 'specialist']);
export type CallRole = z.infer<typeof CallRole>;

/**
 * What a call ticket says: a JWT (EdDSA) that the scheduler-api signs and a media node checks. It admits one person to one
 * room on one boot of one node, once. `standby` lets a specialist who is being rung set up transports, but neither see,
 * hear, be seen nor be heard; `participant` lets them.
 */
export const CallTicketClaims = z.object({
  iss: z.literal('scheduler-api'),
  aud: NodeId,
  boot: NodeBootId,
  jti: z.uuid(),
  iat: z.int(),
  exp: z.int(),
  room: RoomId,
  consultation: ConsultationId,
  sub: z.union([KioskId, AccountId]),
  role: CallRole,
  standing: z.enum(['standby', 'participant']),
  /** Shown to the other end. For a citizen, the contact point's name. */
  name: z.string().max(200),
});
export type CallTicketClaims = z.infer<typeof CallTicketClaims>;

/** What a client needs to enter a room. */
export const CallTicket = z
  .object({
    ticket: z.string().max(4096),
    nodeUrl: z.url(),
    roomId: RoomId,
    standing: z.enum(['standby', 'participant']),
  })
  .meta({ id: 'CallTicket' });
export type CallTicket = z.infer<typeof CallTicket>;
