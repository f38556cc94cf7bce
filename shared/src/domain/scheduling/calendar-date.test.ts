import { describe, expect, it } from 'vitest';
import {
  addDays,
  dateAt,
  datesBetween,
  minutesOf,
  mondayOf,
  PlainDate,
  TimeOfDay,
  TimeZone,
  weekdayOf,
} from './calendar-date.ts';
import { date, time } from './testing.ts';

describe('a date on the wall calendar', () => {
  it.each(['2027-03-28', '2028-02-29', '2020-01-01', '2099-12-31'])('is %s', (text) => {
    expect(PlainDate.safeParse(text).success).toBe(true);
  });

  it.each(['2027-02-29', '2027-13-01', '9999-01-01', '2019-12-31', '2100-01-01', '27-03-28', '2027-3-28', ''])(
    'is not %s',
    (text) => {
      expect(PlainDate.safeParse(text).success).toBe(false);
    },
  );

  it('knows its weekday and its Monday', () => {
    expect(weekdayOf(date('2027-03-28'))).toBe(7);
    expect(mondayOf(date('2027-03-28'))).toBe('2027-03-22');
    expect(mondayOf(date('2027-03-22'))).toBe('2027-03-22');
  });

  it('goes on over months, leap days and the edges of what can be asked for', () => {
    expect(addDays(date('2028-02-28'), 2)).toBe('2028-03-01');
    expect(addDays(date('2099-12-31'), 1)).toBe('2100-01-01');
    expect(mondayOf(date('2020-01-01'))).toBe('2019-12-30');
  });

  it('comes in a row, both ends among it, or not at all when upside down', () => {
    expect(datesBetween(date('2027-02-27'), date('2027-03-01'))).toEqual(['2027-02-27', '2027-02-28', '2027-03-01']);
    expect(datesBetween(date('2027-03-01'), date('2027-02-27'))).toEqual([]);
  });

  it('is another one elsewhere at the same instant', () => {
    const lateEvening = Date.UTC(2027, 2, 27, 22, 30);
    expect(dateAt(lateEvening, 'Europe/Riga')).toBe('2027-03-28');
    expect(dateAt(lateEvening, 'Europe/Lisbon')).toBe('2027-03-27');
  });
});

describe('a time on the wall clock', () => {
  it.each(['00:00', '09:30', '23:59', '24:00'])('is %s', (text) => {
    expect(TimeOfDay.safeParse(text).success).toBe(true);
  });

  it.each(['24:01', '9:30', '12:60', '25:00', '12:00:00', 'noon'])('is not %s', (text) => {
    expect(TimeOfDay.safeParse(text).success).toBe(false);
  });

  it('counts its minutes', () => {
    expect(minutesOf(time('09:30'))).toBe(570);
    expect(minutesOf(time('24:00'))).toBe(1440);
  });
});

describe('a time zone', () => {
  it.each(['Europe/Riga', 'Europe/Kyiv', 'Europe/Kiev', 'Asia/Kolkata', 'UTC'])('is %s', (name) => {
    expect(TimeZone.safeParse(name).success).toBe(true);
  });

  it.each(['Europe/Atlantis', '+02:00', 'riga', '', 'Europe/Riga; drop table'])('is not %s', (name) => {
    expect(TimeZone.safeParse(name).success).toBe(false);
  });
});
