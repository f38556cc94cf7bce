import type { Appointment } from '@remote-clerk/shared/contracts/appointments.ts';
import type { CalendarDay, SpecialistCalendar } from '@remote-clerk/shared/contracts/http/schedules.ts';
import type { AppointmentState } from '@remote-clerk/shared/domain/scheduling/appointment.ts';
import type { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { minutesOf } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import type { Hours, ScheduleException } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { createWall, joined, type Span, spanOn, type Wall } from './wall-time.ts';

export type Booked = { readonly span: Span; readonly appointment: Appointment };

/** One specialist's day as it is drawn. */
export type DayColumn = {
  readonly date: PlainDate;
  readonly day: CalendarDay | null;
  readonly working: readonly Span[];
  readonly elsewhere: readonly Span[];
  readonly leave: readonly { readonly span: Span; readonly exception: ScheduleException }[];
  readonly booked: readonly Booked[];
};

/** What nobody comes to takes no room. */
const gone: readonly AppointmentState[] = ['cancelled'];
const wholeDay: Span = { from: 0, until: 1440 };

export const spanOfHours = (hours: Hours | null): Span =>
  hours ? { from: minutesOf(hours.from), until: minutesOf(hours.until) } : wholeDay;

export function dayColumn(
  date: PlainDate,
  calendar: SpecialistCalendar,
  days: readonly CalendarDay[],
  wall: Wall = createWall(calendar.timeZone),
): DayColumn {
  const spans = (times: SpecialistCalendar['elsewhere']) =>
    joined(times.flatMap((time) => spanOn(date, time, wall) ?? []));
  return {
    date,
    day: days.find((each) => each.date === date) ?? null,
    working: spans(calendar.working),
    elsewhere: spans(calendar.elsewhere),
    leave: calendar.leave
      .filter(({ firstDay, lastDay }) => firstDay <= date && date <= lastDay)
      .map((exception) => ({ exception, span: spanOfHours(exception.hours) })),
    booked: calendar.appointments
      .filter(({ state }) => !gone.includes(state))
      .flatMap((appointment) => {
        const span = spanOn(date, { from: appointment.startsAt, until: appointment.endsAt }, wall);
        return span ? [{ span, appointment }] : [];
      }),
  };
}

const usual: Span = { from: 8 * 60, until: 18 * 60 };

/** The whole hours that hold everything worth seeing, the office's day at least. In minutes. */
export function hoursShown(columns: readonly DayColumn[]): Span {
  const spans = columns.flatMap(({ working, booked }) => [...working, ...booked.map(({ span }) => span)]);
  const from = Math.min(usual.from, ...spans.map((span) => span.from));
  const until = Math.max(usual.until, ...spans.map((span) => span.until));
  return { from: Math.floor(from / 60) * 60, until: Math.ceil(until / 60) * 60 };
}
