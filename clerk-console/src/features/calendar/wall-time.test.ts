import { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { expect, it } from 'vitest';
import { createWall, joined, spanOn } from './wall-time.ts';

const riga = createWall('Europe/Riga');
const time = (from: string, until: string) => ({ from: Instant.parse(from), until: Instant.parse(until) });
const sunday = PlainDate.parse('2027-03-28');

it('reads the clock of the zone, before and after it changes', () => {
  expect(riga(Instant.parse('2027-03-27T12:30:00.000Z'))).toEqual({ date: '2027-03-27', minutes: 14 * 60 + 30 });
  expect(riga(Instant.parse('2027-03-28T11:30:00.000Z'))).toEqual({ date: sunday, minutes: 14 * 60 + 30 });
  expect(riga(Instant.parse('2027-03-27T22:00:00.000Z'))).toEqual({ date: sunday, minutes: 0 });
});

it('cuts what goes over midnight at the day’s ends', () => {
  const night = time('2027-03-27T20:00:00.000Z', '2027-03-28T06:00:00.000Z');
  expect(spanOn(PlainDate.parse('2027-03-27'), night, riga)).toEqual({ from: 22 * 60, until: 1440 });
  expect(spanOn(sunday, night, riga)).toEqual({ from: 0, until: 9 * 60 });
  expect(spanOn(PlainDate.parse('2027-03-29'), night, riga)).toBeNull();
});

it('does not count an end at midnight to the next day', () => {
  expect(spanOn(sunday, time('2027-03-27T20:00:00.000Z', '2027-03-27T22:00:00.000Z'), riga)).toBeNull();
});

it('joins what touches', () => {
  expect(
    joined([
      { from: 60, until: 90 },
      { from: 0, until: 30 },
      { from: 30, until: 45 },
    ]),
  ).toEqual([
    { from: 0, until: 45 },
    { from: 60, until: 90 },
  ]);
});
