import { answer } from '@remote-clerk/shared/contracts/answer.ts';
import { TransportId } from '@remote-clerk/shared/contracts/signaling/media.ts';
import { signalingRequests } from '@remote-clerk/shared/contracts/signaling/messages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { WebRtcTransport } from '../media/types.ts';
import type { Peer, PeerTransport } from '../rooms/peer.ts';
import type { Room } from '../rooms/room.ts';
import type { RequestContext } from './request-context.ts';

export const transportAnswers = {
  'transport.create': answer(
    signalingRequests['transport.create'],
    async ({ direction }, { room, peer }: RequestContext) => {
      if (peer.transport(direction) || peer.pendingTransports.has(direction)) {
        throw new ProblemError('illegal-transition', `There is a transport to ${direction} already`);
      }
      peer.pendingTransports.add(direction);
      try {
        const transport = await room.router.createTransport();
        if (peer.closed) {
          transport.close();
          throw new ProblemError('unavailable');
        }
        const id = TransportId.parse(transport.id);
        peer.transports.set(id, { transport, direction, connecting: false });
        watch(room, peer, transport);
        if (peer.joined) void room.refresh();
        const { iceParameters, iceCandidates, dtlsParameters } = transport;
        return { id, iceParameters, iceCandidates, dtlsParameters };
      } finally {
        peer.pendingTransports.delete(direction);
      }
    },
  ),

  'transport.connect': answer(
    signalingRequests['transport.connect'],
    async ({ transportId, dtlsParameters }, { peer }: RequestContext) => {
      const entry = transportOf(peer, transportId);
      if (entry.connecting) throw new ProblemError('illegal-transition', 'The transport is connected already');
      entry.connecting = true;
      await entry.transport.connect({ dtlsParameters });
      return {};
    },
  ),

  'transport.restart-ice': answer(
    signalingRequests['transport.restart-ice'],
    async ({ transportId }, { peer }: RequestContext) => ({
      iceParameters: await transportOf(peer, transportId).transport.restartIce(),
    }),
  ),
};

/** @throws ProblemError `not-found` for anyone else's transport */
export function transportOf(peer: Peer, id: TransportId): PeerTransport {
  const entry = peer.transports.get(id);
  if (!entry) throw new ProblemError('not-found', 'You have no such transport');
  return entry;
}

/** A peer whose signalling stands but whose media path went is as gone as one that hung up. */
function watch(room: Room, peer: Peer, transport: WebRtcTransport): void {
  transport.on('icestatechange', () => room.presence.look(peer));
  transport.on('dtlsstatechange', (state) => {
    room.presence.look(peer);
    if (state === 'connected') void room.refresh();
  });
}
