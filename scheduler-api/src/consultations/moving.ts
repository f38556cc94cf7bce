import { type ConsultationId, RoomId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { addMilliseconds, type Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import type { MediaNode, NodesService } from '../nodes/nodes-service.ts';
import { bySystem, type ServiceCasesService } from '../service-cases/service-cases-service.ts';
import type { Consultation } from './consultation-row.ts';
import type { ConsultationsRepository } from './consultations-repository.ts';

/** After a call was moved because an end insisted, it stays for so long where it is, in milliseconds. */
const stayMs = 60_000;

type Needs = Pick<Context, 'db' | 'clock' | 'ids' | 'logger'> & {
  repository: ConsultationsRepository;
  nodes: NodesService;
  cases: ServiceCasesService;
  changed: (consultation: Consultation) => Promise<void>;
};

/** Why an end asks for another room. `insists`: it could not enter this one before either. */
type Unreachable = { roomId: RoomId; insists: boolean } | null;

/** Gives consultations their rooms: on another node when theirs is gone. */
export function createMoving({ db, clock, ids, logger, repository, nodes, cases, changed }: Needs) {
  const insistedAt = new Map<ConsultationId, Instant>();

  const newRoom = (node: MediaNode): NonNullable<Consultation['room']> => ({
    id: RoomId.parse(ids.uuid()),
    nodeId: node.id,
    bootId: node.bootId,
  });

  /**
   * Puts a locked consultation into a new room there. In the call, an end counts as away until it is heard of in the new
   * room: one that does not get there is not waited for without end.
   */
  async function move(locked: Consultation, node: MediaNode): Promise<Consultation> {
    const inCall = locked.state === 'live';
    const now = clock.now();
    const after = await repository.update({
      ...locked,
      room: newRoom(node),
      nodeLostAt: null,
      ...(inCall && { kioskLostAt: now, specialistLostAt: now }),
    });
    const old = locked.room;
    if (old && (inCall || locked.state === 'accepted')) await cases.step(locked.id, 'moved', bySystem);
    await db.afterCommit(() => {
      logger.info({ consultationId: locked.id, from: old?.nodeId, to: node.id }, 'a consultation was moved');
      if (old) nodes.closeRoom(old.nodeId, { roomId: old.id, reason: 'moved' });
      return changed(after);
    });
    return after;
  }

  /** Whether its end is to be believed that a node cannot be reached that seems well to us. */
  function believes({ id }: Consultation, insists: boolean): boolean {
    const limit = addMilliseconds(clock.now(), -stayMs);
    for (const [known, at] of insistedAt) if (at < limit) insistedAt.delete(known);
    return insists && !insistedAt.has(id);
  }

  return {
    newRoom,
    move,

    /**
     * The consultation in a room that an end can enter: where it is, or a new one when its node is gone, or cannot be reached
     * and is going. Who asks second finds what the first has got.
     * @param locked an open one @throws ProblemError `no-media-node`
     */
    async settle(locked: Consultation, unreachable: Unreachable): Promise<Consultation> {
      const { room } = locked;
      const node = room ? await nodes.find(room) : undefined;
      if (!room || !node) {
        const next = await nodes.place();
        if (!next) throw new ProblemError('no-media-node');
        return move(locked, next);
      }
      if (unreachable?.roomId !== room.id) return locked;
      const late = nodes.isLate(node);
      const insisted = believes(locked, unreachable.insists);
      if (!late && !insisted && nodes.stateOf(node) !== 'draining') return locked;
      const other = await nodes.place(room);
      // From one that may be gone to another that may be gone is no way out: the two talk directly until one is heard of.
      if (!other || (late && nodes.isLate(other))) {
        if (late) throw new ProblemError('no-media-node');
        return locked;
      }
      if (!late && insisted) await db.afterCommit(() => void insistedAt.set(locked.id, clock.now()));
      return move(locked, other);
    },
  };
}
export type Moving = ReturnType<typeof createMoving>;
