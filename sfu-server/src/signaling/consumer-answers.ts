import { answer } from '@remote-clerk/shared/contracts/answer.ts';
import type { ConsumerId } from '@remote-clerk/shared/contracts/signaling/media.ts';
import { signalingRequests } from '@remote-clerk/shared/contracts/signaling/messages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { forwardMedia } from '../rooms/forwarding.ts';
import type { Peer, PeerConsumer } from '../rooms/peer.ts';
import type { RequestContext } from './request-context.ts';

export const consumerAnswers = {
  'consumer.resume': answer(signalingRequests['consumer.resume'], async ({ consumerId }, { peer }: RequestContext) => {
    consumerOf(peer, consumerId).ready = true;
    await forwardMedia(peer);
    return {};
  }),

  'consumer.prefer-layers': answer(
    signalingRequests['consumer.prefer-layers'],
    async ({ consumerId, spatialLayer }, { peer }: RequestContext) => {
      const { consumer } = consumerOf(peer, consumerId);
      if (consumer.type !== 'simulcast') throw new ProblemError('illegal-transition', 'This media has no layers');
      await consumer.setPreferredLayers({ spatialLayer });
      return {};
    },
  ),
};

function consumerOf(peer: Peer, id: ConsumerId): PeerConsumer {
  const entry = peer.consumers.get(id);
  if (!entry) throw new ProblemError('not-found', 'You have no such consumer');
  return entry;
}
