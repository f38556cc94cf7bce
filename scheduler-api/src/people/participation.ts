import type { CallRole } from '@remote-clerk/shared/contracts/call-ticket.ts';
import type { ConsultationId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { ConsultationLookup } from '../consultations/consultation-lookup.ts';
import type { Consultation } from '../consultations/consultation-row.ts';
import { type OrganisationScope, systemScope } from '../db/scope.ts';
import type { GuestPrincipal, KioskPrincipal, StaffPrincipal } from '../http/principal.ts';
import type { KiosksService } from '../kiosks/kiosks-service.ts';

/** Who someone is in a consultation, as the others in it see them. */
type Part = { consultation: Consultation; as: { role: CallRole; id: string; name: string } };

type Needs = { consultations: ConsultationLookup; kiosks: Pick<KiosksService, 'get'> };

/** Who takes part in a consultation: the kiosk that it is at, the specialist whose it is, and those who were asked in. */
export function createParticipation({ consultations, kiosks }: Needs) {
  return {
    /** @throws ProblemError `not-found` for whoever has no part in it */
    async get(
      scope: OrganisationScope,
      principal: KioskPrincipal | StaffPrincipal | GuestPrincipal,
      id: ConsultationId,
    ): Promise<Part> {
      const consultation = await consultations.find(scope, id);
      if (!consultation) throw new ProblemError('not-found');
      switch (principal.kind) {
        case 'kiosk': {
          if (consultation.kioskId !== principal.kioskId) throw new ProblemError('not-found');
          const { contactPoint } = await kiosks.get(systemScope, principal.kioskId);
          return { consultation, as: { role: 'citizen', id: principal.kioskId, name: contactPoint.name } };
        }
        case 'staff':
          if (consultation.specialistId !== principal.accountId) throw new ProblemError('not-found');
          return { consultation, as: { role: 'specialist', id: principal.accountId, name: principal.displayName } };
        case 'guest':
          if (consultation.id !== principal.consultationId) throw new ProblemError('not-found');
          return {
            consultation,
            as: { role: principal.guestRole, id: principal.invitationId, name: principal.name },
          };
      }
    },
  };
}
export type Participation = ReturnType<typeof createParticipation>;
