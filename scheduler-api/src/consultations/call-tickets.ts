import {
  type CallTicket,
  type CallTicketClaims,
  callTicketSeconds,
} from '@remote-clerk/shared/contracts/call-ticket.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { epochMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import { importJWK, SignJWT } from 'jose';
import type { Context } from '../context.ts';
import type { NodesService } from '../nodes/nodes-service.ts';
import { turnServers } from '../nodes/turn-credentials.ts';
import type { Consultation } from './consultation-row.ts';

type Holder = Pick<CallTicketClaims, 'sub' | 'role' | 'standing' | 'name'>;

/** What a ticket is for: a consultation, or without an id a room in which a kiosk tests itself. */
type Admission = Pick<Consultation, 'room' | 'heldAt'> & { id: Consultation['id'] | null };

/** Signs the only thing that admits anyone to a call. */
export function createCallTickets({
  config,
  clock,
  ids,
  nodes,
}: Pick<Context, 'config' | 'clock' | 'ids'> & { nodes: NodesService }) {
  const key = importJWK(config.ticketKey, 'EdDSA');

  /** @throws ProblemError `no-media-node` when the room has none, or its node is silent */
  return async function issue({ id, room, heldAt }: Admission, holder: Holder): Promise<CallTicket> {
    const node = room && (await nodes.find(room));
    if (!room || !node) throw new ProblemError('no-media-node');
    const issuedAt = Math.floor(epochMilliseconds(clock.now()) / 1000);
    const ticket = await new SignJWT({
      boot: node.bootId,
      room: room.id,
      consultation: id,
      role: holder.role,
      standing: holder.standing,
      name: holder.name,
      held: heldAt !== null,
    })
      .setProtectedHeader({ alg: 'EdDSA', kid: config.ticketKey.kid })
      .setIssuer('scheduler-api')
      .setAudience(node.id)
      .setSubject(holder.sub)
      .setJti(ids.uuid())
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + callTicketSeconds)
      .sign(await key);
    return {
      ticket,
      nodeUrl: node.url,
      roomId: room.id,
      standing: holder.standing,
      iceServers: turnServers(config.turn, clock.now(), ids.uuid()),
    };
  };
}
export type IssueCallTicket = ReturnType<typeof createCallTickets>;
