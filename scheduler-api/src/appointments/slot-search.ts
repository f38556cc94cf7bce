import type { Slot } from '@remote-clerk/shared/contracts/appointments.ts';
import type { SlotQuery } from '@remote-clerk/shared/contracts/http/appointments.ts';
import type { InstitutionId } from '@remote-clerk/shared/domain/ids.ts';
import {
  addDays,
  dateAt,
  earlierOf,
  laterOf,
  type PlainDate,
  usualTimeZone,
} from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { findStarts } from '@remote-clerk/shared/domain/scheduling/slots.ts';
import { createWallClock } from '@remote-clerk/shared/domain/scheduling/wall-clock.ts';
import { epochMilliseconds, instantFrom } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { systemScope } from '../db/scope.ts';
import type { CatalogueEntry, CatalogueService } from '../organisations/catalogue-service.ts';
import type { ContactPoint, ContactPointsService } from '../organisations/contact-points-service.ts';
import type { Specialist, SpecialistsService } from '../specialists/specialists-service.ts';
import { type BookingDays, type BookingFrame, takenTimes } from './booking-days.ts';
import { nearTo } from './near.ts';

type Needs = Pick<Context, 'clock'> & {
  days: BookingDays;
  catalogue: CatalogueService;
  contactPoints: ContactPointsService;
  specialists: SpecialistsService;
};

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
  async function searchDays(frame: BookingFrame, first: PlainDate, last: PlainDate): Promise<Slot[]> {
    const now = epochMilliseconds(clock.now());
    const { service, place } = frame;
    const wall = createWallClock(place?.timeZone ?? usualTimeZone);
    const span = { from: Math.max(now, wall.day(first).from), until: wall.day(last).until };
    if (span.from >= span.until) return [];
    const { days: read, kiosks } = await days.read(frame, span);
    const taken = takenTimes(kiosks);
    const free = new Map<number, number>();
    for (const { day, limits } of read) {
      for (const start of findStarts(day, taken, { terms: service, limits, now })) {
        if (start >= span.from && start < span.until) free.set(start, (free.get(start) ?? 0) + 1);
      }
    }
    return [...free].map(([start, count]) => ({
      startsAt: instantFrom(start),
      endsAt: instantFrom(start + service.minutes * 60_000),
      serviceId: service.id,
      contactPointId: place?.id ?? null,
      free: count,
    }));
  }

  /** Looks at a day, then at twice as many, and so on, until there are enough: most who ask want the next free time. */
  async function soonest(frames: readonly BookingFrame[], ask: Pick<SlotQuery, 'firstDay' | 'lastDay' | 'limit'>) {
    const today = dateAt(epochMilliseconds(clock.now()), usualTimeZone);
    let first = laterOf(ask.firstDay, today);
    const slots: Slot[] = [];
    for (let width = 1; first <= ask.lastDay && slots.length < ask.limit; width *= 2) {
      const last = earlierOf(addDays(first, width - 1), ask.lastDay);
      for (const frame of frames) slots.push(...(await searchDays(frame, first, last)));
      first = addDays(last, 1);
    }
    slots.sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0));
    const next = slots[ask.limit];
    return {
      slots: slots.slice(0, ask.limit),
      continueOn: next ? dateAt(epochMilliseconds(next.startsAt), usualTimeZone) : first <= ask.lastDay ? first : null,
    };
  }

  return {
    /** The soonest times of questions whose frames have been read. */
    soonest,

    /** @throws ProblemError `not-found` for a service or contact point that there is none of */
    async find(query: SlotQuery): Promise<{ slots: Slot[]; continueOn: PlainDate | null }> {
      const places = await placesOf(query);
      const staff = new Map<InstitutionId, Specialist[]>();
      const frames: BookingFrame[] = [];
      for (const service of await servicesOf(query)) {
        const { id } = service.institution;
        const ofInstitution = staff.get(id) ?? (await specialists.listOfInstitution(systemScope, id));
        staff.set(id, ofInstitution);
        const able = ableTo(ofInstitution, service.id, query.language, query.specialistId);
        for (const place of places)
          frames.push(await days.frame({ service, channel: query.channel, place, specialists: able }));
      }
      return soonest(frames, query);
    },
  };
}
export type SlotSearch = ReturnType<typeof createSlotSearch>;
