import { timingSafeEqual } from 'node:crypto';
import { answer } from '@remote-clerk/shared/contracts/answer.ts';
import { nodeNamespace, nodeRequests } from '@remote-clerk/shared/contracts/node/messages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Socket } from 'socket.io';
import { z } from 'zod';
import type { Presence } from '../consultations/presence.ts';
import type { Context } from '../context.ts';
import { sha256 } from '../http/digest.ts';
import type { NodePrincipal } from '../http/principal.ts';
import type { Live } from '../live/create-live.ts';
import type { NodeBoot, NodesService } from './nodes-service.ts';

const Handshake = z.object({ secret: z.string().max(1024) });
const node: NodePrincipal = { kind: 'node' };

type Needs = Pick<Context, 'config' | 'logger'> & { nodes: NodesService; presence: Presence };

/** The media nodes' wire: registration, heartbeats and reports in, orders to close and hold rooms out. */
export function serveNodes(live: Live, { config, logger, nodes, presence }: Needs): void {
  const registered = new Map<Socket, NodeBoot>();
  const ticketKey = {
    kty: config.ticketKey.kty,
    crv: config.ticketKey.crv,
    x: config.ticketKey.x,
    kid: config.ticketKey.kid,
  };
  const get = (socket: Socket) => {
    const found = registered.get(socket);
    if (!found) throw new ProblemError('illegal-transition', 'Register first');
    return found;
  };
  const isSecret = (secret: string) => timingSafeEqual(sha256(secret), sha256(config.nodeSecret));

  live.serve({
    name: nodeNamespace,
    admit: async ({ auth }) => {
      const handshake = Handshake.safeParse(auth);
      return handshake.success && isSecret(handshake.data.secret) ? node : undefined;
    },
    answers: {
      'node.register': answer(
        nodeRequests['node.register'],
        async ({ nodeId, bootId, url, load, rooms }, { socket }: { socket: Socket }) => {
          registered.set(socket, { nodeId, bootId });
          await nodes.register({ id: nodeId, bootId, url, load, rooms });
          await presence.nodeHeard({ nodeId, bootId }, rooms);
          // What it was told while it was not connected it has not heard.
          for (const hold of await presence.listHolds({ nodeId, bootId })) socket.emit('room.hold', hold);
          logger.info({ nodeId, bootId, url }, 'media node registered');
          return { ticketKey };
        },
      ),
      'node.heartbeat': answer(
        nodeRequests['node.heartbeat'],
        async ({ load, rooms }, { socket }: { socket: Socket }) => {
          const node = get(socket);
          await nodes.heartbeat(node, { load, rooms });
          return { close: await presence.nodeHeard(node, rooms) };
        },
      ),
      'node.report': answer(nodeRequests['node.report'], async ({ reports }, { socket }: { socket: Socket }) => {
        await presence.take(get(socket), reports);
        return {};
      }),
    },
    connected: async () => {},
    disconnected: async (socket) => {
      const gone = registered.get(socket);
      registered.delete(socket);
      if (!gone) return;
      logger.warn(gone, 'the connection of a media node is gone');
      await nodes.lost(gone);
    },
  });

  nodes.onOrder((nodeId, { name, payload }) => {
    for (const [socket, there] of registered) if (there.nodeId === nodeId) socket.emit(name, payload);
  });
}
