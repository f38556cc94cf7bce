import { answer } from '@remote-clerk/shared/contracts/answer.ts';
import { signalingRequests } from '@remote-clerk/shared/contracts/signaling/messages.ts';
import type { RequestContext } from './request-context.ts';

export const roomAnswers = {
  'room.capabilities': answer(signalingRequests['room.capabilities'], (_, { room }: RequestContext) => ({
    rtpCapabilities: room.router.capabilities,
  })),

  'room.join': answer(signalingRequests['room.join'], ({ rtpCapabilities }, { room, peer }: RequestContext) =>
    room.join(peer, rtpCapabilities),
  ),

  'room.admit': answer(
    signalingRequests['room.admit'],
    async ({ ticket }, { room, peer, useTicket }: RequestContext) => {
      await useTicket(
        ticket,
        ({ sub, role, room: roomId, standing }) =>
          sub === peer.subject && role === peer.role && roomId === room.id && standing === 'participant',
      );
      await room.admit(peer);
      return {};
    },
  ),

  'room.leave': answer(signalingRequests['room.leave'], (_, { room, peer }: RequestContext) => {
    room.leave(peer);
    // After the answer is on its way.
    setImmediate(() => peer.wire.hangUp());
    return {};
  }),
};
