import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from './calendar-date.ts';
import { type Interval, intersect, overlaps } from './interval.ts';
import type { Hours, Schedule } from './schedule.ts';
import { type BookableDay, canStart, findStarts, type KioskTimes, timesOf, type Wish } from './slots.ts';
import { changeDays, daysOf, minuteMs, oddZones, schedule, timeAfter, wallAt, wish } from './testing.ts';
import { workingTime } from './working-time.ts';

type Situation = { day: BookableDay; kiosks: KioskTimes; asked: Wish; open: Hours[]; on: PlainDate };

const minutes = (from: number, until: number, step = 5) =>
  fc.integer({ min: from / step, max: until / step }).map((steps) => steps * step);
const someHours = fc
  .tuple(minutes(0, 1435), minutes(5, 1440))
  .map(([from, length]): Hours => ({ from: timeAfter(from), until: timeAfter(Math.min(1440, from + length)) }));
/** Minutes since midnight, as they may come from a calendar elsewhere: not at whole five minutes. */
const someTime = fc.tuple(minutes(-60, 1440, 1), minutes(1, 180, 1));
const sometimes = (maxLength: number) => fc.array(someTime, { maxLength });

/** A day around a clock change of the zone, with hours, appointments, other things to do, kiosks and a wish of any kind. */
const situations = (timeZone: string) => {
  const days = daysOf(timeZone, '2025-12-01', '2029-01-31');
  return fc
    .record({
      on: fc
        .constantFrom(...changeDays(timeZone))
        .chain((day) => fc.constantFrom(-1, 0, 0, 1).map((by) => addDays(day, by))),
      open: fc.array(someHours, { minLength: 1, maxLength: 3 }),
      appointments: sometimes(4),
      elsewhere: sometimes(2),
      kiosks: fc.option(fc.array(sometimes(3), { maxLength: 3 })),
      length: fc.integer({ min: 1, max: 150 }),
      buffers: fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20)),
      walkInShare: fc.constantFrom(0, 0, 20, 60),
      dailyLimit: fc.constantFrom(null, null, 3),
      nowAt: minutes(-600, 1440, 1),
      leadMinutes: fc.constantFrom(0, 0, 60),
    })
    .map((of): Situation => {
      const whole = days.clock.day(of.on);
      const intervals = (list: [number, number][]): Interval[] =>
        list.map(([from, length]) => ({
          from: whole.from + from * minuteMs,
          until: whole.from + (from + length) * minuteMs,
        }));
      const own: Schedule = schedule({
        timeZone,
        exceptions: of.open.map((hours) => ({
          kind: 'open',
          reason: 'extra-hours',
          firstDay: of.on,
          lastDay: of.on,
          hours,
          channels: ['kiosk'],
        })),
      });
      const working = workingTime(own, of.on, 'kiosk', days);
      const [bufferBefore, bufferAfter, ownBefore, ownAfter] = of.buffers;
      return {
        day: {
          day: whole,
          open: working,
          working,
          appointments: intervals(of.appointments),
          elsewhere: intervals(of.elsewhere),
        },
        kiosks: of.kiosks === null ? null : of.kiosks.map(intervals),
        asked: wish({
          terms: { minutes: of.length, bufferBefore, bufferAfter },
          limits: {
            bufferBefore: ownBefore,
            bufferAfter: ownAfter,
            walkInShare: of.walkInShare,
            dailyLimit: of.dailyLimit,
            leadMinutes: of.leadMinutes,
          },
          now: whole.from + of.nowAt * minuteMs,
        }),
        open: of.open,
        on: of.on,
      };
    });
};

describe.each(oddZones)('slots in %s, both clock changes, all starts and lengths', (timeZone) => {
  const always = (what: (situation: Situation, starts: number[]) => void) =>
    fc.assert(
      fc.property(situations(timeZone), (situation) =>
        what(situation, findStarts(situation.day, situation.kiosks, situation.asked)),
      ),
      { numRuns: 150 },
    );

  it('never overlap each other or what is taken, buffers among it', () => {
    always(({ day, asked }, starts) => {
      const taken = starts.map((start) => timesOf(start, asked).taken);
      for (const [index, one] of taken.entries()) {
        for (const other of [...taken.slice(index + 1), ...day.appointments, ...day.elsewhere]) {
          expect(overlaps(one, other)).toBe(false);
        }
      }
    });
  });

  it('never fall outside the hours by the clock on the wall', () => {
    always(({ asked, open, on }, starts) => {
      for (const { taken } of starts.map((start) => timesOf(start, asked))) {
        for (let instant = taken.from; instant < taken.until; instant += 5 * minuteMs) {
          const wall = wallAt(instant, timeZone);
          const within = open.some(({ from, until }) => `${on} ${from}` <= wall && wall < `${on} ${until}`);
          if (!within) expect.fail(`${wall} is in none of the hours`);
        }
      }
    });
  });

  it('are the same when asked twice, and later the same without those that are too near', () => {
    always(({ day, kiosks, asked }, starts) => {
      expect(findStarts(day, kiosks, asked)).toEqual(starts);
      const later = { ...asked, now: asked.now + 37 * minuteMs };
      const nearest = later.now + asked.limits.leadMinutes * minuteMs;
      expect(findStarts(day, kiosks, later)).toEqual(starts.filter((start) => start >= nearest));
    });
  });

  it('can be booked, every one, and then nothing is offered that overlaps it', () => {
    always(({ day, kiosks, asked }, starts) => {
      for (const start of starts) {
        expect(canStart(start, day, kiosks, asked)).toBe(true);
        const { taken } = timesOf(start, asked);
        const booked = { ...day, appointments: [...day.appointments, taken] };
        expect(canStart(start, booked, kiosks, asked)).toBe(false);
        const offered = findStarts(booked, kiosks, asked).map((next) => timesOf(next, asked).taken);
        expect(intersect(offered, [taken])).toEqual([]);
      }
    });
  });

  it('are found whenever there is any time at all that a booking would take', () => {
    always(({ day, kiosks, asked }, starts) => {
      const possible = [];
      for (let start = day.day.from; start < day.day.until; start += 5 * minuteMs) {
        if (canStart(start, day, kiosks, { ...asked, now: 0 })) possible.push(start);
      }
      if (possible.length > 0) expect(findStarts(day, kiosks, { ...asked, now: 0 })).not.toEqual([]);
      for (const start of starts) expect(possible).toContain(start);
    });
  });
});
