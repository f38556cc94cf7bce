import type { Orphan } from '@remote-clerk/shared/contracts/http/schedules.ts';
import { addDays, dateAt, laterOf } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { findStarts } from '@remote-clerk/shared/domain/scheduling/slots.ts';
import { epochMilliseconds, instantFrom } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { systemScope } from '../db/scope.ts';
import type { CatalogueService } from '../organisations/catalogue-service.ts';
import type { ContactPointsService } from '../organisations/contact-points-service.ts';
import type { SpecialistsService } from '../specialists/specialists-service.ts';
import type { StoredAppointment } from './appointment-row.ts';
import { type BookingDays, takenTimes } from './booking-days.ts';
import { ableTo } from './slot-search.ts';

/** How many other times are proposed, and how many days around the present one are looked at. */
const proposed = 3;
const daysAround = 7;

type Needs = Pick<Context, 'clock'> & {
  days: BookingDays;
  catalogue: CatalogueService;
  contactPoints: ContactPointsService;
  specialists: SpecialistsService;
};

/** Where an appointment that cannot stay could go. */
export function createProposals({ clock, days, catalogue, contactPoints, specialists }: Needs) {
  return {
    /** The free times nearest to the present one, with the same specialist before others at the same distance. */
    async forAppointment(appointment: StoredAppointment): Promise<Orphan['proposals']> {
      const { channel, contactPointId, language, specialistId } = appointment;
      const service = await catalogue.getOffered(appointment.serviceId);
      const place = contactPointId ? await contactPoints.get(systemScope, contactPointId) : null;
      const staff = await specialists.listOfInstitution(systemScope, service.institution.id);
      const now = epochMilliseconds(clock.now());
      const present = epochMilliseconds(appointment.startsAt);
      const date = dateAt(present, 'UTC');
      const from = Math.max(now, Date.parse(laterOf(addDays(date, -daysAround), dateAt(now, 'UTC'))));
      const span = { from, until: Date.parse(addDays(date, daysAround + 1)) };
      const able = ableTo(staff, service.id, language);
      const frame = await days.frame({ service, channel, place, specialists: able });
      const { days: read, kiosks } = await days.read(frame, span, appointment.id);
      const taken = takenTimes(kiosks);
      const found = read.flatMap(({ day, limits, ...one }) =>
        findStarts(day, taken, { terms: service, limits, now }).map((start) => ({ ...one, start })),
      );
      const distance = (start: number) => Math.abs(start - present);
      return found
        .toSorted(
          (a, b) =>
            distance(a.start) - distance(b.start) ||
            Number(b.specialistId === specialistId) - Number(a.specialistId === specialistId),
        )
        .slice(0, proposed)
        .map((one) => ({
          startsAt: instantFrom(one.start),
          specialist: { id: one.specialistId, name: staff.find(({ id }) => id === one.specialistId)?.name ?? '' },
        }));
    },
  };
}
export type Proposals = ReturnType<typeof createProposals>;
