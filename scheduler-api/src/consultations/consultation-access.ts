import type { ConsultationId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { canServe } from '@remote-clerk/shared/domain/waiting-line.ts';
import type { OrganisationScope } from '../db/scope.ts';
import type { GuestPrincipal, KioskPrincipal, StaffPrincipal } from '../http/principal.ts';
import type { SpecialistsService } from '../specialists/specialists-service.ts';
import type { Consultation } from './consultation-row.ts';
import type { ConsultationsRepository } from './consultations-repository.ts';

type Needs = { repository: ConsultationsRepository; specialists: SpecialistsService };

/** Reads and locks a consultation for someone whom it concerns; for everyone else it is as if it were not there. */
export function createConsultationAccess({ repository, specialists }: Needs) {
  /** @throws ProblemError `not-found` for a consultation at another kiosk */
  async function atKiosk(scope: OrganisationScope, kiosk: KioskPrincipal, id: ConsultationId): Promise<Consultation> {
    const consultation = await repository.getLocked(scope, id);
    if (consultation.kioskId !== kiosk.kioskId) throw new ProblemError('not-found');
    return consultation;
  }

  /** @throws ProblemError `not-found` for what this specialist could never serve, unless it is theirs */
  async function forSpecialist(
    scope: OrganisationScope,
    staff: StaffPrincipal,
    id: ConsultationId,
  ): Promise<Consultation> {
    const consultation = await repository.getLocked(scope, id);
    if (consultation.specialistId === staff.accountId) return consultation;
    const specialist = await specialists.get(scope, staff.accountId);
    if (specialist.institutionId !== consultation.institutionId || !canServe(specialist, consultation)) {
      throw new ProblemError('not-found');
    }
    return consultation;
  }

  /** @throws ProblemError `not-found` for one that another has, or nobody */
  async function ownOf(scope: OrganisationScope, staff: StaffPrincipal, id: ConsultationId): Promise<Consultation> {
    const consultation = await forSpecialist(scope, staff, id);
    if (consultation.specialistId !== staff.accountId) throw new ProblemError('not-found');
    return consultation;
  }

  /** @throws ProblemError `not-found` for another one than they were asked into */
  async function forGuest(scope: OrganisationScope, guest: GuestPrincipal, id: ConsultationId): Promise<Consultation> {
    if (guest.consultationId !== id) throw new ProblemError('not-found');
    return repository.getLocked(scope, id);
  }

  return { atKiosk, forSpecialist, ownOf, forGuest };
}
export type ConsultationAccess = ReturnType<typeof createConsultationAccess>;
