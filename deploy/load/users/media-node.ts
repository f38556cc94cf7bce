import { randomUUID } from 'node:crypto';
import { Acknowledgement } from '@remote-clerk/shared/contracts/messages.ts';
import {
  heartbeatMs,
  type NodeLoad,
  nodeNamespace,
  type RoomFigures,
  type RoomReport,
} from '@remote-clerk/shared/contracts/node/messages.ts';
import { type ConsultationId, RoomId } from '@remote-clerk/shared/domain/ids.ts';
import { instantFrom } from '@remote-clerk/shared/domain/time.ts';
import { io } from 'socket.io-client';
import { z } from 'zod';
import type { LoadServer } from '../load-server.ts';

/** From a press of accept to both ends' media, in milliseconds. */
const connectMs = 300;
const RoomClosed = z.object({ roomId: RoomId });

/**
 * What the server takes for a media node: it has no media, but says of each room what a real one would.
 * @param onFailure what it said was not taken
 */
export async function pretendMediaNode({ url, nodeSecret }: LoadServer, onFailure: (error: unknown) => void) {
  const socket = io(url + nodeNamespace, { auth: { secret: nodeSecret }, transports: ['websocket'] });
  const rooms = new Map<RoomId, ConsultationId>();
  const idle = { workers: 1, busiestWorker: 0, idlestWorker: 0, draining: false };
  const held = (): { load: NodeLoad; rooms: RoomFigures[] } => ({
    load: { ...idle, rooms: rooms.size, peers: rooms.size * 2 },
    rooms: [...rooms.keys()].map((roomId) => ({ roomId, peers: 2, quality: { citizen: null, specialist: null } })),
  });
  const ask = async (name: string, payload: object) => {
    const answer = Acknowledgement.parse(await socket.timeout(30_000).emitWithAck(name, payload));
    if (!answer.ok) throw new Error(`${name}: ${answer.problem.title}`);
  };
  let isStopped = false;
  const tell = (name: string, payload: object) =>
    void ask(name, payload).catch((error) => {
      if (!isStopped) onFailure(error);
    });
  const report = (one: RoomReport) => tell('node.report', { reports: [one] });
  const about = (roomId: RoomId, consultationId: ConsultationId) => ({
    id: randomUUID(),
    at: instantFrom(Date.now()),
    roomId,
    consultationId,
  });

  socket.on('room.close', (raw: unknown) => {
    const { roomId } = RoomClosed.parse(raw);
    const consultationId = rooms.get(roomId);
    if (!consultationId) return;
    rooms.delete(roomId);
    report({
      kind: 'room.closed',
      ...about(roomId, consultationId),
      quality: { citizen: null, specialist: null },
    });
  });
  await ask('node.register', { nodeId: 'pretended-1', bootId: randomUUID(), url: 'http://127.0.0.1:4001', ...held() });
  const beat = setInterval(() => tell('node.heartbeat', held()), heartbeatMs);

  return {
    /** Both ends are in the room, and are seen and heard there a moment later. */
    connect(roomId: RoomId, consultationId: ConsultationId): void {
      rooms.set(roomId, consultationId);
      setTimeout(() => report({ kind: 'room.live', ...about(roomId, consultationId) }), connectMs);
    },
    stop() {
      isStopped = true;
      clearInterval(beat);
      socket.disconnect();
    },
  };
}
export type MediaNode = Awaited<ReturnType<typeof pretendMediaNode>>;
