import { describe, expect, it } from 'vitest';
import type { Interval } from './interval.ts';
import type { ScheduleException } from './schedule.ts';
import { type BookableDay, canStart, findStarts, timesOf } from './slots.ts';
import { bookableDay, date, daysOf, hours, minuteMs, schedule, wallAt, wish } from './testing.ts';
import { workingTime } from './working-time.ts';

/** A day in UTC; `at('09:30')` is an instant of it. */
const midnight = Date.UTC(2027, 2, 15);
const at = (text: string) => Date.parse(`2027-03-15T${text}:00Z`);
const between = (from: string, until: string): Interval => ({ from: at(from), until: at(until) });
const monday = { from: midnight, until: midnight + 1440 * minuteMs };
const morning = (more: Partial<BookableDay> = {}) => bookableDay(monday, [between('09:00', '12:00')], more);
const shown = (starts: number[]) => starts.map((start) => wallAt(start, 'UTC').slice(-5));

describe('a search', () => {
  it('gives as many starts as fit one after another', () => {
    expect(shown(findStarts(morning(), null, wish()))).toEqual(['09:00', '09:30', '10:00', '10:30', '11:00', '11:30']);
    expect(shown(findStarts(morning(), null, wish({ terms: { minutes: 50 } })))).toEqual(['09:00', '09:50', '10:40']);
    expect(findStarts(morning(), null, wish({ terms: { minutes: 181 } }))).toEqual([]);
  });

  it('goes around what is taken, by appointments or elsewhere', () => {
    const day = morning({ appointments: [between('09:30', '10:00')], elsewhere: [between('10:20', '11:10')] });
    expect(shown(findStarts(day, null, wish()))).toEqual(['09:00', '11:10']);
  });

  it('keeps buffers free before and after, the longer of the service’s and the specialist’s', () => {
    const buffered = wish({ terms: { bufferBefore: 10 }, limits: { bufferBefore: 5, bufferAfter: 20 } });
    expect(shown(findStarts(morning(), null, buffered))).toEqual(['09:10', '10:10', '11:10']);
    expect(timesOf(at('09:10'), buffered)).toEqual({
      served: between('09:10', '09:40'),
      taken: between('09:00', '10:00'),
    });
    expect(canStart(at('09:05'), morning(), null, buffered)).toBe(false);
  });

  it('begins at whole five minutes, whatever else does not', () => {
    expect(
      shown(findStarts(bookableDay(monday, [between('09:02', '10:30')]), null, wish({ terms: { minutes: 33 } }))),
    ).toEqual(['09:05', '09:40']);
    expect(canStart(at('09:03'), morning(), null, wish())).toBe(false);
  });

  it('offers nothing sooner than the lead time, and the same times all the while', () => {
    const soon = (now: string) =>
      shown(findStarts(morning(), null, wish({ now: at(now), limits: { leadMinutes: 60 } })));
    expect(soon('09:00')).toEqual(['10:00', '10:30', '11:00', '11:30']);
    expect(soon('09:01')).toEqual(['10:30', '11:00', '11:30']);
    expect(soon('09:25')).toEqual(['10:30', '11:00', '11:30']);
    expect(canStart(at('09:55'), morning(), null, wish({ now: at('09:00'), limits: { leadMinutes: 60 } }))).toBe(false);
  });

  it('offers nothing beyond the horizon', () => {
    const weekBefore = wish({ now: at('10:00') - 7 * 1440 * minuteMs, limits: { horizonDays: 7 } });
    expect(shown(findStarts(morning(), null, weekBefore))).toEqual(['09:00', '09:30']);
    expect(canStart(at('10:00'), morning(), null, weekBefore)).toBe(false);
  });

  it('keeps a share of all working time for those who walk in', () => {
    const share = (walkInShare: number, taken: Interval[]) =>
      findStarts(morning({ appointments: taken }), null, wish({ limits: { walkInShare } })).length > 0;
    // 20 % of three hours: 144 minutes can be booked.
    expect(share(20, [between('09:00', '10:54')])).toBe(true);
    expect(share(20, [between('09:00', '10:55')])).toBe(false);
    expect(share(100, [])).toBe(false);
    // The share is of all the day's working time, also of what this channel cannot have.
    const longer = morning({ working: [between('08:00', '16:00')], appointments: [between('09:00', '10:55')] });
    expect(findStarts(longer, null, wish({ limits: { walkInShare: 20 } }))).not.toEqual([]);
  });

  it('keeps the share in each part of a long day, so that the morning is not booked out', () => {
    const halves = [between('08:00', '12:00'), between('13:00', '17:00')];
    const day = (taken: Interval[]) => bookableDay(monday, halves, { appointments: taken });
    const asked = wish({ limits: { walkInShare: 25 } });
    // A quarter of four hours: three can be booked.
    expect(shown(findStarts(day([between('08:00', '10:50')]), null, asked))[0]).toBe('13:00');
    expect(shown(findStarts(day([between('08:00', '10:30')]), null, asked))[0]).toBe('10:30');
    expect(canStart(at('11:00'), day([between('08:00', '10:50')]), null, asked)).toBe(false);
    expect(findStarts(day([between('08:00', '11:00'), between('13:00', '16:00')]), null, asked)).toEqual([]);
    // Hours without a break are divided in the same way.
    const unbroken = bookableDay(monday, [between('08:00', '16:00')], { appointments: [between('08:00', '11:00')] });
    expect(shown(findStarts(unbroken, null, asked))[0]).toBe('12:00');
  });

  it('stops at the daily limit, counting every appointment that touches the day', () => {
    const limit = wish({ limits: { dailyLimit: 2 } });
    const early = between('07:00', '07:30');
    const overMidnight = { from: midnight - 10 * minuteMs, until: midnight + 20 * minuteMs };
    const yesterday = { from: midnight - 30 * minuteMs, until: midnight };
    expect(findStarts(morning({ appointments: [early, yesterday] }), null, limit)).not.toEqual([]);
    expect(findStarts(morning({ appointments: [early, overMidnight] }), null, limit)).toEqual([]);
    expect(canStart(at('09:00'), morning({ appointments: [early, overMidnight] }), null, limit)).toBe(false);
    expect(findStarts(morning(), null, wish({ limits: { dailyLimit: 0 } }))).toEqual([]);
  });

  it('needs one kiosk that is free all the while, buffers apart', () => {
    const one = [between('09:00', '10:10')];
    const other = [between('09:20', '09:50'), between('11:00', '12:00')];
    expect(shown(findStarts(morning(), [one], wish()))).toEqual(['10:10', '10:40', '11:10']);
    expect(shown(findStarts(morning(), [one, other], wish()))).toEqual(['09:50', '10:20', '10:50', '11:20']);
    expect(findStarts(morning(), [], wish())).toEqual([]);
    expect(canStart(at('09:45'), morning(), [one, other], wish())).toBe(false);
    expect(canStart(at('10:10'), morning(), [one], wish({ limits: { bufferBefore: 10 } }))).toBe(true);
  });
});

