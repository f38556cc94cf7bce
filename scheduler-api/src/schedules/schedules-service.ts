import {
  addDays,
  dateAt,
  datesBetween,
  type PlainDate,
  usualTimeZone,
} from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { type HolidayCalendar, holidayCalendar } from '@remote-clerk/shared/domain/scheduling/holidays.ts';
import type { Interval } from '@remote-clerk/shared/domain/scheduling/interval.ts';
import type { Channel, Schedule } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { emptySchedule } from '@remote-clerk/shared/domain/scheduling/schedule-change.ts';
import { createWallClock, type WallClock } from '@remote-clerk/shared/domain/scheduling/wall-clock.ts';
import { type Days, withoutClosures, workingTime } from '@remote-clerk/shared/domain/scheduling/working-time.ts';
import { epochMilliseconds, type Instant, instantFrom } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { type Scope, systemScope } from '../db/scope.ts';
import type { Specialist } from '../specialists/specialists-service.ts';
import { createSchedulesRepository, type StoredClosure } from './schedules-repository.ts';

/** How far ahead somebody's next working time is looked for, in days. */
const farthestDay = 14;

/** When specialists are at work, by what their managers have written down. */
export function createSchedulesService({ db, clock }: Pick<Context, 'db' | 'clock'>) {
  const repository = createSchedulesRepository(db);
  const clocks = new Map<string, WallClock>();
  const calendars = new Map<string, HolidayCalendar>();

  /** What is special about the days from one to another in a zone. */
  function daysIn(timeZone: string, first: PlainDate, last: PlainDate): Days {
    const clock = clocks.get(timeZone) ?? createWallClock(timeZone);
    clocks.set(timeZone, clock);
    const years = `${first.slice(0, 4)} ${last.slice(0, 4)}`;
    const holidays = calendars.get(years) ?? holidayCalendar(first, last);
    calendars.set(years, holidays);
    return { clock, holidays };
  }

  /** Of each its schedule; version 0 and empty for those that nobody has written down. */
  async function listOf(scope: Scope, specialists: readonly Pick<Specialist, 'id' | 'institutionId'>[]) {
    const stored = await repository.listOfSpecialists(
      scope,
      specialists.map(({ id }) => id),
    );
    const byId = new Map(stored.map((one) => [one.specialistId, one]));
    return specialists.map(({ id, institutionId }) => {
      const found = byId.get(id);
      return {
        specialistId: id,
        institutionId,
        version: found?.version ?? 0,
        schedule: found?.schedule ?? emptySchedule(usualTimeZone),
        changedAt: found?.changedAt ?? null,
        changedBy: found?.changedBy ?? null,
      };
    });
  }

  const timeOf = (
    schedule: Schedule,
    closures: readonly StoredClosure[],
    date: PlainDate,
    channel: Channel,
    days: Days,
  ) => withoutClosures(workingTime(schedule, date, channel, days), closures, date, days.clock);

  return {
    listOf,
    daysIn,
    lock: repository.lock,
    listClosures: repository.listClosures,

    /** When somebody can be booked on a day, closures of their institution taken off. */
    timeOf,

    /** The next moment from now on at which one of these specialists works by their schedule; null within two weeks none. */
    async nextWorkingTime(specialists: readonly Pick<Specialist, 'id' | 'institutionId'>[]): Promise<Instant | null> {
      const now = epochMilliseconds(clock.now());
      const schedules = await listOf(systemScope, specialists);
      const closures = await repository.listClosures(systemScope, [
        ...new Set(specialists.map(({ institutionId }) => institutionId)),
      ]);
      const starts = schedules.flatMap(({ schedule, institutionId }) => {
        const today = dateAt(now, schedule.timeZone);
        const last = addDays(today, farthestDay);
        const days = daysIn(schedule.timeZone, today, last);
        const own = closures.filter((closure) => closure.institutionId === institutionId);
        const next = firstOf(datesBetween(today, last), (date) =>
          timeOf(schedule, own, date, 'kiosk', days).find(({ until }) => until > now),
        );
        return next ? [Math.max(next.from, now)] : [];
      });
      return starts.length === 0 ? null : instantFrom(Math.min(...starts));
    },
  };
}
export type { StoredClosure };
export type SchedulesService = ReturnType<typeof createSchedulesService>;
export type SpecialistSchedule = Awaited<ReturnType<SchedulesService['listOf']>>[number];

function firstOf(dates: readonly PlainDate[], find: (date: PlainDate) => Interval | undefined): Interval | undefined {
  for (const date of dates) {
    const found = find(date);
    if (found) return found;
  }
  return undefined;
}
