import { ConsumerId, ProducerId } from '@remote-clerk/shared/contracts/signaling/media.ts';
import { knownExtensions } from '../media/header-extensions.ts';
import type { RoomRouter } from '../media/room-router.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Peer, PeerConsumer, PeerProducer } from './peer.ts';

/**
 * Makes a paused consumer at `viewer` for each producer of `sender` that has none yet: both ends can be warm before anything
 * flows.
 */
export async function offerMedia(viewer: Peer, sender: Peer, router: RoomRouter, logger: Logger): Promise<void> {
  if (viewer.role === sender.role || !viewer.transport('receive')) return;
  await Promise.all(
    [...sender.producers.values()].map((source) =>
      offerProducer(viewer, sender, source, router).catch((error) => {
        logger.warn({ err: error, peerId: viewer.id }, 'A consumer could not be made');
      }),
    ),
  );
}

async function offerProducer(viewer: Peer, sender: Peer, { producer, source }: PeerProducer, router: RoomRouter) {
  const producerId = ProducerId.parse(producer.id);
  const receiving = viewer.transport('receive')?.transport;
  const { rtpCapabilities } = viewer;
  if (!receiving || !rtpCapabilities || viewer.offered.has(producerId)) return;
  viewer.offered.add(producerId);
  if (!router.router.canConsume({ producerId, rtpCapabilities })) throw new Error('It can decode none of the codecs');
  const consumer = await receiving.consume({ producerId, rtpCapabilities, paused: true });
  const consumerId = ConsumerId.parse(consumer.id);
  viewer.consumers.set(consumerId, { consumer, sender, ready: false });
  consumer.on('producerclose', () => {
    viewer.consumers.delete(consumerId);
    viewer.link.notify('consumer.closed', { consumerId });
  });
  consumer.on('producerpause', () => viewer.link.notify('consumer.paused', { consumerId }));
  consumer.on('producerresume', () => viewer.link.notify('consumer.resumed', { consumerId }));
  viewer.link.notify('consumer.new', {
    consumerId,
    producerId,
    peerId: sender.id,
    kind: consumer.kind,
    source,
    rtpParameters: {
      ...consumer.rtpParameters,
      headerExtensions: knownExtensions(consumer.rtpParameters.headerExtensions),
    },
    producerPaused: consumer.producerPaused,
  });
}

/** Lets media through just where both ends are participants and the receiving one is ready to render. */
export async function forwardMedia(viewer: Peer): Promise<void> {
  await Promise.all([...viewer.consumers.values()].map((entry) => forward(viewer, entry)));
}

async function forward(viewer: Peer, { consumer, sender, ready }: PeerConsumer): Promise<void> {
  const flows = ready && viewer.isParticipant && sender.isParticipant;
  // The consumers of a sender that has gone are closing already.
  if (consumer.closed || sender.closed || flows === !consumer.paused) return;
  // mediasoup asks the sender for a key frame by itself when a video consumer resumes.
  await (flows ? consumer.resume() : consumer.pause()).catch(() => undefined);
}
