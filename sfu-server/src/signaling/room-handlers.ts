import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Handlers, OfTopic } from './handlers.ts';

export const roomHandlers: Handlers<OfTopic<'room'>> = {
  'room.capabilities': ({ room }) => ({ rtpCapabilities: room.router.capabilities }),

  'room.join': ({ room, peer }, { rtpCapabilities }) => room.join(peer, rtpCapabilities),

  'room.admit': async ({ room, peer, useTicket }, { ticket }) => {
    const claims = await useTicket(ticket);
    const isOwn = claims.sub === peer.subject && claims.role === peer.role && claims.room === room.id;
    if (!isOwn || claims.standing !== 'participant') throw new ProblemError('ticket-refused');
    await room.admit(peer);
    return {};
  },

  'room.leave': ({ room, peer }) => {
    room.leave(peer);
    // After the answer is on its way.
    setImmediate(() => peer.link.disconnect());
    return {};
  },
};
