import type { BookingWish } from '@remote-clerk/shared/contracts/appointments.ts';
import { type AccountId, AppointmentId, type OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { holdMs } from '@remote-clerk/shared/domain/scheduling/appointment.ts';
import { addMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { systemScope } from '../db/scope.ts';
import type { CatalogueEntry, CatalogueService } from '../organisations/catalogue-service.ts';
import type { ContactPoint, ContactPointsService } from '../organisations/contact-points-service.ts';
import { createReadableCode } from '../readable-code.ts';
import type { StoredAppointment } from './appointment-row.ts';
import type { Placement } from './placing.ts';

/** Through whom an appointment comes about. */
export type Booker = {
  through: StoredAppointment['bookedThrough'];
  accountId: AccountId | null;
  /** Whose contact point or clerk it is; the contact point's own counts first. */
  organisationId: OrganisationId | null;
};

type Target = { service: CatalogueEntry; place: ContactPoint | null };

type Needs = Pick<Context, 'clock' | 'ids'> & { catalogue: CatalogueService; contactPoints: ContactPointsService };

const wrong = (pointer: string, detail: string) =>
  new ProblemError('invalid-request', undefined, { fields: [{ pointer, detail }] });

/** What an appointment is at first: a hold of a service at a place. */
export function createNewAppointments({ clock, ids, catalogue, contactPoints }: Needs) {
  return {
    /** @throws ProblemError `invalid-request`, naming what cannot be booked that way; `not-found` */
    async targetOf({
      serviceId,
      channel,
      contactPointId,
    }: Pick<BookingWish, 'serviceId' | 'channel' | 'contactPointId'>): Promise<Target> {
      const service = await catalogue.getOffered(serviceId);
      if (!service.channels.includes(channel)) throw wrong('/body/channel', 'This service cannot be booked that way');
      if (channel === 'telephone') return { service, place: null };
      if (!contactPointId) throw wrong('/body/contactPointId', 'Say where it is to be');
      return { service, place: await contactPoints.get(systemScope, contactPointId) };
    },

    make: (wish: BookingWish, { service, place }: Target, by: Booker, placement: Placement): StoredAppointment => ({
      id: AppointmentId.parse(ids.uuid()),
      organisationId: service.organisationId,
      hostOrganisationId: place?.organisationId ?? by.organisationId,
      institutionId: service.institution.id,
      serviceId: service.id,
      contactPointId: place?.id ?? null,
      channel: wish.channel,
      language: wish.language,
      state: 'pending',
      version: 1,
      sequence: 0,
      // One of 3.5 × 10¹³: whoever has it may act for the citizen, and guessing is slowed down.
      code: createReadableCode(9),
      heldUntil: addMilliseconds(clock.now(), holdMs),
      citizen: null,
      note: '',
      bookedThrough: by.through,
      bookedBy: by.accountId,
      seriesId: null,
      cancelReason: null,
      createdAt: clock.now(),
      arrivedAt: null,
      closedAt: null,
      ...placement,
    }),
  };
}
export type NewAppointments = ReturnType<typeof createNewAppointments>;
