import { describe, expect, it } from 'vitest';
import { holidayCalendar, publicHolidays } from './holidays.ts';
import { date } from './testing.ts';

const listed = (year: number) => publicHolidays(year).map(({ date, name }) => `${date} ${name}`);

describe('public holidays', () => {
  it('of 2026 are those of the law', () => {
    expect(listed(2026)).toEqual([
      '2026-01-01 new-year',
      '2026-04-03 good-friday',
      '2026-04-05 easter-sunday',
      '2026-04-06 easter-monday',
      '2026-05-01 labour-day',
      '2026-05-04 independence-restored',
      '2026-05-10 mothers-day',
      '2026-05-24 whitsun',
      '2026-06-23 ligo',
      '2026-06-24 jani',
      '2026-11-18 proclamation',
      '2026-12-24 christmas-eve',
      '2026-12-25 christmas',
      '2026-12-26 second-christmas',
      '2026-12-31 new-years-eve',
    ]);
  });

  it('of 2027 are those of the law', () => {
    expect(listed(2027)).toEqual([
      '2027-01-01 new-year',
      '2027-03-26 good-friday',
      '2027-03-28 easter-sunday',
      '2027-03-29 easter-monday',
      '2027-05-01 labour-day',
      '2027-05-04 independence-restored',
      '2027-05-09 mothers-day',
      '2027-05-16 whitsun',
      '2027-06-23 ligo',
      '2027-06-24 jani',
      '2027-11-18 proclamation',
      '2027-12-24 christmas-eve',
      '2027-12-25 christmas',
      '2027-12-26 second-christmas',
      '2027-12-31 new-years-eve',
    ]);
  });

  it('go on to the next working day when 4 May or 18 November falls on a weekend', () => {
    expect(listed(2024)).toContain('2024-05-06 independence-restored-observed');
    expect(listed(2025)).toContain('2025-05-05 independence-restored-observed');
    expect(listed(2023)).toContain('2023-11-20 proclamation-observed');
    expect(listed(2029)).toContain('2029-11-19 proclamation-observed');
    expect(listed(2026).join()).not.toContain('observed');
  });

  it('have the closing day of the Song and Dance Festival among them, as it was in 2023', () => {
    expect(listed(2023)).toEqual(
      expect.arrayContaining(['2023-07-09 song-festival', '2023-07-10 song-festival-observed']),
    );
    expect(listed(2028)).toContain('2028-07-10 song-festival-observed');
    expect(listed(2027).join()).not.toContain('song-festival');
  });

  it.each([
    [2025, '2025-04-20'],
    [2028, '2028-04-16'],
    [2029, '2029-04-01'],
    [2035, '2035-03-25'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
  ])('know Easter of %i', (year, easter) => {
    expect(listed(year)).toContain(`${easter} easter-sunday`);
  });

  it('find the second Sunday of May also when the month begins with a Sunday', () => {
    expect(listed(2022)).toContain('2022-05-08 mothers-day');
    expect(listed(2028)).toContain('2028-05-14 mothers-day');
  });
});

describe('the calendar of special days', () => {
  it('has the working days that the Cabinet moved to a Saturday', () => {
    const { free, worked } = holidayCalendar(date('2026-01-01'), date('2026-12-31'));
    expect(free.has(date('2026-01-02'))).toBe(true);
    expect(worked.get(date('2026-01-17'))).toBe('2026-01-02');
    expect(free.has(date('2026-06-22'))).toBe(true);
    expect(worked.get(date('2026-06-27'))).toBe('2026-06-22');
  });

  it('reaches over the turn of the year', () => {
    const { free } = holidayCalendar(date('2026-12-20'), date('2027-01-10'));
    expect(free.has(date('2026-12-31'))).toBe(true);
    expect(free.has(date('2027-01-01'))).toBe(true);
    expect(free.has(date('2026-12-30'))).toBe(false);
  });
});
