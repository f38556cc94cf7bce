import type { Slot } from '@remote-clerk/shared/contracts/appointments.ts';
import type { SlotQuery } from '@remote-clerk/shared/contracts/http/appointments.ts';
import {
  addDays,
  dateAt,
  earlierOf,
  laterOf,
  type PlainDate,
} from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { findStarts, timesOf } from '@remote-clerk/shared/domain/scheduling/slots.ts';
import { createWallClock } from '@remote-clerk/shared/domain/scheduling/wall-clock.ts';
import { epochMilliseconds, instantFrom } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { systemScope } from '../db/scope.ts';
import type { CatalogueEntry, CatalogueService } from '../organisations/catalogue-service.ts';
import type { ContactPoint, ContactPointsService } from '../organisations/contact-points-service.ts';
import type { Specialist, SpecialistsService } from '../specialists/specialists-service.ts';
import type { BookingDays } from './booking-days.ts';
import { nearTo } from './near.ts';

type Needs = Pick<Context, 'clock'> & {
  days: BookingDays;
  catalogue: CatalogueService;
  contactPoints: ContactPointsService;
  specialists: SpecialistsService;
};

/** The zone in which the days of a search are, where it is about no contact point. */
const usualTimeZone = 'Europe/Riga';

/** Who can be booked for a service in a language; with a name, that one only. */
export const ableTo = (staff: readonly Specialist[], serviceId: string, language: string, id?: string | null) =>
  staff.filter(
    (one) =>
      one.skills.has(serviceId) && one.languages.has(language) && (id === undefined || id === null || one.id === id),
  );

/** Finds times that can be booked, the soonest first. */
export function createSlotSearch({ clock, days, catalogue, contactPoints, specialists }: Needs) {
  async function servicesOf(query: SlotQuery): Promise<CatalogueEntry[]> {
    const services = query.serviceId
      ? [await catalogue.getOffered(query.serviceId)]
      : (await catalogue.listServices(systemScope)).filter(
          ({ institution }) => query.institutionId === undefined || institution.id === query.institutionId,
        );
    return services.filter((service) => service.channels.includes(query.channel));
  }

  async function placesOf(query: SlotQuery): Promise<(ContactPoint | null)[]> {
    if (query.channel === 'telephone') return [null];
    if (!query.contactPointId) return contactPoints.list(systemScope);
    const chosen = await contactPoints.get(systemScope, query.contactPointId);
    return query.near ? nearTo(chosen, await contactPoints.list(systemScope)) : [chosen];
  }

  /** All times from one day to another, counted by how many specialists are free. */
  async function searchDays(query: SlotQuery, first: PlainDate, last: PlainDate, staff: Map<string, Specialist[]>) {
    const now = epochMilliseconds(clock.now());
    const found = new Map<string, Slot>();
    for (const place of await placesOf(query)) {
      const wall = createWallClock(place?.timeZone ?? usualTimeZone);
      const span = { from: Math.max(now, wall.day(first).from), until: wall.day(last).until };
      if (span.from >= span.until) continue;
      for (const service of await servicesOf(query)) {
        const able = ableTo(staff.get(service.institution.id) ?? [], service.id, query.language, query.specialistId);
        const ask = { channel: query.channel, place, span, needsDocumentCamera: service.needsDocumentCamera };
        const kiosks = await days.readKiosks(ask);
        const taken = kiosks?.map((kiosk) => kiosk.taken) ?? null;
        for (const { day, limits } of await days.read({ ...ask, specialists: able })) {
          const wish = { terms: service, limits, now };
          for (const start of findStarts(day, taken, wish)) {
            if (start < span.from || start >= span.until) continue;
            const key = `${start} ${service.id} ${place?.id}`;
            const slot = found.get(key) ?? {
              startsAt: instantFrom(start),
              endsAt: instantFrom(timesOf(start, wish).served.until),
              serviceId: service.id,
              contactPointId: place?.id ?? null,
              free: 0,
            };
            found.set(key, { ...slot, free: slot.free + 1 });
          }
        }
      }
    }
    return [...found.values()];
  }

  return {
    /**
     * Looks at a day, then at twice as many, and so on, until there are enough: most who ask want the next free time.
     * @throws ProblemError `not-found` for a service or contact point that there is none of
     */
    async find(query: SlotQuery): Promise<{ slots: Slot[]; continueOn: PlainDate | null }> {
      const services = await servicesOf(query);
      const staff = new Map<string, Specialist[]>();
      for (const { institution } of services) {
        if (!staff.has(institution.id))
          staff.set(institution.id, await specialists.listOfInstitution(systemScope, institution.id));
      }
      const today = dateAt(epochMilliseconds(clock.now()), usualTimeZone);
      let first = laterOf(query.firstDay, today);
      const slots: Slot[] = [];
      for (let width = 1; first <= query.lastDay && slots.length < query.limit; width *= 2) {
        const end = addDays(first, width - 1);
        const last = earlierOf(end, query.lastDay);
        slots.push(...(await searchDays(query, first, last, staff)));
        first = addDays(last, 1);
      }
      slots.sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0));
      const next = slots[query.limit];
      if (next)
        return {
          slots: slots.slice(0, query.limit),
          continueOn: dateAt(epochMilliseconds(next.startsAt), usualTimeZone),
        };
      return { slots, continueOn: first <= query.lastDay ? first : null };
    },
  };
}
export type SlotSearch = ReturnType<typeof createSlotSearch>;
