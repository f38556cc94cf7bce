import { Temporal } from 'temporal-polyfill';
import { addDays, minutesOf, type PlainDate, type TimeOfDay } from './calendar-date.ts';
import type { Interval } from './interval.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;

type Day = { start: number; usual: boolean };

/**
 * What the clock on a zone's wall says, as instants. Days without a clock change, nearly all, are worked out once and then
 * only added to: a search asks for the same days for every specialist.
 */
export function createWallClock(timeZone: string) {
  const days = new Map<PlainDate, Day>();

  function dayOf(date: PlainDate): Day {
    let day = days.get(date);
    if (!day) {
      const start = startOf(date);
      // Two changes on one day would cancel out in its length; no zone has had them since 1970.
      day = { start, usual: startOf(addDays(date, 1)) - start === dayMs };
      days.set(date, day);
    }
    return day;
  }

  const startOf = (date: PlainDate) =>
    Temporal.PlainDate.from(date).toZonedDateTime({ timeZone }).startOfDay().epochMilliseconds;

  const at = (date: PlainDate, time: TimeOfDay, disambiguation: 'earlier' | 'later') => {
    const wall =
      time === '24:00'
        ? Temporal.PlainDate.from(date).add({ days: 1 }).toPlainDateTime()
        : Temporal.PlainDateTime.from(`${date}T${time}`);
    const zoned = wall.toZonedDateTime(timeZone, { disambiguation });
    if (zoned.toPlainDateTime().equals(wall)) return { instant: zoned.epochMilliseconds, exists: true };
    // The clock jumps over it: all that is skipped is one instant, the jump itself.
    const before = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
    const jump = before.getTimeZoneTransition('next') ?? before;
    return { instant: jump.epochMilliseconds, exists: false };
  };

  return {
    timeZone,

    /**
     * The time from one time on the wall to another, or null when on that day there is none. On the night when an hour comes
     * twice, only what is surely between the two: from the second `from` to the first `until`, unless both come twice.
     */
    window(date: PlainDate, from: TimeOfDay, until: TimeOfDay): Interval | null {
      const day = dayOf(date);
      if (day.usual) {
        return interval(day.start + minutesOf(from) * minuteMs, day.start + minutesOf(until) * minuteMs);
      }
      const end = at(date, until, 'earlier').instant;
      return interval(at(date, from, 'later').instant, end) ?? interval(at(date, from, 'earlier').instant, end);
    },

    /** The whole day, however long it is. */
    day(date: PlainDate): Interval {
      return { from: dayOf(date).start, until: dayOf(addDays(date, 1)).start };
    },

    /** The instant of a wall-clock time, the first when it comes twice; null when the clock jumps over it. */
    instantOf(date: PlainDate, time: TimeOfDay): number | null {
      const { instant, exists } = at(date, time, 'earlier');
      return exists ? instant : null;
    },
  };
}
export type WallClock = ReturnType<typeof createWallClock>;

const interval = (from: number, until: number): Interval | null => (from < until ? { from, until } : null);
