import { Slot } from '@remote-clerk/shared/contracts/appointments.ts';
import { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { expect, it } from 'vitest';
import { daysAfter, firstDays, joinSlots, slotDays } from './slots.ts';

const day = (text: string) => PlainDate.parse(text);
const slot = (startsAt: string) =>
  Slot.parse({
    startsAt,
    endsAt: startsAt,
    serviceId: '00000000-0000-4000-8000-000000000001',
    contactPointId: null,
    free: 1,
  });

it('days are those of the place, where midnight has passed already', () => {
  const late = slot('2026-12-31T22:30:00.000Z');
  expect(slotDays([late], () => 'Europe/Riga')[0]?.date).toBe('2027-01-01');
  expect(slotDays([late], () => 'Europe/Lisbon')[0]?.date).toBe('2026-12-31');
});

it('a search goes on where the server stopped, then after the days it looked through, and ends', () => {
  const today = day('2026-11-20');
  const first = firstDays(Date.parse('2026-11-20T10:00:00Z'), 'Europe/Riga');
  expect(first).toEqual({ firstDay: today, lastDay: '2027-01-20' });
  expect(daysAfter(first, day('2026-11-25'), today)?.firstDay).toBe('2026-11-25');
  expect(daysAfter(first, null, today)?.firstDay).toBe('2027-01-21');
  expect(daysAfter({ firstDay: day('2027-04-01'), lastDay: day('2027-06-01') }, null, today)).toBeNull();
});

it('a time that is told twice is shown once', () => {
  const one = slot('2026-11-23T08:00:00.000Z');
  expect(joinSlots([one], [one, slot('2026-11-23T09:00:00.000Z')])).toHaveLength(2);
});
