import { expect, it } from 'vitest';
import { aSlot } from '../../testing/booking-builders.ts';
import { slotDays } from './slot-days.ts';

it('gives each day its times, by the contact point’s calendar', () => {
  const days = slotDays(
    [{ slots: [aSlot('2026-11-23T07:00:00.000Z'), aSlot('2026-11-23T22:30:00.000Z')] }],
    'Europe/Riga',
  );
  expect(days.map(({ date, slots }) => [date, slots.length])).toEqual([
    ['2026-11-23', 1],
    ['2026-11-24', 1],
  ]);
});

it('shows a time once, though the day that was cut short is read again', () => {
  const first = aSlot('2026-11-23T07:00:00.000Z');
  const [day] = slotDays([{ slots: [first] }, { slots: [first, aSlot('2026-11-23T08:00:00.000Z')] }], 'Europe/Riga');
  expect(day?.slots.map(({ startsAt }) => startsAt)).toEqual(['2026-11-23T07:00:00.000Z', '2026-11-23T08:00:00.000Z']);
});
