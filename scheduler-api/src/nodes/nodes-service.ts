import {
  type CloseOrder,
  type NodeLoad,
  type RoomFigures,
  silentAfterMs,
} from '@remote-clerk/shared/contracts/node/messages.ts';
import type { InvitationId, NodeBootId, NodeId, RoomId } from '@remote-clerk/shared/domain/ids.ts';
import { addMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { createNodesRepository, type MediaNode } from './nodes-repository.ts';
import { chooseNode, isLate, stateOf } from './placing.ts';

export type { MediaNode };

/** Long enough for a node to repeat a report after the scheduler-api was away. */
const rememberReportsMs = 24 * 3_600_000;

/** For a connection that was cut and is made again, milliseconds. */
const comeBackMs = 2_000;

export type NodeBoot = { nodeId: NodeId; bootId: NodeBootId };

/** What a node is told to do with a room. */
type RoomOrder =
  | { name: 'room.close'; payload: CloseOrder }
  | { name: 'room.hold'; payload: { roomId: RoomId; held: boolean } }
  | { name: 'peer.remove'; payload: { roomId: RoomId; subject: InvitationId } };

/** Which media nodes there are, and where the next room goes. */
export function createNodesService({ db, clock }: Pick<Context, 'db' | 'clock'>) {
  const repository = createNodesRepository(db);
  const carriers = new Set<(nodeId: NodeId, order: RoomOrder) => void>();
  const order = (nodeId: NodeId, given: RoomOrder) => {
    for (const carry of carriers) carry(nodeId, given);
  };

  const listHealthy = async (): Promise<MediaNode[]> =>
    (await repository.list()).filter((node) => stateOf(node, clock.now()) !== 'silent');
  const find = async ({ nodeId, bootId }: NodeBoot): Promise<MediaNode | undefined> =>
    (await listHealthy()).find((node) => node.id === nodeId && node.bootId === bootId);

  return {
    list: repository.list,
    listHealthy,
    /** The node on the same boot, if it is not silent. */
    find,
    stateOf: (node: MediaNode) => stateOf(node, clock.now()),
    /** Its connection went, or it has missed a heartbeat. */
    isLate: (node: MediaNode) => isLate(node, clock.now()),

    register: (node: Omit<MediaNode, 'lastSeenAt'>) => repository.save({ ...node, lastSeenAt: clock.now() }),
    heartbeat: ({ nodeId, bootId }: NodeBoot, said: { load: NodeLoad; rooms: RoomFigures[] }) =>
      repository.setSeen(nodeId, bootId, clock.now(), said),
    /** Its connection is gone: unless it is heard of again soon, it counts as silent. */
    lost: ({ nodeId, bootId }: NodeBoot) =>
      repository.setSeen(nodeId, bootId, addMilliseconds(clock.now(), comeBackMs - silentAfterMs)),
    /** While this server or its database was away nobody could be heard: all have their time to come back. */
    giveTime: () => repository.setAllSeen(clock.now()),

    /** Where the next room goes, or undefined when no node serves. @param except a boot that is not to be chosen */
    async place(except?: NodeBoot): Promise<MediaNode | undefined> {
      const nodes = await repository.list();
      return chooseNode(
        nodes.filter((node) => node.id !== except?.nodeId || node.bootId !== except.bootId),
        clock.now(),
      );
    },

    rememberReport: (id: string) => repository.rememberReport(id, clock.now()),
    forgetOldReports: () => repository.deleteReportsBefore(addMilliseconds(clock.now(), -rememberReportsMs)),

    /** Tells the node at once; one that does not hear it learns it from the answer to its next heartbeat. */
    closeRoom: (nodeId: NodeId, payload: CloseOrder) => order(nodeId, { name: 'room.close', payload }),
    /** Tells the node at once; one that does not hear it is told when it comes back. */
    holdRoom: (nodeId: NodeId, payload: { roomId: RoomId; held: boolean }) =>
      order(nodeId, { name: 'room.hold', payload }),
    /** Tells the node at once; a guest whom it lets stay because it did not hear gets no other ticket. */
    removeGuest: (nodeId: NodeId, payload: { roomId: RoomId; subject: InvitationId }) =>
      order(nodeId, { name: 'peer.remove', payload }),
    onOrder(carry: (nodeId: NodeId, order: RoomOrder) => void): void {
      carriers.add(carry);
    },
  };
}
export type NodesService = ReturnType<typeof createNodesService>;
