import { answer } from '@remote-clerk/shared/contracts/answer.ts';
import { ProducerId } from '@remote-clerk/shared/contracts/signaling/media.ts';
import { signalingRequests } from '@remote-clerk/shared/contracts/signaling/messages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Peer, PeerProducer } from '../rooms/peer.ts';
import type { RequestContext } from './request-context.ts';
import { transportOf } from './transport-answers.ts';

const kindOfSource = { camera: 'video', microphone: 'audio', screen: 'video', document: 'video' } as const;

export const producerAnswers = {
  'producer.create': answer(
    signalingRequests['producer.create'],
    async ({ transportId, kind, source, rtpParameters, paused }, { room, peer }: RequestContext) => {
      const { transport, direction } = transportOf(peer, transportId);
      if (direction !== 'send') throw new ProblemError('illegal-transition', 'This transport only receives');
      if (kindOfSource[source] !== kind) throw new ProblemError('invalid-request', `A ${source} is not ${kind}`);
      if (peer.sources.has(source)) throw new ProblemError('illegal-transition', `There is a ${source} already`);
      peer.sources.add(source);
      try {
        const producer = await transport.produce({ kind, rtpParameters, paused });
        const producerId = ProducerId.parse(producer.id);
        const entry = { producer, source, received: false, flowing: false };
        peer.producers.set(producerId, entry);
        producer.on('score', (scores) => {
          entry.flowing = scores.some(({ score }) => score > 0);
          room.presence.look(peer);
          if (entry.received || !entry.flowing) return;
          entry.received = true;
          void room.refresh();
        });
        void room.refresh();
        return { producerId };
      } catch (error) {
        peer.sources.delete(source);
        // The engine says in words what is wrong with the parameters; it names nothing of the node.
        throw new ProblemError('invalid-request', error instanceof Error ? error.message : undefined, { cause: error });
      }
    },
  ),

  'producer.pause': answer(
    signalingRequests['producer.pause'],
    async ({ producerId }, { room, peer }: RequestContext) => {
      await producerOf(peer, producerId).producer.pause();
      room.presence.look(peer);
      return {};
    },
  ),

  'producer.resume': answer(
    signalingRequests['producer.resume'],
    async ({ producerId }, { room, peer }: RequestContext) => {
      await producerOf(peer, producerId).producer.resume();
      room.presence.look(peer);
      return {};
    },
  ),

  'producer.close': answer(signalingRequests['producer.close'], ({ producerId }, { room, peer }: RequestContext) => {
    const { producer, source } = producerOf(peer, producerId);
    producer.close();
    peer.producers.delete(producerId);
    peer.sources.delete(source);
    room.presence.look(peer);
    return {};
  }),
};

function producerOf(peer: Peer, id: ProducerId): PeerProducer {
  const entry = peer.producers.get(id);
  if (!entry) throw new ProblemError('not-found', 'You have no such producer');
  return entry;
}
