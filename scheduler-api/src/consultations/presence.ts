import type { RoomReport } from '@remote-clerk/shared/contracts/node/messages.ts';
import {
  type ConsultationCommand,
  type ConsultationState,
  defaultPatience,
  overdueCommand,
  type PatiencePolicy,
} from '@remote-clerk/shared/domain/consultation.ts';
import { type AccountId, type KioskId, type NodeBootId, type NodeId, RoomId } from '@remote-clerk/shared/domain/ids.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { systemScope } from '../db/scope.ts';
import type { NodesService } from '../nodes/nodes-service.ts';
import type { Calling } from '../queue/calling.ts';
import type { ServiceCasesService } from '../service-cases/service-cases-service.ts';
import type { Consultation } from './consultation-row.ts';
import type { ConsultationsRepository } from './consultations-repository.ts';
import type { Dispatch } from './dispatch.ts';
import type { Steps } from './steps.ts';

type Marks = Partial<Pick<Consultation, 'kioskLostAt' | 'specialistLostAt' | 'nodeLostAt' | 'room'>>;

type NodeBoot = { nodeId: NodeId; bootId: NodeBootId };

type Needs = Pick<Context, 'db' | 'clock' | 'ids' | 'logger'> & {
  repository: ConsultationsRepository;
  steps: Steps;
  nodes: NodesService;
  cases: ServiceCasesService;
  calling: Pick<Calling, 'listInstitutionsWaiting'>;
  dispatch: Dispatch;
  changed: (consultation: Consultation) => Promise<void>;
  patience?: PatiencePolicy;
};

/**
 * Who of a consultation is there. Before the call, each end's own connection to this server tells; in the call, its media
 * does, so that a blip of this server ends no call. Silence is written down here and judged by `sweep`.
 */
