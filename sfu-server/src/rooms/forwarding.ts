import { ConsumerId, type MediaSource, ProducerId } from '@remote-clerk/shared/contracts/signaling/media.ts';
import { knownExtensions } from '../media/header-extensions.ts';
import type { RoomRouter } from '../media/room-router.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Peer, PeerConsumer, PeerProducer } from './peer.ts';
import { mayFlow, type RoomState } from './rules.ts';

/**
 * Who gets bandwidth first when there is too little. Sound is not in this: the engine sends it whatever happens. A screen and a
 * document have no layers and are sent whole in any case; counted before the cameras, it is the cameras that get smaller
 * for them, instead of all together being more than the line carries, at the cost of the sound.
 */
const priorities: Record<MediaSource, number | null> = { microphone: null, camera: 1, screen: 2, document: 2 };

/**
 * Makes a paused consumer at `viewer` for each producer of `sender` that has none yet: both ends can be warm before anything
 * flows.
 */
export async function offerMedia(viewer: Peer, sender: Peer, router: RoomRouter, logger: Logger): Promise<void> {
  if (!viewer.transport('receive')) return;
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
  viewer.consumers.set(consumerId, { consumer, sender, ready: false, flows: false });
  consumer.on('producerclose', () => {
    viewer.consumers.delete(consumerId);
    viewer.wire.notify('consumer.closed', { consumerId });
  });
  consumer.on('producerpause', () => viewer.wire.notify('consumer.paused', { consumerId }));
  consumer.on('producerresume', () => viewer.wire.notify('consumer.resumed', { consumerId }));
  viewer.wire.notify('consumer.new', {
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
  const priority = priorities[source];
  if (priority !== null) await consumer.setPriority(priority).catch(() => undefined);
}

/** Lets media through just where it may flow and the receiving end is ready to render. */
export async function forwardMedia(viewer: Peer, state: RoomState): Promise<void> {
  await Promise.all([...viewer.consumers.values()].map((entry) => forward(viewer, entry, state)));
}

async function forward(viewer: Peer, entry: PeerConsumer, state: RoomState): Promise<void> {
  const { consumer, sender } = entry;
  const flows = entry.ready && mayFlow(viewer, sender, state);
  // The consumers of a sender that has gone are closing already.
  if (consumer.closed || sender.closed || flows === entry.flows) return;
  // Noted before it is done: what is decided meanwhile is asked of the engine after this, in order.
  entry.flows = flows;
  // mediasoup asks the sender for a key frame by itself when a video consumer resumes.
  await (flows ? consumer.resume() : consumer.pause()).catch(() => undefined);
}
