import { z } from 'zod';
import { AccountId, ConsultationId, InvitationId, KioskId, NodeBootId, NodeId, RoomId } from '../domain/ids.ts';

/** Longest life of a call ticket, in seconds. */
export const callTicketSeconds = 60;

/** Whom a call is between: `citizen` is the kiosk's end. There is one of each. */
export const mainRoles = ['citizen', 'specialist'] as const;
export const MainRole = z.enum(mainRoles);
export type MainRole = z.infer<typeof MainRole>;

/** Who else can be brought in, by invitation. */
export const guestRoles = ['interpreter', 'colleague', 'clerk'] as const;
export const GuestRole = z.enum(guestRoles);
export type GuestRole = z.infer<typeof GuestRole>;
/** How many of them at once, beside the two. */
export const mostGuests = 2;

export const CallRole = z.enum([...mainRoles, ...guestRoles]);
export type CallRole = z.infer<typeof CallRole>;

export const isMainRole = (role: CallRole): role is MainRole => role === 'citizen' || role === 'specialist';

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
  /** null: a kiosk tests itself, alone in the room, and gets its own media back. */
  consultation: ConsultationId.nullable(),
  sub: z.union([KioskId, AccountId, InvitationId]),
  role: CallRole,
  standing: z.enum(['standby', 'participant']),
  /** Shown to the other end. For a citizen, the contact point's name. */
  name: z.string().max(200),
  /** The citizen is on hold: hears and sees nobody, and is not heard or seen. Counts when the ticket opens the room. */
  held: z.boolean(),
});
export type CallTicketClaims = z.infer<typeof CallTicketClaims>;

/** As RTCPeerConnection wants it; the credential of a TURN server is good for a day at most. */
export const IceServer = z.object({
  urls: z.array(z.string()).min(1),
  username: z.string().optional(),
  credential: z.string().optional(),
});
export type IceServer = z.infer<typeof IceServer>;

/** What a client needs to enter a room. */
export const CallTicket = z
  .object({
    ticket: z.string().max(4096),
    nodeUrl: z.url(),
    roomId: RoomId,
    standing: z.enum(['standby', 'participant']),
    /** Relays to reach the node by where it cannot be reached directly. */
    iceServers: z.array(IceServer),
  })
  .meta({ id: 'CallTicket' });
export type CallTicket = z.infer<typeof CallTicket>;
