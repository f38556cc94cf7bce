import type { BookingWish } from '@remote-clerk/shared/contracts/appointments.ts';
import type { ContactPointId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { organisationScope, systemScope } from '../db/scope.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import type { KiosksService } from '../kiosks/kiosks-service.ts';
import type { CatalogueService } from '../organisations/catalogue-service.ts';
import type { ContactPointsService } from '../organisations/contact-points-service.ts';
import type { StoredAppointment } from './appointment-row.ts';

/** Books for an organisation as a whole: what is its, and what takes place at its contact points. */
const manages = ({ rights }: StaffPrincipal, organisationId: OrganisationId) =>
  rights.get('appointment.book')?.includes(organisationId) ?? false;

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
     * Clerks: those at their contact point, and those that they booked for somebody elsewhere. Others: those with
     * their institutions and at their contact points.
     * @throws ProblemError `not-found`
     */
    assertVisible: (principal: StaffPrincipal) => async (appointment: StoredAppointment) => {
      const { organisationId, accountId } = principal;
      if (principal.post !== 'clerk') {
        const { organisationId: of, hostOrganisationId: at } = appointment;
        if (manages(principal, of) || (at !== null && manages(principal, at))) return;
        throw new ProblemError('not-found');
      }
      if (appointment.bookedBy === accountId) return;
      const own = await kiosks.findContactPointOfClerk(organisationScope(organisationId), accountId);
      if (!own || own !== appointment.contactPointId) throw new ProblemError('not-found');
    },

    /**
     * Clerks book anywhere, as every citizen can; others with their own institutions or at their own contact points.
     * @throws ProblemError `not-found`
     */
    async assertMayBook(principal: StaffPrincipal, wish: BookingWish): Promise<void> {
      if (principal.post === 'clerk' || wish.contactPointId === null) return;
      const place = await contactPoints.get(systemScope, wish.contactPointId);
      if (manages(principal, place.organisationId)) return;
      const service = await catalogue.getOffered(wish.serviceId);
      if (!manages(principal, service.organisationId)) throw new ProblemError('not-found');
    },

    /** @throws ProblemError `not-found` for a contact point that is not the clerk's, or not of the organisations that one books for */
    async assertAtContactPoint(principal: StaffPrincipal, id: ContactPointId): Promise<void> {
      const scope = organisationScope(principal.organisationId);
      if (principal.post === 'clerk') return kiosks.assertServedBy(scope, principal.accountId, id);
    },
  };
}
export type AppointmentAccess = ReturnType<typeof createAppointmentAccess>;
