import { describe, expect, it } from 'vitest';
import { Closure, type Schedule, ScheduleException, usualOpeningHours, WeeklyAvailability } from './schedule.ts';
import { date, daysOf, hours, schedule, wallAt } from './testing.ts';
import { openingTime, withoutClosures, workingTime } from './working-time.ts';

const riga = daysOf('Europe/Riga');
const week = (weekday: number, from: string, until: string, more: Partial<WeeklyAvailability> = {}) =>
  WeeklyAvailability.parse({
    weekday,
    hours: hours(from, until),
    channels: ['kiosk'],
    validFrom: null,
    validUntil: null,
    ...more,
  });
const exception = (kind: 'open' | 'closed', day: string, more: Partial<ScheduleException> = {}) =>
  ScheduleException.parse({
    kind,
    reason: 'other',
    firstDay: day,
    lastDay: day,
    hours: null,
    channels: ['kiosk', 'telephone', 'in-person'],
    ...more,
  });
const shown = (intervals: readonly { from: number; until: number }[]) =>
  intervals.map(({ from, until }) => [wallAt(from, 'Europe/Riga').slice(-5), wallAt(until, 'Europe/Riga').slice(-5)]);
const on = (day: string, of: Schedule, channel: 'kiosk' | 'telephone' = 'kiosk') =>
  shown(workingTime(of, date(day), channel, riga));

/** A Monday without anything special. */
const monday = '2027-03-15';

describe('working time', () => {
  it('is the hours of the weekday, several windows of them', () => {
    const own = schedule({ weekly: [week(1, '13:00', '17:00'), week(1, '09:00', '12:00'), week(2, '09:00', '17:00')] });
    expect(on(monday, own)).toEqual([
      ['09:00', '12:00'],
      ['13:00', '17:00'],
    ]);
  });

  it('is by channel', () => {
    const own = schedule({
      weekly: [week(1, '09:00', '12:00'), week(1, '12:00', '14:00', { channels: ['telephone'] })],
    });
    expect(on(monday, own, 'telephone')).toEqual([['12:00', '14:00']]);
  });

  it('keeps to the days from which and until which a rule counts, both among them', () => {
    const own = schedule({
      weekly: [week(1, '09:00', '17:00', { validFrom: date('2027-03-15'), validUntil: date('2027-03-22') })],
    });
    expect(['2027-03-08', '2027-03-15', '2027-03-22', '2027-04-05'].map((day) => on(day, own).length)).toEqual([
      0, 1, 1, 0,
    ]);
  });

  it('is nothing on a public holiday, unless somebody opens it', () => {
    const own = schedule({ weekly: [week(1, '09:00', '17:00')] });
    expect(on('2027-03-29', own)).toEqual([]);
    const open = exception('open', '2027-03-29', { hours: hours('10:00', '12:00') });
    expect(on('2027-03-29', { ...own, exceptions: [open] })).toEqual([['10:00', '12:00']]);
  });

  it('moves with a working day that the Cabinet moved to a Saturday', () => {
    const friday = schedule({ weekly: [week(5, '09:00', '15:00'), week(6, '20:00', '21:00')] });
    expect(on('2026-01-02', friday)).toEqual([]);
    expect(on('2026-01-17', friday)).toEqual([['09:00', '15:00']]);
  });

  it('is less by leave and by hours that are closed, whatever was opened', () => {
    const own = schedule({ weekly: [week(1, '09:00', '17:00')] });
    const hoursOff = exception('closed', monday, { hours: hours('11:00', '12:30') });
    expect(on(monday, { ...own, exceptions: [hoursOff] })).toEqual([
      ['09:00', '11:00'],
      ['12:30', '17:00'],
    ]);
    const leave = exception('closed', '2027-03-14', { lastDay: date('2027-03-16'), reason: 'leave' });
    const extra = exception('open', monday, { hours: hours('18:00', '19:00') });
    expect(on(monday, { ...own, exceptions: [leave, extra] })).toEqual([]);
  });

  it('joins extra time to the usual', () => {
    const extra = exception('open', monday, { hours: hours('16:00', '18:00') });
    expect(on(monday, schedule({ weekly: [week(1, '09:00', '17:00')], exceptions: [extra] }))).toEqual([
      ['09:00', '18:00'],
    ]);
  });

  it('is without the closures of the institution', () => {
    const closure = Closure.parse({ firstDay: monday, lastDay: monday, hours: hours('09:00', '10:00') });
    const time = workingTime(schedule({ weekly: [week(1, '09:00', '17:00')] }), date(monday), 'kiosk', riga);
    expect(shown(withoutClosures(time, [closure], date(monday), riga.clock))).toEqual([['10:00', '17:00']]);
    expect(withoutClosures(time, [{ ...closure, hours: null }], date(monday), riga.clock)).toEqual([]);
    expect(withoutClosures(time, [closure], date('2027-03-16'), riga.clock)).toEqual(time);
  });
});

describe('a contact point', () => {
  it('is open by its week, not on holidays and closures, and on extra days', () => {
    const opening = {
      ...usualOpeningHours,
      closures: [Closure.parse({ firstDay: '2027-03-16', lastDay: '2027-03-16', hours: null })],
      extra: [{ date: date('2027-03-27'), hours: hours('10:00', '14:00') }],
    };
    const openOn = (day: string) => shown(openingTime(opening, date(day), riga));
    expect(openOn(monday)).toEqual([['08:30', '17:00']]);
    expect(openOn('2027-03-16')).toEqual([]);
    expect(openOn('2027-03-26')).toEqual([]);
    expect(openOn('2027-03-27')).toEqual([['10:00', '14:00']]);
  });
});
