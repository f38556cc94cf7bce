import { type NodeLoad, silentAfterMs } from '@remote-clerk/shared/contracts/node/messages.ts';
import type { NodeBootId, NodeId, RoomId } from '@remote-clerk/shared/domain/ids.ts';
import { addMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { createNodesRepository, type MediaNode } from './nodes-repository.ts';

/** Long enough for a node to repeat a report after the scheduler-api was away. */
const rememberReportsMs = 24 * 3_600_000;

/** For a connection that was cut and is made again, milliseconds. */
const comeBackMs = 2_000;

/** Which media nodes there are, and where the next room goes. */
export function createNodesService({ db, clock }: Pick<Context, 'db' | 'clock'>) {
  const repository = createNodesRepository(db);
  const closers = new Set<(nodeId: NodeId, roomId: RoomId) => void>();

  const listHealthy = async (): Promise<MediaNode[]> => {
    const limit = addMilliseconds(clock.now(), -silentAfterMs);
    return (await repository.list()).filter((node) => node.lastSeenAt > limit);
  };

  return {
    list: repository.list,
    listHealthy,

    register: (node: { id: NodeId; bootId: NodeBootId; url: string; load: NodeLoad }) =>
      repository.save({ ...node, lastSeenAt: clock.now() }),
    heartbeat: (id: NodeId, bootId: NodeBootId, load: NodeLoad) => repository.setSeen(id, bootId, clock.now(), load),
    /** Its connection is gone: unless it is heard of again soon, it counts as silent. */
    lost: (id: NodeId, bootId: NodeBootId) =>
      repository.setSeen(id, bootId, addMilliseconds(clock.now(), comeBackMs - silentAfterMs)),
    /** After a start of this server nobody can have been heard: all have their time to come back. */
    giveTime: () => repository.setAllSeen(clock.now()),

    /** The healthy node with the least load, or undefined when there is none. */
    async place(): Promise<MediaNode | undefined> {
      const nodes = await listHealthy();
      return nodes.toSorted((a, b) => a.load.busiestWorker - b.load.busiestWorker || a.load.rooms - b.load.rooms)[0];
    },

    async find(id: NodeId, bootId: NodeBootId): Promise<MediaNode | undefined> {
      return (await listHealthy()).find((node) => node.id === id && node.bootId === bootId);
    },

    rememberReport: (id: string) => repository.rememberReport(id, clock.now()),
    forgetOldReports: () => repository.deleteReportsBefore(addMilliseconds(clock.now(), -rememberReportsMs)),

    /** Tells the node at once; one that does not hear it learns it from the answer to its next heartbeat. */
    closeRoom(nodeId: NodeId, roomId: RoomId): void {
      for (const close of closers) close(nodeId, roomId);
    },
    onCloseRoom(close: (nodeId: NodeId, roomId: RoomId) => void): void {
      closers.add(close);
    },
  };
}
export type NodesService = ReturnType<typeof createNodesService>;
