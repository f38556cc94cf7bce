import type { ConsultationId, KioskId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { StaffRequest } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { type OrganisationScope, systemScope } from '../db/scope.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import type { KiosksService } from '../kiosks/kiosks-service.ts';
import type { NodesService } from '../nodes/nodes-service.ts';
import type { ServiceCasesService } from '../service-cases/service-cases-service.ts';
import type { ConsultationAccess } from './consultation-access.ts';
import type { Consultation } from './consultation-row.ts';
import type { ConsultationsRepository } from './consultations-repository.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'audit'> & {
  repository: ConsultationsRepository;
  access: ConsultationAccess;
  nodes: NodesService;
  cases: ServiceCasesService;
  kiosks: KiosksService;
  changed: (consultation: Consultation) => Promise<void>;
};

/** What a specialist does in a call beside talking: hold the citizen, call for help. */
export function createCallCare({ db, clock, audit, repository, access, nodes, cases, kiosks, changed }: Needs) {
  async function getLive(scope: OrganisationScope, staff: StaffPrincipal, id: ConsultationId): Promise<Consultation> {
    const consultation = await access.ownOf(scope, staff, id);
    if (consultation.state !== 'live') throw new ProblemError('illegal-transition', 'There is no call now');
    return consultation;
  }
  const by = ({ accountId }: StaffPrincipal) => ({ kind: 'specialist' as const, id: accountId });

  return {
    /** Saying again what is so already changes nothing. @throws ProblemError `illegal-transition` outside of the call */
    async hold(scope: OrganisationScope, staff: StaffPrincipal, id: ConsultationId, held: boolean): Promise<void> {
      await db.transaction(async () => {
        const consultation = await getLive(scope, staff, id);
        if ((consultation.heldAt !== null) === held) return;
        const after = await repository.update({ ...consultation, heldAt: held ? clock.now() : null });
        await cases.step(id, held ? 'held' : 'resumed', by(staff));
        await db.afterCommit(() => {
          if (after.room) nodes.holdRoom(after.room.nodeId, { roomId: after.room.id, held });
          return changed(after);
        });
      });
    },

    /** Calls the contact point's staff to the kiosk. @throws ProblemError `illegal-transition` outside of the call */
    async callEmergency(scope: OrganisationScope, request: StaffRequest, id: ConsultationId): Promise<void> {
      await db.transaction(async () => {
        const consultation = await getLive(scope, request.principal, id);
        if (consultation.emergencyAt !== null) return;
        const after = await repository.update({ ...consultation, emergencyAt: clock.now() });
        await cases.step(id, 'emergency', by(request.principal));
        await audit.recordStaff(request, 'consultation.emergency', { kind: 'consultation', id });
        await db.afterCommit(() => changed(after));
      });
    },

    /** Somebody has come to the kiosk. @throws ProblemError `not-found` for a kiosk of another contact point */
    async answerEmergency(scope: OrganisationScope, request: StaffRequest, kioskId: KioskId): Promise<void> {
      await db.transaction(async () => {
        await kiosks.getServedBy(scope, request.principal.accountId, kioskId);
        const shown = await repository.findAtKiosk(systemScope, kioskId);
        if (!shown?.emergencyAt) return;
        const consultation = await repository.getLocked(systemScope, shown.id);
        const after = await repository.update({ ...consultation, emergencyAt: null });
        await audit.recordStaff(request, 'consultation.answer-emergency', { kind: 'kiosk', id: kioskId });
        await db.afterCommit(() => changed(after));
      });
    },
  };
}
export type CallCare = ReturnType<typeof createCallCare>;
