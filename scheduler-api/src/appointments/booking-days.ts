import type { AccountId, AppointmentId, KioskId } from '@remote-clerk/shared/domain/ids.ts';
import { addDays, dateAt, datesBetween, type PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { type Interval, intersect, overlaps, union } from '@remote-clerk/shared/domain/scheduling/interval.ts';
import { type BookingLimits, type Channel, channels } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import type { BookableDay } from '@remote-clerk/shared/domain/scheduling/slots.ts';
import { type Days, openingTime } from '@remote-clerk/shared/domain/scheduling/working-time.ts';
import { epochMilliseconds, type Instant, instantFrom } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { systemScope } from '../db/scope.ts';
import type { KiosksService } from '../kiosks/kiosks-service.ts';
import type { ContactPoint } from '../organisations/contact-points-service.ts';
import type { SchedulesService, SpecialistSchedule } from '../schedules/schedules-service.ts';
import type { Specialist } from '../specialists/specialists-service.ts';
import type { AppointmentsRepository } from './appointments-repository.ts';

const dayMs = 86_400_000;

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

/** Where it is to be; without a place it is by telephone. */
export type Place = Pick<ContactPoint, 'id' | 'timeZone' | 'openingHours'>;

export type SpecialistDay = { specialistId: AccountId; date: PlainDate; day: BookableDay; limits: BookingLimits };
export type KioskTaken = { id: KioskId; taken: Interval[] };

const toInterval = ({ from, until }: { from: Instant; until: Instant }): Interval => ({
  from: epochMilliseconds(from),
  until: epochMilliseconds(until),
});

/** Reads what the database holds into what the pure slot arithmetic asks about. */
export function createBookingDays({ clock, repository, schedules, kiosks, listBusy }: Needs) {
  /** When the place is open around a span, a day more at each end for zones that are not its own. */
  function openAround(place: Place, { from, until }: Interval): Interval[] {
    const first = addDays(dateAt(from, place.timeZone), -1);
    const last = addDays(dateAt(until, place.timeZone), 1);
    const days = schedules.daysIn(place.timeZone, first, last);
    return union(datesBetween(first, last).flatMap((date) => openingTime(place.openingHours, date, days)));
  }

  return {
    /**
     * The days of specialists within a span, each in their own zone; those whom nobody has given a schedule have none.
     * @param ask.except an appointment that does not count, because it is the one that moves
     */
    async read(ask: {
      specialists: readonly Pick<Specialist, 'id' | 'institutionId'>[];
      channel: Channel;
      place: Place | null;
      span: Interval;
      except?: AppointmentId | undefined;
    }): Promise<SpecialistDay[]> {
      const stored = (await schedules.listOf(systemScope, ask.specialists)).filter(({ version }) => version > 0);
      const ids = stored.map(({ specialistId }) => specialistId);
      if (ids.length === 0) return [];
      const from = instantFrom(ask.span.from - dayMs);
      const until = instantFrom(ask.span.until + dayMs);
      const closures = await schedules.listClosures(systemScope, [
        ...new Set(stored.map(({ institutionId }) => institutionId)),
      ]);
      const taken = (await repository.listTaken(ids, from, until, clock.now())).filter(({ id }) => id !== ask.except);
      const takenBy = Map.groupBy(taken, ({ specialistId }) => specialistId);
      const busyOf = Map.groupBy(await listBusy(ids, from, until), ({ specialistId }) => specialistId);
      const open = ask.place && openAround(ask.place, ask.span);

      const spans = new Map<string, { dates: PlainDate[]; days: Days }>();
      const spanIn = (timeZone: string) => {
        const known = spans.get(timeZone);
        if (known) return known;
        const [first, last] = [dateAt(ask.span.from, timeZone), dateAt(ask.span.until - 1, timeZone)];
        const span = { dates: datesBetween(first, last), days: schedules.daysIn(timeZone, first, last) };
        spans.set(timeZone, span);
        return span;
      };

      const daysOf = ({ specialistId, institutionId, schedule }: SpecialistSchedule): SpecialistDay[] => {
        const { dates, days } = spanIn(schedule.timeZone);
        const own = closures.filter((closure) => closure.institutionId === institutionId);
        const taken = (takenBy.get(specialistId) ?? []).map(toInterval);
        const busy = (busyOf.get(specialistId) ?? []).map(toInterval);
        return dates.flatMap((date) => {
          const through = schedules.timeOf(schedule, own, date, ask.channel, days);
          if (through.length === 0) return [];
          const day = days.clock.day(date);
          const appointments = taken.filter((one) => overlaps(one, day));
          const elsewhere = busy.filter((one) => overlaps(one, day));
          const working = union(channels.flatMap((channel) => schedules.timeOf(schedule, own, date, channel, days)));
          return {
            specialistId,
            date,
            limits: schedule.limits,
            day: { day, open: open ? intersect(through, open) : through, working, appointments, elsewhere },
          };
        });
      };
      return stored.flatMap(daysOf);
    },

    /** When each kiosk of a place is taken; null for a channel that needs none. */
    async readKiosks(ask: {
      channel: Channel;
      place: Place | null;
      needsDocumentCamera: boolean;
      span: Interval;
      except?: AppointmentId | undefined;
    }): Promise<KioskTaken[] | null> {
      if (ask.channel !== 'kiosk' || !ask.place) return null;
      const there = (await kiosks.listOfContactPoint(systemScope, ask.place.id)).filter(
        (kiosk) => kiosk.documentCamera || !ask.needsDocumentCamera,
      );
      const ids = there.map(({ id }) => id);
      const taken = (
        await repository.listKiosksTaken(ids, instantFrom(ask.span.from), instantFrom(ask.span.until), clock.now())
      ).filter(({ id }) => id !== ask.except);
      return ids.map((id) => ({ id, taken: taken.filter(({ kioskId }) => kioskId === id).map(toInterval) }));
    },
  };
}
export type BookingDays = ReturnType<typeof createBookingDays>;

/** How much of a day a specialist's appointments take: who has least is asked first. */
export const minutesTaken = ({ day, appointments }: BookableDay): number =>
  appointments.reduce((sum, one) => sum + Math.min(one.until, day.until) - Math.max(one.from, day.from), 0) / 60_000;
