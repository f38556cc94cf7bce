import type { Operations } from '@remote-clerk/shared/contracts/http/operations.ts';
import type { SelfTestVerdict } from '@remote-clerk/shared/contracts/self-test.ts';
import { absencesOf } from '../consultations/present-views.ts';
import type { Context } from '../context.ts';
import type { OrganisationScope } from '../db/scope.ts';
import type { Kiosk, KiosksService } from '../kiosks/kiosks-service.ts';
import { summarizeSelfTest } from '../kiosks/self-test-summary.ts';
import type { NodesService } from '../nodes/nodes-service.ts';
import { createOperationsRepository } from './operations-repository.ts';

type Needs = Pick<Context, 'db' | 'clock'> & { nodes: NodesService; kiosks: Pick<KiosksService, 'list'> };

const trouble = { failed: 3, poor: 2, 'not-run': 1, well: 0 } as const satisfies Record<SelfTestVerdict, number>;

/** The more, the sooner somebody should look: one that is switched off before one whose camera is poor. */
export function troubleOf({ online, selfTest }: Pick<Kiosk, 'online' | 'selfTest'>): number {
  return (online ? 0 : 4) + trouble[selfTest ? summarizeSelfTest(selfTest).verdict : 'not-run'];
}

/** How the installation is now, for those who keep it running. */
export function createOperationsService({ db, clock, nodes, kiosks }: Needs) {
  const repository = createOperationsRepository(db);
  return {
    async read(scope: OrganisationScope): Promise<Operations> {
      const all = await nodes.list();
      const rooms = new Map(
        all.flatMap((node) =>
          nodes.stateOf(node) === 'silent' ? [] : node.rooms.map((room) => [`${node.bootId} ${room.roomId}`, room]),
        ),
      );
      const open = await repository.listOpen(scope);
      const own = await kiosks.list(scope);
      return {
        asOf: clock.now(),
        nodes: all
          .map((node) => ({
            id: node.id,
            bootId: node.bootId,
            url: node.url,
            state: nodes.stateOf(node),
            lastSeenAt: node.lastSeenAt,
            load: node.load,
          }))
          .toSorted((a, b) => a.id.localeCompare(b.id)),
        calls: open.map((one) => {
          const figures = one.room && rooms.get(`${one.room.bootId} ${one.room.id}`);
          return {
            consultationId: one.id,
            caseNumber: one.caseNumber,
            state: one.state,
            service: one.service,
            contactPoint: one.contactPoint,
            since: one.liveAt ?? one.acceptedAt ?? one.askedAt,
            nodeId: one.room?.nodeId ?? null,
            peers: figures?.peers ?? 0,
            away: absencesOf(one),
            quality: figures?.quality ?? null,
          };
        }),
        kiosks: own
          .toSorted((a, b) => troubleOf(b) - troubleOf(a) || a.name.localeCompare(b.name, 'lv'))
          .map((kiosk) => ({
            id: kiosk.id,
            name: kiosk.name,
            contactPoint: kiosk.contactPoint.name,
            online: kiosk.online,
            selfTest: kiosk.selfTest,
          })),
      };
    },
  };
}
export type OperationsService = ReturnType<typeof createOperationsService>;
