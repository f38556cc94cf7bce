import { ProducerId } from '@remote-clerk/shared/contracts/signaling/media.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Peer, PeerProducer } from '../rooms/peer.ts';
import type { Handlers, OfTopic } from './handlers.ts';
import { transportOf } from './transport-handlers.ts';

const kindOfSource = { camera: 'video', microphone: 'audio' } as const;

export const producerHandlers: Handlers<OfTopic<'producer'>> = {
  'producer.create': async ({ room, peer }, { transportId, kind, source, rtpParameters, paused }) => {
    const { transport, direction } = transportOf(peer, transportId);
    if (direction !== 'send') throw new ProblemError('illegal-transition', 'This transport only receives');
    if (kindOfSource[source] !== kind) throw new ProblemError('invalid-request', `A ${source} is not ${kind}`);
    if (peer.sources.has(source)) throw new ProblemError('illegal-transition', `There is a ${source} already`);
    peer.sources.add(source);
    try {
      const producer = await transport.produce({ kind, rtpParameters, paused });
      const producerId = ProducerId.parse(producer.id);
      const entry = { producer, source, received: false };
      peer.producers.set(producerId, entry);
      producer.on('score', (scores) => {
        if (entry.received || !scores.some(({ score }) => score > 0)) return;
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

  'producer.pause': async ({ peer }, { producerId }) => {
    await producerOf(peer, producerId).producer.pause();
    return {};
  },

  'producer.resume': async ({ peer }, { producerId }) => {
    await producerOf(peer, producerId).producer.resume();
    return {};
  },

  'producer.close': ({ peer }, { producerId }) => {
    const { producer, source } = producerOf(peer, producerId);
    producer.close();
    peer.producers.delete(producerId);
    peer.sources.delete(source);
    return {};
  },
};

function producerOf(peer: Peer, id: ProducerId): PeerProducer {
  const entry = peer.producers.get(id);
  if (!entry) throw new ProblemError('not-found', 'You have no such producer');
  return entry;
}
