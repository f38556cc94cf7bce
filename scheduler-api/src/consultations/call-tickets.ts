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
import type { Consultation } from './consultation-row.ts';

type Holder = Pick<CallTicketClaims, 'sub' | 'role' | 'standing' | 'name'>;

/** Signs the only thing that admits anyone to a call. */
export function createCallTickets({
  config,
  clock,
  ids,
  nodes,
}: Pick<Context, 'config' | 'clock' | 'ids'> & { nodes: NodesService }) {
  const key = importJWK(config.ticketKey, 'EdDSA');

  return async function issue(consultation: Consultation, holder: Holder): Promise<CallTicket> {
    const node = consultation.room && (await nodes.find(consultation.room.nodeId, consultation.room.bootId));
    if (!consultation.room || !node) throw new ProblemError('no-media-node');
    const issuedAt = Math.floor(epochMilliseconds(clock.now()) / 1000);
    const ticket = await new SignJWT({
      boot: node.bootId,
      room: consultation.room.id,
      consultation: consultation.id,
      role: holder.role,
      standing: holder.standing,
      name: holder.name,
    })
      .setProtectedHeader({ alg: 'EdDSA', kid: config.ticketKey.kid })
      .setIssuer('scheduler-api')
      .setAudience(node.id)
      .setSubject(holder.sub)
      .setJti(ids.uuid())
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + callTicketSeconds)
      .sign(await key);
    return { ticket, nodeUrl: node.url, roomId: consultation.room.id, standing: holder.standing };
  };
}
export type IssueCallTicket = ReturnType<typeof createCallTickets>;
