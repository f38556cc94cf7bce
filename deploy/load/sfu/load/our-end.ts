import { Acknowledgement } from '@remote-clerk/shared/contracts/messages.ts';
import { io } from 'socket.io-client';
import { z } from 'zod';
import type { Kind, MediaLoad } from './media-load.ts';
import { MediasoupEnd } from './mediasoup-end.ts';

/** As often as our client gives a sign of life, and its figures. */
const beatMs = 1_000;
const qualityMs = 5_000;

const Offered = z.object({ consumerId: z.string() }).loose();
const Produced = z.object({ producerId: z.string() });

export type Leave = (how: 'says goodbye' | 'vanishes') => void;

/** Enters a room of our media node with a call ticket, as the kiosk and the console do. @returns what leaves it again */
export async function joinOurs(
  load: MediaLoad,
  nodeUrl: string,
  ticket: string,
  kinds: readonly Kind[] = ['audio', 'video'],
): Promise<Leave> {
  const socket = io(nodeUrl, { auth: { ticket }, transports: ['websocket'], forceNew: true, reconnection: false });
  const ask = async (name: string, payload: object): Promise<unknown> => {
    const answer = Acknowledgement.parse(await socket.timeout(30_000).emitWithAck(name, payload));
    if (!answer.ok) throw new Error(`${name}: ${answer.problem.title}`);
    return answer.data;
  };
  const end = new MediasoupEnd(load, {
    capabilities: async () =>
      z.object({ rtpCapabilities: z.unknown() }).parse(await ask('room.capabilities', {})).rtpCapabilities,
    createTransport: (direction) => ask('transport.create', { direction }),
    connect: (transportId, dtlsParameters) => ask('transport.connect', { transportId, dtlsParameters }),
    produce: async (transportId, kind, rtpParameters) => {
      const source = kind === 'audio' ? 'microphone' : 'camera';
      const payload = { transportId, kind, source, rtpParameters, paused: false };
      return Produced.parse(await ask('producer.create', payload)).producerId;
    },
  });
  // One after another: mediasoup-client answers one description at a time.
  let consuming = Promise.resolve();
  socket.on('consumer.new', (raw: unknown) => {
    const { consumerId, ...offer } = Offered.parse(raw);
    consuming = consuming
      .then(async () => {
        await end.consume({ ...offer, id: consumerId });
        await ask('consumer.resume', { consumerId });
      })
      // Whoever hung up meanwhile hears nothing, which is counted.
      .catch(() => undefined);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve).once('connect_error', reject);
  });
  const rtpCapabilities = await end.prepare();
  await ask('room.join', { rtpCapabilities });
  await end.send(kinds);
  // Whoever hangs up does not wait for the answer to what was said last.
  const tell = (name: string, payload: object) => socket.emitWithAck(name, payload).catch(() => undefined);
  const beat = setInterval(() => void tell('signaling.beat', {}), beatMs);
  const since = performance.now();
  const report = setInterval(() => {
    const seconds = (performance.now() - since) / 1_000;
    void tell('quality.report', { ...someQuality, seconds });
  }, qualityMs);
  return (how) => {
    clearInterval(beat);
    clearInterval(report);
    if (how === 'says goodbye') socket.emit('room.leave', {}, () => socket.disconnect());
    else socket.disconnect();
    end.close();
  };
}

const someQuality = { roundTripMs: 1, packetLossPercent: 0, jitterMs: 1, framesPerSecond: 30, freezes: 0 };
