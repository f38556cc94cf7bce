import { addDays, datesBetween, type PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { date, time } from '@remote-clerk/shared/domain/scheduling/testing.ts';
import { createWallClock } from '@remote-clerk/shared/domain/scheduling/wall-clock.ts';
import { instantFrom } from '@remote-clerk/shared/domain/time.ts';
import { describe, expect, it } from 'vitest';
import { type Asked, estimateLoad } from './estimate-load.ts';
import { halfHourAt, halfHoursOf, minutesIn } from './half-hours.ts';

const riga = createWallClock('Europe/Riga');
/** A Monday; the clock changes on Sunday, the 28th. */
const monday = date('2027-03-22');
const at = (day: PlainDate, clock: string) => riga.instantOf(day, time(clock)) ?? Number.NaN;
const between = (day: PlainDate, from: string, until: string) => ({ from: at(day, from), until: at(day, until) });
const asked = (day: PlainDate, clock: string, more: Partial<Asked> = {}): Asked => ({
  at: at(day, clock),
  serviceId: 'pension',
  plannedMinutes: 10,
  tookMinutes: null,
  ...more,
});

const weeksBefore = 2;
const known = {
  coming: halfHoursOf(datesBetween(monday, addDays(monday, 13)), riga),
  past: halfHoursOf(datesBetween(addDays(monday, -7 * weeksBefore), addDays(monday, -1)), riga),
  isFree: () => false,
  working: [],
  booked: [],
  asked: [],
};
const cell = (cells: ReturnType<typeof estimateLoad>, day: PlainDate, clock: string) =>
  cells.find(({ from }) => from === instantFrom(at(day, clock)));

describe('half hours', () => {
  it('are 48 a day by the clock on the wall, fewer on the night when it goes forward', () => {
    const ofDay = (text: string) => halfHoursOf([date(text)], riga).length;
    expect([ofDay('2027-03-27'), ofDay('2027-03-28')]).toEqual([48, 46]);
  });

  it('take their part of every interval', () => {
    const minutes = minutesIn(known.coming, [between(monday, '09:15', '10:40'), between(monday, '09:00', '09:20')]);
    expect(minutes.slice(18, 23)).toEqual([35, 30, 30, 10, 0]);
    expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(105);
  });

  it('begin with their first instant and end before that of the next', () => {
    expect(halfHourAt(known.coming, at(monday, '09:30'))?.ofWeek).toBe('1 09:30');
    expect(halfHourAt(known.coming, at(monday, '09:30') - 1)?.ofWeek).toBe('1 09:00');
    expect(halfHourAt(known.coming, at(monday, '00:00') - 1)).toBeUndefined();
  });
});

describe('the load ahead', () => {
  it('has the minutes of all who work and of all that is booked', () => {
    const cells = estimateLoad({
      ...known,
      working: [between(monday, '09:00', '12:00'), between(monday, '09:10', '12:00')],
      booked: [between(monday, '09:20', '09:40')],
    });
    expect(cells).toHaveLength(13 * 48 + 46);
    expect(cell(cells, monday, '09:00')).toMatchObject({ available: 50, booked: 10, expectedWalkIn: 0 });
    expect(cell(cells, monday, '09:30')).toMatchObject({ available: 60, booked: 10 });
    expect(cell(cells, monday, '12:00')).toMatchObject({ available: 0, booked: 0 });
  });

  it('expects on a weekday what came at the same time of the same weekday, also after the clock has changed', () => {
    const [last, lastButOne] = [addDays(monday, -7), addDays(monday, -14)];
    const cells = estimateLoad({
      ...known,
      asked: [asked(last, '09:05'), asked(last, '09:29'), asked(lastButOne, '09:00'), asked(lastButOne, '09:30')],
    });
    for (const day of [monday, addDays(monday, 7)]) {
      expect(cell(cells, day, '09:00')?.expectedWalkIn).toBe(15);
      expect(cell(cells, day, '09:30')?.expectedWalkIn).toBe(5);
    }
    expect(cell(cells, addDays(monday, 1), '09:00')?.expectedWalkIn).toBe(0);
  });

  it('takes what a service really takes, once enough were served', () => {
    const last = addDays(monday, -7);
    const served = (count: number) => Array.from({ length: count }, () => asked(last, '09:00', { tookMinutes: 24 }));
    const expected = (all: Asked[]) => cell(estimateLoad({ ...known, asked: all }), monday, '09:00')?.expectedWalkIn;
    expect(expected(served(9))).toBe((9 * 10) / weeksBefore);
    expect(expected(served(10))).toBe((10 * 24) / weeksBefore);
  });

  it('neither learns from holidays nor expects anything on them', () => {
    const [last, lastButOne] = [addDays(monday, -7), addDays(monday, -14)];
    const all = [asked(last, '09:00'), asked(lastButOne, '09:00')];
    const cells = estimateLoad({ ...known, asked: all, isFree: (day) => day === last || day === addDays(monday, 7) });
    expect(cell(cells, monday, '09:00')?.expectedWalkIn).toBe(10);
    expect(cell(cells, addDays(monday, 7), '09:00')?.expectedWalkIn).toBe(0);
  });
});
