import type { BookingWish } from '@remote-clerk/shared/contracts/appointments.ts';
import type { ContactPointId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { organisationScope, systemScope } from '../db/scope.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import type { KiosksService } from '../kiosks/kiosks-service.ts';
import type { CatalogueService } from '../organisations/catalogue-service.ts';
import type { ContactPointsService } from '../organisations/contact-points-service.ts';
import type { StoredAppointment } from './appointment-row.ts';

/** Which staff may see and change which appointments. To all others it is as if they were not there. */
export function createAppointmentAccess({
  kiosks,
  contactPoints,
  catalogue,
}: {
  kiosks: KiosksService;
  contactPoints: ContactPointsService;
  catalogue: CatalogueService;
}) {
  return {
    /**
     * Clerks: those at their contact point, and those that they booked for somebody elsewhere. Administrators: those with
     * their institutions and at their contact points.
     * @throws ProblemError `not-found`
     */
    assertVisible: (principal: StaffPrincipal) => async (appointment: StoredAppointment) => {
      const { organisationId, accountId, role } = principal;
      if (role === 'administrator') {
        if (appointment.organisationId === organisationId || appointment.hostOrganisationId === organisationId) return;
        throw new ProblemError('not-found');
      }
      if (appointment.bookedBy === accountId) return;
      const own = await kiosks.findContactPointOfClerk(organisationScope(organisationId), accountId);
      if (!own || own !== appointment.contactPointId) throw new ProblemError('not-found');
    },

    /**
     * Clerks book anywhere, as every citizen can; administrators with their own institutions or at their own contact points.
     * @throws ProblemError `not-found`
     */
    async assertMayBook({ role, organisationId }: StaffPrincipal, wish: BookingWish): Promise<void> {
      if (role === 'clerk' || wish.contactPointId === null) return;
      const place = await contactPoints.get(systemScope, wish.contactPointId);
      if (place.organisationId === organisationId) return;
      const service = await catalogue.getOffered(wish.serviceId);
      if (service.organisationId !== organisationId) throw new ProblemError('not-found');
    },

    /** @throws ProblemError `not-found` for a contact point that is not the clerk's, or not the administrator's organisation's */
    async assertAtContactPoint(principal: StaffPrincipal, id: ContactPointId): Promise<void> {
      const scope = organisationScope(principal.organisationId);
      if (principal.role === 'clerk') return kiosks.assertServedBy(scope, principal.accountId, id);
    },
  };
}
export type AppointmentAccess = ReturnType<typeof createAppointmentAccess>;
