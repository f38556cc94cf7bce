import type { ContactPointId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { organisationScope } from '../db/scope.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import type { KiosksService } from '../kiosks/kiosks-service.ts';
import type { StoredAppointment } from './appointment-row.ts';

/** Which staff may see and change which appointments. To all others it is as if they were not there. */
export function createAppointmentAccess({ kiosks }: { kiosks: KiosksService }) {
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

    /** @throws ProblemError `not-found` for a contact point that is not the clerk's, or not the administrator's organisation's */
    async assertAtContactPoint(principal: StaffPrincipal, id: ContactPointId): Promise<void> {
      const scope = organisationScope(principal.organisationId);
      if (principal.role === 'clerk') return kiosks.assertServedBy(scope, principal.accountId, id);
    },
  };
}
export type AppointmentAccess = ReturnType<typeof createAppointmentAccess>;
