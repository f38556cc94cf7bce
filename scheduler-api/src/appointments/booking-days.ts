import type { AccountId, AppointmentId, KioskId } from '@remote-clerk/shared/domain/ids.ts';
import { addDays, dateAt, datesBetween, type PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { type Interval, intersect, overlaps, union } from '@remote-clerk/shared/domain/scheduling/interval.ts';
import { type BookingLimits, type Channel, channels } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import type { BookableDay, KioskTimes } from '@remote-clerk/shared/domain/scheduling/slots.ts';
import { openingTime } from '@remote-clerk/shared/domain/scheduling/working-time.ts';
import { epochMilliseconds, type Instant, instantFrom } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { systemScope } from '../db/scope.ts';
import type { KiosksService } from '../kiosks/kiosks-service.ts';
import type { CatalogueEntry } from '../organisations/catalogue-service.ts';
import type { ContactPoint } from '../organisations/contact-points-service.ts';
import type { SchedulesService, SpecialistSchedule, StoredClosure } from '../schedules/schedules-service.ts';
import type { Specialist } from '../specialists/specialists-service.ts';
import type { AppointmentsRepository } from './appointments-repository.ts';

/** When specialists are taken by what stands in their own calendars. */
export type ListBusy = (
  ids: readonly AccountId[],
  from: Instant,
  until: Instant,
) => Promise<{ specialistId: AccountId; from: Instant; until: Instant }[]>;

type Needs = Pick<Context, 'clock'> & {
  repository: AppointmentsRepository;
  schedules: SchedulesService;
  kiosks: KiosksService;
  listBusy: ListBusy;
};

/** A question about times: what, how, where and with whom, and what is known of that beforehand. */
export type BookingFrame = {
  service: CatalogueEntry;
  channel: Channel;
  /** Null for the telephone. */
  place: ContactPoint | null;
  /** Of those who can serve it; who has none is not among them. */
  schedules: SpecialistSchedule[];
  closures: StoredClosure[];
  /** Those that are equipped for the service; null where no kiosk is needed. */
  kioskIds: KioskId[] | null;
};

export type SpecialistDay = { specialistId: AccountId; day: BookableDay; limits: BookingLimits };
export type KioskTaken = { id: KioskId; taken: Interval[] };

const toInterval = ({ from, until }: { from: Instant; until: Instant }): Interval => ({
  from: epochMilliseconds(from),
  until: epochMilliseconds(until),
});

/** Reads what the database holds into what the pure slot arithmetic asks about. */
export function createBookingDays({ clock, repository, schedules, kiosks, listBusy }: Needs) {
  /** When the place is open around a span, a day more at each end for zones that are not its own. */
  function openAround(place: ContactPoint, { from, until }: Interval): Interval[] {
    const first = addDays(dateAt(from, place.timeZone), -1);
    const last = addDays(dateAt(until, place.timeZone), 1);
    const days = schedules.daysIn(place.timeZone, first, last);
    return union(datesBetween(first, last).flatMap((date) => openingTime(place.openingHours, date, days)));
  }

  /** The days of a span in a zone, and the time from the start of the first to the end of the last. */
  function spanIn(timeZone: string, { from, until }: Interval) {
    const [first, last] = [dateAt(from, timeZone), dateAt(until - 1, timeZone)];
    const days = schedules.daysIn(timeZone, first, last);
    const whole = { from: days.clock.day(first).from, until: days.clock.day(last).until };
    return { dates: datesBetween(first, last), days, whole };
  }

  return {
    /** Reads what stays the same while one question is answered: schedules, closures, which kiosks there are. */
    async frame(ask: {
      service: CatalogueEntry;
      channel: Channel;
      place: ContactPoint | null;
      specialists: readonly Pick<Specialist, 'id' | 'institutionId'>[];
    }): Promise<BookingFrame> {
      const { service, channel, place } = ask;
      const stored = await schedules.listOf(systemScope, ask.specialists);
      const there = channel === 'kiosk' && place ? await kiosks.listOfContactPoint(systemScope, place.id) : null;
      return {
        service,
        channel,
        place,
        schedules: stored.filter(({ version }) => version > 0),
        closures: await schedules.listClosures(systemScope, [service.institution.id]),
        kioskIds:
          there?.filter((kiosk) => kiosk.documentCamera || !service.needsDocumentCamera).map(({ id }) => id) ?? null,
      };
    },

    /**
     * The days of specialists within a span, each in their own zone, and when each kiosk is taken; null where none is needed.
     * @param except an appointment that does not count, because it is the one that moves
     */
    async read(
      frame: BookingFrame,
      span: Interval,
      except?: AppointmentId,
    ): Promise<{ days: SpecialistDay[]; kiosks: KioskTaken[] | null }> {
      const now = clock.now();
      const ids = frame.schedules.map(({ specialistId }) => specialistId);
      if (ids.length === 0) return { days: [], kiosks: null };
      const spans = new Map(
        frame.schedules.map(({ schedule }) => [schedule.timeZone, spanIn(schedule.timeZone, span)]),
      );
      // Whole days, in whatever zone each is: limits are of a day.
      const from = instantFrom(Math.min(...[...spans.values()].map(({ whole }) => whole.from)));
      const until = instantFrom(Math.max(...[...spans.values()].map(({ whole }) => whole.until)));
      const counts = ({ id }: { id: string }) => id !== except;
      const taken = (await repository.listTaken(ids, from, until, now)).filter(counts);
      const takenBy = Map.groupBy(taken, ({ specialistId }) => specialistId);
      const busyOf = Map.groupBy(await listBusy(ids, from, until), ({ specialistId }) => specialistId);
      const kiosksTaken =
        frame.kioskIds && (await repository.listKiosksTaken(frame.kioskIds, from, until, now)).filter(counts);
      const open = frame.place && openAround(frame.place, span);

      const daysOf = ({ specialistId, schedule }: SpecialistSchedule): SpecialistDay[] => {
        const { dates, days } = spans.get(schedule.timeZone) ?? spanIn(schedule.timeZone, span);
        const own = (takenBy.get(specialistId) ?? []).map(toInterval);
        const busy = (busyOf.get(specialistId) ?? []).map(toInterval);
        const timeOf = (date: PlainDate, channel: Channel) =>
          schedules.timeOf(schedule, frame.closures, date, channel, days);
        return dates.flatMap((date) => {
          const through = timeOf(date, frame.channel);
          if (through.length === 0) return [];
          const day = days.clock.day(date);
          return {
            specialistId,
            limits: schedule.limits,
            day: {
              day,
              open: open ? intersect(through, open) : through,
              working: union(channels.flatMap((channel) => timeOf(date, channel))),
              appointments: own.filter((one) => overlaps(one, day)),
              elsewhere: busy.filter((one) => overlaps(one, day)),
            },
          };
        });
      };
      return {
        days: frame.schedules.flatMap(daysOf),
        kiosks:
          frame.kioskIds?.map((id) => ({
            id,
            taken: (kiosksTaken ?? []).filter(({ kioskId }) => kioskId === id).map(toInterval),
          })) ?? null,
      };
    },
  };
}
export type BookingDays = ReturnType<typeof createBookingDays>;

/** When each kiosk is taken, as the slot arithmetic takes it. */
export const takenTimes = (kiosks: KioskTaken[] | null): KioskTimes => kiosks?.map(({ taken }) => taken) ?? null;