describe('the weekend of Easter 2027, when Riga’s clock goes forward', () => {
  const riga = daysOf('Europe/Riga');
  const startsOn = (day: string, from: string, until: string) => {
    const open: ScheduleException = {
      kind: 'open',
      reason: 'extra-hours',
      firstDay: date(day),
      lastDay: date(day),
      hours: hours(from, until),
      channels: ['kiosk'],
    };
    const working = workingTime(schedule({ exceptions: [open] }), date(day), 'kiosk', riga);
    const starts = findStarts(bookableDay(riga.clock.day(date(day)), working), null, wish());
    return starts.map((start) => wallAt(start, 'Europe/Riga'));
  };

  it('has the times that were written: on the Saturday, on Easter Sunday and before the change', () => {
    expect(startsOn('2027-03-27', '09:00', '10:30')).toEqual([
      '2027-03-27 09:00',
      '2027-03-27 09:30',
      '2027-03-27 10:00',
    ]);
    expect(startsOn('2027-03-28', '09:00', '10:30')).toEqual([
      '2027-03-28 09:00',
      '2027-03-28 09:30',
      '2027-03-28 10:00',
    ]);
    expect(startsOn('2027-03-28', '01:00', '02:00')).toEqual(['2027-03-28 01:00', '2027-03-28 01:30']);
  });

  it('has nothing in the hour that does not exist, and goes on after it', () => {
    expect(startsOn('2027-03-28', '03:00', '04:00')).toEqual([]);
    expect(startsOn('2027-03-28', '02:00', '05:00')).toEqual([
      '2027-03-28 02:00',
      '2027-03-28 02:30',
      '2027-03-28 04:00',
      '2027-03-28 04:30',
    ]);
  });

  it('has in autumn the hour that comes twice once, when it is all that was opened', () => {
    expect(startsOn('2027-10-31', '03:00', '04:00')).toEqual(['2027-10-31 03:00', '2027-10-31 03:30']);
    expect(startsOn('2027-10-31', '09:00', '10:00')).toEqual(['2027-10-31 09:00', '2027-10-31 09:30']);
  });
});
