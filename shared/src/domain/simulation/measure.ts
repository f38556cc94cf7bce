import type { PriorityClass } from '../queue-ticket.ts';
import { punctuality } from '../scheduling/appointment.ts';
import { quantile } from '../service-times.ts';
import type { DayRun, Served } from './run-day.ts';

export type Waits = { count: number; p50: number; p95: number; max: number };
export type Measured = {
  /** In minutes, by class, of everyone who was served. */
  waits: Record<PriorityClass, Waits>;
  /** Share of those who booked and came in time that began at most ten minutes after the appointed time. */
  onTimeShare: number;
  /** Share of their working time in which specialists served somebody. */
  utilisation: number;
  /** Minutes worked after hours, for each specialist and day. */
  overtime: number;
  /** Who waited for more than an hour. */
  starved: number;
  /** Of those who walked in: how many who came after them were served before them, at 95 % and at most. */
  passedByP95: number;
  passedByMax: number;
  unserved: number;
};

const tooLongMinutes = 60;
const onTimeMinutes = punctuality.late;
const round = (value: number, digits = 1) => Math.round(value * 10 ** digits) / 10 ** digits;

/** What several days of one setting were like, taken together. @param specialists of one day */
export function measure(days: readonly DayRun[], specialists: number): Measured {
  const served = days.flatMap((day) => day.served);
  const booked = served.filter(({ priority }) => priority === 'booked');
  const onTime = booked.filter(({ startedAt, startsAt }) => startsAt !== null && startedAt - startsAt <= onTimeMinutes);
  const total = (of: (day: DayRun) => number) => days.reduce((sum, day) => sum + of(day), 0);
  const passedBy = days.flatMap(passedByOthers).toSorted((a, b) => a - b);
  const unserved = total((day) => day.unserved.length);
  const waitsOf = (priority: PriorityClass) => summarise(served.filter((one) => one.priority === priority).map(waitOf));
  return {
    waits: {
      booked: waitsOf('booked'),
      priority: waitsOf('priority'),
      late: waitsOf('late'),
      'walk-in': waitsOf('walk-in'),
    },
    onTimeShare: round(onTime.length / Math.max(1, booked.length), 3),
    utilisation: round(total((day) => day.busyMinutes) / total((day) => day.workingMinutes), 3),
    overtime: round(total((day) => day.overtimeMinutes) / specialists / days.length),
    starved: served.filter((one) => waitOf(one) > tooLongMinutes).length + unserved,
    passedByP95: round(quantile(passedBy, 0.95)),
    passedByMax: passedBy.at(-1) ?? 0,
    unserved,
  };
}

/** Whoever has an appointment waits from its time on, not from when they came. */
const waitOf = ({ since, startedAt }: Served) => Math.max(0, startedAt - since);

function summarise(waits: readonly number[]): Waits {
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share: number) => round(quantile(sorted, share));
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}

function passedByOthers({ served }: DayRun): number[] {
  return [...Map.groupBy(served, ({ visitor }) => visitor.service.institution).values()].flatMap((line) =>
    line
      .filter(({ priority }) => priority === 'walk-in')
      .map((one) => line.filter((other) => other.cameAt > one.cameAt && other.startedAt < one.startedAt).length),
  );
}
