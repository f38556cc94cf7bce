import { answer } from '@remote-clerk/shared/contracts/answer.ts';
import type { ConsumerId } from '@remote-clerk/shared/contracts/signaling/media.ts';
import { signalingRequests } from '@remote-clerk/shared/contracts/signaling/messages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Peer, PeerConsumer } from '../rooms/peer.ts';
import type { RequestContext } from './request-context.ts';

export const consumerAnswers = {
  'consumer.resume': answer(
    signalingRequests['consumer.resume'],
    async ({ consumerId }, { room, peer }: RequestContext) => {
      consumerOf(peer, consumerId).ready = true;
      await room.forwardTo(peer);
      return {};
    },
  ),

  'consumer.prefer-layers': answer(
    signalingRequests['consumer.prefer-layers'],
    async ({ consumerId, spatialLayer }, { peer }: RequestContext) => {
      const { consumer } = consumerOf(peer, consumerId);
      // What has no layers, as a shared screen, is sent as it is.
      if (consumer.type === 'simulcast') await consumer.setPreferredLayers({ spatialLayer });
      return {};
    },
  ),
};

function consumerOf(peer: Peer, id: ConsumerId): PeerConsumer {
  const entry = peer.consumers.get(id);
  if (!entry) throw new ProblemError('not-found', 'You have no such consumer');
  return entry;
}