export function createPresence(needs: Needs) {
  const {
    db,
    clock,
    ids,
    logger,
    repository,
    steps,
    nodes,
    cases,
    calling,
    dispatch,
    changed,
    patience = defaultPatience,
  } = needs;

  /** Writes marks down when they say something new; a consultation that is over or has moved on is left alone. */
  async function mark(id: Consultation['id'], marks: (consultation: Consultation) => Marks | null): Promise<void> {
    await db.transaction(async () => {
      const consultation = await repository.getLocked(systemScope, id);
      const set = consultation.endedAt === null ? marks(consultation) : null;
      if (!set) return;
      const next = { ...consultation, ...set };
      if (JSON.stringify(next) === JSON.stringify(consultation)) return;
      const after = await repository.update(next);
      await db.afterCommit(() => changed(after));
    });
  }

  async function markKiosk(kioskId: KioskId, kioskLostAt: Instant | null): Promise<void> {
    const open = await repository.findAtKiosk(systemScope, kioskId);
    if (open)
      await mark(open.id, (one) =>
        one.state === 'live' ? null : { kioskLostAt: kioskLostAt && (one.kioskLostAt ?? kioskLostAt) },
      );
  }
  async function markSpecialist(id: AccountId, specialistLostAt: Instant | null): Promise<void> {
    for (const open of [
      await repository.findRinging(systemScope, id),
      await repository.findEngaging(systemScope, id),
    ]) {
      if (!open) continue;
      await mark(open.id, (one) => {
        const concerned = one.offeredTo === id || (one.specialistId === id && one.state === 'accepted');
        return concerned ? { specialistLostAt: specialistLostAt && (one.specialistLostAt ?? specialistLostAt) } : null;
      });
    }
  }

  /** A room that can be entered: where it is, or a new one when its node has gone before the call. */
  async function settleRooms(): Promise<void> {
    const healthy = await nodes.listHealthy();
    for (const { id, room, state } of await repository.listOpen(systemScope)) {
      const there = room !== null && healthy.some((node) => node.id === room.nodeId && node.bootId === room.bootId);
      if (there) continue;
      const inCall = state === 'accepted' || state === 'live';
      const node = inCall ? undefined : await nodes.place();
      if (!inCall && !node && room === null) continue;
      await mark(id, (one) => {
        if (one.state !== state) return null;
        if (inCall) return { nodeLostAt: one.nodeLostAt ?? clock.now() };
        return { room: node ? { id: RoomId.parse(ids.uuid()), nodeId: node.id, bootId: node.bootId } : null };
      });
    }
  }

  async function applyReport(from: NodeBoot, report: RoomReport): Promise<void> {
    const consultation = await repository.find(systemScope, report.consultationId);
    // What an older room has to say concerns nobody any more, and of a room only the node that holds it knows.
    const room = consultation?.room;
    if (!consultation || room?.id !== report.roomId) return;
    if (room.nodeId !== from.nodeId || room.bootId !== from.bootId) return;
    if (report.kind === 'room.closed' && consultation.liveAt)
      await cases.saveQuality(report.consultationId, report.quality);
    switch (report.kind) {
      case 'room.live':
        return steps.take(consultation.id, (one) => (one.state === 'accepted' ? { kind: 'connect' } : null));
      case 'peer.gone':
      case 'peer.back': {
        const lostAt = report.kind === 'peer.gone' ? clock.now() : null;
        return mark(consultation.id, (one) => {
          if (one.state !== 'live') return null;
          return report.role === 'citizen' ? { kioskLostAt: lostAt } : { specialistLostAt: lostAt };
        });
      }
      case 'room.closed':
        return mark(consultation.id, (one) => {
          if (one.state === 'live') return { nodeLostAt: one.nodeLostAt ?? clock.now() };
          return null;
        });
    }
  }

  return {
    kioskConnected: (id: KioskId) => markKiosk(id, null),
    kioskDisconnected: (id: KioskId) => markKiosk(id, clock.now()),
    specialistConnected: (id: AccountId) => markSpecialist(id, null),
    specialistDisconnected: (id: AccountId) => markSpecialist(id, clock.now()),

    /** After a start nobody is connected yet: all have their time to come back. */
    async everyoneDisconnected(): Promise<void> {
      const now = clock.now();
      for (const { id } of await repository.listOpen(systemScope)) {
        await mark(id, (one) => {
          if (one.state === 'live') return null;
          const needsSpecialist = one.state === 'offered' || one.state === 'accepted';
          return {
            kioskLostAt: one.kioskLostAt ?? now,
            ...(needsSpecialist && { specialistLostAt: one.specialistLostAt ?? now }),
          };
        });
      }
    },

    /** A node that is heard of again, on the same boot, has kept its rooms. @returns rooms there that nobody belongs in */
    async nodeHeard(nodeId: NodeId, bootId: NodeBootId, rooms: RoomId[]): Promise<RoomId[]> {
      const open = (await repository.listOpenOnNode(systemScope, nodeId)).filter((one) => one.room?.bootId === bootId);
      for (const one of open) {
        if (one.nodeLostAt && one.room && rooms.includes(one.room.id)) await mark(one.id, () => ({ nodeLostAt: null }));
      }
      return rooms.filter((room) => !open.some((one) => one.room?.id === room));
    },

    /** Takes a node's reports in order; one that came before changes nothing, nor does one about another node's room. */
    async take(from: NodeBoot, reports: RoomReport[]): Promise<void> {
      for (const report of reports) {
        await db.transaction(async () => {
          if (await nodes.rememberReport(report.id)) await applyReport(from, report);
        });
      }
    },

    count: async (states: ConsultationState[]): Promise<number> =>
      (await repository.listOpen(systemScope)).filter((one) => states.includes(one.state)).length,

    /** What time alone brings about. Bears being run by several servers at once. */
    async sweep(): Promise<void> {
      await settleRooms();
      for (const consultation of await repository.listOpen(systemScope)) {
        const due = (one: Consultation): ConsultationCommand | null => overdueCommand(one, clock.now(), patience);
        if (!due(consultation)) continue;
        logger.info(
          { consultationId: consultation.id, state: consultation.state },
          'time has run out for a step of a consultation',
        );
        await steps.take(consultation.id, due).catch((err) => {
          // One that cannot be helped now must not keep the others waiting; the next sweep tries it again.
          logger.error({ err, consultationId: consultation.id }, 'a consultation could not be moved on');
        });
      }
      const lines = [...(await calling.listInstitutionsWaiting()), ...(await repository.listInstitutionsWithLine())];
      for (const institutionId of new Set(lines)) await dispatch(institutionId);
    },
  };
}
export type Presence = ReturnType<typeof createPresence>;
