import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './calendar-date.ts';
import { changeDays, date, minuteMs, oddZones, time, timeAfter, wallAt } from './testing.ts';
import { createWallClock } from './wall-clock.ts';

const riga = createWallClock('Europe/Riga');
const clockChanges = oddZones.flatMap((timeZone) => changeDays(timeZone).map((day) => ({ timeZone, day })));
const shown = (zone: string, interval: { from: number; until: number } | null) =>
  interval && [wallAt(interval.from, zone), wallAt(interval.until, zone)];

describe('the clock on the wall', () => {
  it('has both changes of each year in every zone looked at', () => {
    for (const timeZone of oddZones) expect(changeDays(timeZone).length).toBeGreaterThanOrEqual(6);
    expect(changeDays('Europe/Riga').slice(2, 4)).toEqual(['2027-03-28', '2027-10-31']);
  });

  it('gives, on usual days and on those of a change, nothing outside the hours that were asked for', () => {
    for (const { timeZone, day } of clockChanges) {
      const clock = createWallClock(timeZone);
      fc.assert(
        fc.property(
          fc.integer({ min: -1, max: 1 }),
          fc.nat(287).map((step) => step * 5),
          fc.integer({ min: 1, max: 288 }).map((steps) => steps * 5),
          (apart, from, length) => {
            const on = addDays(day, apart);
            const until = Math.min(1440, from + length);
            const window = clock.window(on, timeAfter(from), timeAfter(until));
            if (!window) return;
            const wholeDay = clock.day(on);
            expect(window.from).toBeGreaterThanOrEqual(wholeDay.from);
            expect(window.until).toBeLessThanOrEqual(wholeDay.until);
            for (let instant = window.from; instant < window.until; instant += 5 * minuteMs) {
              const wall = wallAt(instant, timeZone);
              if (wall < `${on} ${timeAfter(from)}` || wall >= `${on} ${timeAfter(until)}`) expect.fail(wall);
            }
          },
        ),
        { numRuns: 40 },
      );
    }
  });

  it('misses, around a change, none of the hours that come once', () => {
    for (const { timeZone, day } of clockChanges) {
      const clock = createWallClock(timeZone);
      const wholeDay = clock.day(day);
      const seen = new Map<string, number[]>();
      for (let instant = wholeDay.from; instant < wholeDay.until; instant += 15 * minuteMs) {
        const wall = wallAt(instant, timeZone);
        seen.set(wall, [...(seen.get(wall) ?? []), instant]);
      }
      for (let from = 0; from < 6 * 60; from += 15) {
        for (let until = from + 15; until <= 6 * 60; until += 15) {
          const window = clock.window(day, timeAfter(from), timeAfter(until));
          const missed = [...seen].filter(
            ([wall, instants]) =>
              instants.length === 1 &&
              wall >= `${day} ${timeAfter(from)}` &&
              wall < `${day} ${timeAfter(until)}` &&
              !(window && instants.every((instant) => window.from <= instant && instant < window.until)),
          );
          expect(missed, `${timeZone} ${day} ${timeAfter(from)}–${timeAfter(until)}`).toEqual([]);
        }
      }
    }
  });

  it('gives nothing for hours that the clock jumps over, and what is left of others', () => {
    const spring = date('2027-03-28');
    expect(riga.window(spring, time('03:00'), time('04:00'))).toBeNull();
    expect(riga.window(spring, time('03:15'), time('03:45'))).toBeNull();
    expect(riga.instantOf(spring, time('03:30'))).toBeNull();
    expect(shown('Europe/Riga', riga.window(spring, time('02:30'), time('04:30')))).toEqual([
      '2027-03-28 02:30',
      '2027-03-28 04:30',
    ]);
    expect(shown('Europe/Riga', riga.window(spring, time('03:30'), time('05:00')))).toEqual([
      '2027-03-28 04:00',
      '2027-03-28 05:00',
    ]);
  });

  it('gives, when an hour comes twice, what is surely meant', () => {
    const autumn = date('2027-10-31');
    const lengthOf = (from: string, until: string) => {
      const window = riga.window(autumn, time(from), time(until));
      return window && (window.until - window.from) / minuteMs;
    };
    expect(lengthOf('03:00', '04:00')).toBe(60);
    expect(lengthOf('02:00', '05:00')).toBe(240);
    expect(lengthOf('03:15', '03:45')).toBe(30);
    expect(lengthOf('02:00', '03:30')).toBe(90);
    expect(lengthOf('03:30', '05:00')).toBe(90);
    expect(riga.instantOf(autumn, time('03:30'))).toBe(Date.UTC(2027, 9, 31, 0, 30));
  });

  it('has days of 23, 24 and 25 hours, one after another', () => {
    const lengths = ['2027-03-27', '2027-03-28', '2027-10-31'].map((text) => {
      const day = riga.day(date(text));
      return (day.until - day.from) / minuteMs / 60;
    });
    expect(lengths).toEqual([24, 23, 25]);
    expect(riga.day(date('2027-03-27')).until).toBe(riga.day(date('2027-03-28')).from);
  });

  it('has a last day too', () => {
    expect(shown('Europe/Riga', riga.window(date('2099-12-31'), time('08:00'), time('24:00')))).toEqual([
      '2099-12-31 08:00',
      '2100-01-01 00:00',
    ]);
  });
});
