import type { InstitutionId } from '@remote-clerk/shared/domain/ids.ts';
import { addDays, dateAt, datesBetween, usualTimeZone } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { type Interval, subtract, union } from '@remote-clerk/shared/domain/scheduling/interval.ts';
import { channels } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { epochMilliseconds, instantFrom } from '@remote-clerk/shared/domain/time.ts';
import type { ListBusy } from '../appointments/booking-days.ts';
import type { Context } from '../context.ts';
import type { Scope } from '../db/scope.ts';
import type { SchedulesService } from '../schedules/schedules-service.ts';
import type { SpecialistsService } from '../specialists/specialists-service.ts';
import { estimateLoad } from './estimate-load.ts';
import { halfHoursOf } from './half-hours.ts';
import { createLoadRepository } from './load-repository.ts';

const daysAhead = 14;
const weeksLearnedFrom = 6;
const weekMs = 7 * 86_400_000;

type Needs = Pick<Context, 'db' | 'clock'> & {
  schedules: SchedulesService;
  specialists: SpecialistsService;
  listBusy: ListBusy;
};

/** What an institution has to expect, against who will be there. */
export function createLoadService({ db, clock, schedules, specialists, listBusy }: Needs) {
  const repository = createLoadRepository(db);

  return {
    /** By the half hours of today and the 13 days after it, in the zone of the institution's specialists. */
    async read(scope: Scope, institutionId: InstitutionId) {
      const staff = await specialists.listOfInstitution(scope, institutionId);
      const stored = await schedules.listOf(scope, staff);
      const timeZone = stored[0]?.schedule.timeZone ?? usualTimeZone;
      const now = clock.now();
      const today = dateAt(epochMilliseconds(now), timeZone);
      const coming = datesBetween(today, addDays(today, daysAhead - 1));
      const before = datesBetween(addDays(today, -7 * weeksLearnedFrom), addDays(today, -1));
      const days = schedules.daysIn(timeZone, addDays(today, -7 * weeksLearnedFrom), addDays(today, daysAhead));
      const startOf = (date: typeof today) => instantFrom(days.clock.day(date).from);
      const end = startOf(addDays(today, daysAhead));

      const closures = await schedules.listClosures(scope, [institutionId]);
      const busy = await listBusy(
        staff.map(({ id }) => id),
        startOf(today),
        end,
      );
      const working = stored.flatMap(({ specialistId, schedule }) => {
        // A day more at each end, for those in another zone: what lies outside falls into no half hour.
        const dates = datesBetween(addDays(today, -1), addDays(today, daysAhead));
        const own = schedules.daysIn(schedule.timeZone, addDays(today, -1), addDays(today, daysAhead));
        const time = dates.flatMap((date) =>
          channels.flatMap((channel) => schedules.timeOf(schedule, closures, date, channel, own)),
        );
        const elsewhere = busy
          .filter((one) => one.specialistId === specialistId)
          .map((one): Interval => ({ from: epochMilliseconds(one.from), until: epochMilliseconds(one.until) }));
        return subtract(union(time), elsewhere);
      });

      const asked = await repository.listAsked(
        scope,
        institutionId,
        startOf(addDays(today, -7 * weeksLearnedFrom)),
        startOf(today),
      );
      const [first] = asked;
      // Weeks before the first who came say nothing: there was no service yet.
      const sinceFirst = first ? epochMilliseconds(startOf(today)) - first.at : 0;
      const weeksSeen = Math.min(weeksLearnedFrom, Math.ceil(sinceFirst / weekMs));
      const cells = estimateLoad({
        coming: halfHoursOf(coming, days.clock),
        past: halfHoursOf(before.slice(before.length - 7 * weeksSeen), days.clock),
        isFree: (date) => days.holidays.free.has(date),
        working,
        booked: await repository.listBooked(scope, institutionId, startOf(today), end, now),
        asked,
      });
      return { timeZone, weeksSeen, cells };
    },
  };
}
export type LoadService = ReturnType<typeof createLoadService>;
