import type { CloseOrder, RoomFigures, RoomReport } from '@remote-clerk/shared/contracts/node/messages.ts';
import {
  type ConsultationCommand,
  type ConsultationState,
  defaultPatience,
  overdueCommand,
  type PatiencePolicy,
} from '@remote-clerk/shared/domain/consultation.ts';
import type { AccountId, KioskId, RoomId } from '@remote-clerk/shared/domain/ids.ts';
import { addMilliseconds, type Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { systemScope } from '../db/scope.ts';
import type { KiosksService } from '../kiosks/kiosks-service.ts';
import type { NodeBoot, NodesService } from '../nodes/nodes-service.ts';
import type { Calling } from '../queue/calling.ts';
import type { ServiceCasesService } from '../service-cases/service-cases-service.ts';
import type { SpecialistsService } from '../specialists/specialists-service.ts';
import type { Consultation } from './consultation-row.ts';
import type { ConsultationsRepository } from './consultations-repository.ts';
import type { Dispatch } from './dispatch.ts';
import type { Moving } from './moving.ts';
import type { Steps } from './steps.ts';

type Marks = Partial<Pick<Consultation, 'kioskLostAt' | 'specialistLostAt' | 'nodeLostAt' | 'room'>>;

const everyonePresent = { kioskLostAt: null, specialistLostAt: null, nodeLostAt: null } satisfies Marks;

type Needs = Pick<Context, 'db' | 'clock' | 'logger'> & {
  repository: ConsultationsRepository;
  steps: Steps;
  nodes: NodesService;
  moving: Moving;
  cases: ServiceCasesService;
  kiosks: Pick<KiosksService, 'get'>;
  specialists: Pick<SpecialistsService, 'find'>;
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
    logger,
    repository,
    steps,
    nodes,
    moving,
    cases,
    kiosks,
    specialists,
    calling,
    dispatch,
    changed,
    patience = defaultPatience,
  } = needs;

  /** Writes marks down when they say something new; a consultation that is over or has moved on is left alone. */
  async function mark(
    id: Consultation['id'],
    marks: (consultation: Consultation) => Marks | null | Promise<Marks | null>,
  ): Promise<void> {
    await db.transaction(async () => {
      const consultation = await repository.getLocked(systemScope, id);
      const set = consultation.endedAt === null ? await marks(consultation) : null;
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

  /** Whom the socket to this server speaks for while the media node is away: the two talk directly then. */
  async function marksWithoutNode(one: Consultation): Promise<Marks> {
    const now = clock.now();
    if (one.state !== 'live') return { nodeLostAt: one.nodeLostAt ?? now };
    const kiosk = await kiosks.get(systemScope, one.kioskId);
    const specialist = one.specialistId && (await specialists.find(systemScope, one.specialistId));
    return {
      nodeLostAt: one.nodeLostAt ?? now,
      kioskLostAt: kiosk.online ? null : (one.kioskLostAt ?? now),
      specialistLostAt: specialist && specialist.connectionId !== null ? null : (one.specialistLostAt ?? now),
    };
  }

  /**
   * Before the call, a room that can be entered: another one when its node is gone or goes. In the call nothing is moved from
   * here: its ends ask for it when they cannot get on.
   */
  async function settleRooms(): Promise<void> {
    const healthy = await nodes.listHealthy();
    for (const { id, room, state } of await repository.listOpen(systemScope)) {
      const there = healthy.find((node) => node.id === room?.nodeId && node.bootId === room.bootId);
      if (state === 'accepted' || state === 'live') {
        if (!there) await mark(id, async (one) => (one.state === state ? marksWithoutNode(one) : null));
        continue;
      }
      if (there && nodes.stateOf(there) === 'serving') continue;
      const node = await nodes.place();
      if (!node && (there || room === null)) continue;
      await db.transaction(async () => {
        const one = await repository.getLocked(systemScope, id);
        // It was accepted, was moved or is over meanwhile.
        if (one.state !== state || one.room?.id !== room?.id) return;
        if (node) return void (await moving.move(one, node));
        const after = await repository.update({ ...one, room: null });
        await db.afterCommit(() => changed(after));
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
        if (consultation.state !== 'live')
          return steps.take(consultation.id, (one) => (one.state === 'accepted' ? { kind: 'connect' } : null));
        // Both are in the room that it was moved to.
        return mark(consultation.id, (one) => (one.room?.id === report.roomId ? everyonePresent : null));
      case 'peer.gone':
      case 'peer.back': {
        const lostAt = report.kind === 'peer.gone' ? clock.now() : null;
        return mark(consultation.id, (one) => {
          if (one.state !== 'live' || one.room?.id !== report.roomId) return null;
          return report.role === 'citizen' ? { kioskLostAt: lostAt } : { specialistLostAt: lostAt };
        });
      }
      case 'room.closed': {
        // Of what was in it nothing is there any more; the ends come back into a new one.
        const now = clock.now();
        return mark(consultation.id, (one) => {
          if (one.state !== 'live' || one.room?.id !== report.roomId) return null;
          return { kioskLostAt: one.kioskLostAt ?? now, specialistLostAt: one.specialistLostAt ?? now };
        });
      }
    }
  }

  /** Since when there was nothing in the way of hearing from everyone. What was silent before then may only not have been heard. */
  let listeningSince: Instant | undefined;
  let outage = false;

  async function beginAnew(): Promise<void> {
    await nodes.giveTime();
    listeningSince = clock.now();
    // What was to be shown meanwhile was not.
    for (const open of await repository.listOpen(systemScope)) await changed(open);
  }

  function due(one: Consultation): ConsultationCommand | null {
    const since = <At extends Instant | null>(at: At, graceMs = 0) => {
      const earliest = listeningSince && addMilliseconds(listeningSince, graceMs);
      return at !== null && earliest && at < earliest ? earliest : at;
    };
    const heard = {
      ...one,
      kioskLostAt: since(one.kioskLostAt),
      specialistLostAt: since(one.specialistLostAt),
      nodeLostAt: since(one.nodeLostAt),
      acceptedAt: since(one.acceptedAt),
      offerExpiresAt: since(one.offerExpiresAt, patience.specialistLostMs),
    };
    return overdueCommand(heard, clock.now(), patience);
  }

  /** Takes the steps that are due, and matches the lines. */
  async function judge(): Promise<void> {
    for (const consultation of await repository.listOpen(systemScope)) {
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
  }

  return {
    kioskConnected: (id: KioskId) => markKiosk(id, null),
    kioskDisconnected: (id: KioskId) => markKiosk(id, clock.now()),
    specialistConnected: (id: AccountId) => markSpecialist(id, null),
    specialistDisconnected: (id: AccountId) => markSpecialist(id, clock.now()),

    /** After a start nobody is connected yet: all have their time to come back. */
    async everyoneDisconnected(): Promise<void> {
      const now = clock.now();
      listeningSince = now;
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

    /**
     * A node that is heard of again, on the same boot, has kept its rooms. @returns what it is to do with rooms in which nobody
     * belongs: whoever is told that it was moved asks for a ticket, and learns there when all is over
     */
    async nodeHeard({ nodeId, bootId }: NodeBoot, rooms: RoomFigures[]): Promise<CloseOrder[]> {
      const open = (await repository.listOpenOnNode(systemScope, nodeId)).filter((one) => one.room?.bootId === bootId);
      for (const one of open) {
        const figures = one.nodeLostAt && rooms.find(({ roomId }) => roomId === one.room?.id);
        if (figures) await mark(one.id, () => (figures.peers >= 2 ? everyonePresent : { nodeLostAt: null }));
      }
      const strange = rooms.map(({ roomId }) => roomId).filter((id) => !open.some((one) => one.room?.id === id));
      if (strange.length === 0) return [];
      const over = await repository.listRoomsOfEnded(nodeId, strange);
      return strange.map((roomId) => ({ roomId, reason: over.has(roomId) ? 'ended' : 'moved' }));
    },

    /** Those on the node who are on hold, or not: for one that may have missed it. */
    async listHolds({ nodeId, bootId }: NodeBoot): Promise<{ roomId: RoomId; held: boolean }[]> {
      const open = await repository.listOpenOnNode(systemScope, nodeId);
      return open.flatMap(({ room, state, heldAt }) =>
        room?.bootId === bootId && state === 'live' ? { roomId: room.id, held: heldAt !== null } : [],
      );
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
      try {
        if (outage) await beginAnew();
        outage = false;
        await settleRooms();
        await judge();
      } catch (error) {
        outage = true;
        throw error;
      }
    },
  };
}
export type Presence = ReturnType<typeof createPresence>;
