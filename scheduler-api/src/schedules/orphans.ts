import { dateAt, type PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { covers } from '@remote-clerk/shared/domain/scheduling/interval.ts';
import type { Closure, Schedule } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { type Days, withoutClosures, workingTime } from '@remote-clerk/shared/domain/scheduling/working-time.ts';
import { epochMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import type { StoredAppointment } from '../appointments/appointments-service.ts';

/**
 * Whether a schedule leaves an appointment outside of working time. Buffers don't count: they are a matter of comfort, not a
 * reason to move somebody.
 */
export function isOrphan(
  appointment: StoredAppointment,
  schedule: Schedule,
  closures: readonly Closure[],
  daysOf: (timeZone: string, first: PlainDate, last: PlainDate) => Days,
): boolean {
  const time = { from: epochMilliseconds(appointment.startsAt), until: epochMilliseconds(appointment.endsAt) };
  const date = dateAt(time.from, schedule.timeZone);
  const days = daysOf(schedule.timeZone, date, date);
  const working = withoutClosures(workingTime(schedule, date, appointment.channel, days), closures, date, days.clock);
  return !working.some((one) => covers(one, time));
}
