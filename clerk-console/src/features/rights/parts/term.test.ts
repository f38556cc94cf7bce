import { languages } from '@remote-clerk/shared/domain/languages.ts';
import { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { expect, it } from 'vitest';
import { beginningOf, daysLeft, endOf, endsSoon, lastDayOf, monthsFrom } from './term.ts';
import { createTermWords } from './term-words.ts';

const day = (text: string) => PlainDate.parse(text);
const moment = (text: string) => Instant.parse(text);

it('a day begins and ends at midnight in Riga, in winter and in summer', () => {
  expect(beginningOf(day('2026-12-01'))).toBe('2026-11-30T22:00:00.000Z');
  expect(endOf(day('2027-06-30'))).toBe('2027-06-30T21:00:00.000Z');
});

it('the last day is the one before the midnight at which a term ends', () => {
  expect(lastDayOf(endOf(day('2027-05-31')))).toBe('2027-05-31');
});

it('days are counted on the calendar: none is left on the last day, however late', () => {
  const end = endOf(day('2026-12-01'));
  expect(daysLeft(end, moment('2026-11-30T21:59:00.000Z'))).toBe(1);
  expect(daysLeft(end, moment('2026-11-30T22:01:00.000Z'))).toBe(0);
  expect(daysLeft(end, moment('2027-01-30T22:01:00.000Z'))).toBe(0);
});

it('a right is to be renewed in its last month', () => {
  const end = endOf(day('2026-12-31'));
  expect(endsSoon(end, moment('2026-11-30T12:00:00.000Z'))).toBe(false);
  expect(endsSoon(end, moment('2026-12-01T12:00:00.000Z'))).toBe(true);
});

it('a term of months ends on the day before the same day of the month', () => {
  expect(monthsFrom(day('2026-11-21'), 6)).toBe('2027-05-20');
  expect(monthsFrom(day('2027-03-01'), 12)).toBe('2028-02-29');
  expect(monthsFrom(day('2026-11-30'), 3)).toBe('2027-02-27');
});

it('terms are written as people write them', () => {
  const until = endOf(day('2027-05-31'));
  expect(languages.map((language) => createTermWords(language).until(until))).toEqual([
    '2027. gada 31. maijam',
    '31 May 2027',
    '31 мая 2027 г.',
    '31 травня 2027 р.',
  ]);
  expect(createTermWords('lv').from(beginningOf(day('2026-12-01')))).toBe('2026. gada 1. decembra');
});
