import type { CalendarDay, SpecialistCalendar } from '@remote-clerk/shared/contracts/http/schedules.ts';
import { addDays, datesBetween, type PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { publicHolidays, workingDayTransfers } from '@remote-clerk/shared/domain/scheduling/holidays.ts';
import { channels } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { type Instant, instantFrom } from '@remote-clerk/shared/domain/time.ts';
import type { AppointmentsService } from '../appointments/appointments-service.ts';
import type { ListBusy } from '../appointments/booking-days.ts';
import type { Scope } from '../db/scope.ts';
import type { Specialist } from '../specialists/specialists-service.ts';
import type { SchedulesService } from './schedules-service.ts';

type Needs = { schedules: SchedulesService; appointments: AppointmentsService; listBusy: ListBusy };
type Span = { firstDay: PlainDate; lastDay: PlainDate };

/** What is special about each day of a span, for all institutions alike. */
export function describeDays({ firstDay, lastDay }: Span): CalendarDay[] {
  const dates = datesBetween(firstDay, lastDay);
  const years = new Set(dates.map((date) => Number(date.slice(0, 4))));
  const holidays = new Map([...years].flatMap(publicHolidays).map(({ date, name }) => [date, name]));
  return dates.map((date) => ({
    date,
    holiday: holidays.get(date) ?? null,
    workedFor: workingDayTransfers.find(({ to }) => to === date)?.from ?? null,
    movedTo: workingDayTransfers.find(({ from }) => from === date)?.to ?? null,
  }));
}

/** Makes specialists' calendars as screens show them: all of it worked out. */
export function createCalendarViews({ schedules, appointments, listBusy }: Needs) {
  return {
    async calendarsOf(scope: Scope, staff: readonly Specialist[], span: Span): Promise<SpecialistCalendar[]> {
      const stored = await schedules.listOf(scope, staff);
      const ids = staff.map(({ id }) => id);
      const closures = await schedules.listClosures(scope, [
        ...new Set(staff.map(({ institutionId }) => institutionId)),
      ]);
      // A day more at each end: the specialists need not all be in one zone.
      const utc = schedules.daysIn('UTC', span.firstDay, span.lastDay).clock;
      const from = instantFrom(utc.day(addDays(span.firstDay, -1)).from);
      const until = instantFrom(utc.day(addDays(span.lastDay, 1)).until);
      const booked = await appointments.listOfSpecialists(ids, from, until);
      const busy = await listBusy(ids, from, until);

      return stored.map(({ specialistId, institutionId, schedule }) => {
        const specialist = staff.find(({ id }) => id === specialistId);
        const days = schedules.daysIn(schedule.timeZone, span.firstDay, span.lastDay);
        const own = closures.filter((closure) => closure.institutionId === institutionId);
        const whole = {
          from: instantFrom(days.clock.day(span.firstDay).from),
          until: instantFrom(days.clock.day(span.lastDay).until),
        };
        const inSpan = (one: { from: Instant; until: Instant }) => one.from < whole.until && whole.from < one.until;
        const working = datesBetween(span.firstDay, span.lastDay).flatMap((date) =>
          channels.flatMap((channel) =>
            schedules.timeOf(schedule, own, date, channel, days).map((time) => ({ ...time, channel })),
          ),
        );
        const byTime = Map.groupBy(working, (time) => `${time.from} ${time.until}`);
        return {
          specialist: { id: specialistId, name: specialist?.name ?? '', jobTitle: specialist?.jobTitle ?? '' },
          timeZone: schedule.timeZone,
          working: [...byTime.values()].flatMap((same) =>
            same.slice(0, 1).map((time) => ({
              from: instantFrom(time.from),
              until: instantFrom(time.until),
              channels: same.map(({ channel }) => channel),
            })),
          ),
          leave: schedule.exceptions.filter(
            ({ kind, firstDay, lastDay }) => kind === 'closed' && firstDay <= span.lastDay && span.firstDay <= lastDay,
          ),
          elsewhere: busy
            .filter((one) => one.specialistId === specialistId && inSpan(one))
            .map((one) => ({ from: one.from, until: one.until })),
          appointments: booked.filter(
            (one) => one.specialist.id === specialistId && inSpan({ from: one.startsAt, until: one.endsAt }),
          ),
        };
      });
    },
  };
}
export type CalendarViews = ReturnType<typeof createCalendarViews>;
