import type { ConsultationId, InvitationId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { StaffRequest } from '../audit/audit.ts';
import type { ConsultationAccess } from '../consultations/consultation-access.ts';
import type { ConsultationLookup } from '../consultations/consultation-lookup.ts';
import type { Steps } from '../consultations/steps.ts';
import type { Context } from '../context.ts';
import { isDuplicate } from '../db/retry.ts';
import { type OrganisationScope, systemScope } from '../db/scope.ts';
import type { SpecialistsService } from '../specialists/specialists-service.ts';
import type { Guests } from './guests.ts';
import type { InvitationsRepository } from './invitations-repository.ts';

type Needs = Pick<Context, 'db' | 'audit'> & {
  invitations: InvitationsRepository;
  guests: Guests;
  access: ConsultationAccess;
  consultations: ConsultationLookup;
  specialists: SpecialistsService;
  steps: Steps;
};

/**
 * Warm: a colleague of the same institution who is in the call becomes its specialist, with case and notes, and comes in as
 * that; the one who had it is free to write down what there is.
 * @returns a function that throws ProblemError `illegal-transition` for somebody who cannot take it over, `specialist-busy` for
 *   one who is in a call of their own
 */
export function createHandOver({ db, audit, invitations, guests, access, consultations, specialists, steps }: Needs) {
  return async function handOver(
    scope: OrganisationScope,
    request: StaffRequest,
    id: ConsultationId,
    invitationId: InvitationId,
  ): Promise<void> {
    await db.transaction(async () => {
      const consultation = await access.ownOf(scope, request.principal, id);
      const invitation = await invitations.get(scope, invitationId);
      if (invitation.consultationId !== id) throw new ProblemError('not-found');
      const { accountId: specialistId } = invitation;
      if (invitation.state !== 'joined' || !specialistId)
        throw new ProblemError('illegal-transition', 'They are not in the call, or have no desk of their own');
      if (invitation.institutionId !== consultation.institutionId)
        throw new ProblemError('illegal-transition', 'They serve another institution');
      if (await consultations.findEngaging(systemScope, specialistId)) throw new ProblemError('specialist-busy');
      const ringing = await consultations.findRinging(systemScope, specialistId);
      const ring = ringing && (await consultations.getLocked(systemScope, ringing.id));
      // They may have answered it while it was waited for: then the index refuses what follows.
      if (ring?.offeredTo === specialistId) await steps.apply(ring, { kind: 'decline', specialistId });
      await db
        .transaction(() => steps.apply(consultation, { kind: 'hand-over', specialistId }))
        .catch((error) => {
          throw isDuplicate(error) ? new ProblemError('specialist-busy') : error;
        });
      await specialists.endWrapUp(specialistId);
      await guests.becomeSpecialist(consultation, invitation);
      await audit.recordStaff(request, 'consultation.hand-over', { kind: 'consultation', id });
    });
  };
}
export type HandOver = ReturnType<typeof createHandOver>;
