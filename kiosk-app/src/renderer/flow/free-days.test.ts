import { Slot } from '@remote-clerk/shared/contracts/appointments.ts';
import { describe, expect, it } from 'vitest';
import { idOf } from '../testing/sample-ids.ts';
import { freeDays, halves } from './free-days.ts';

const slotsAt = (...starts: string[]) =>
  Slot.array().parse(
    starts.map((startsAt) => ({ startsAt, endsAt: startsAt, serviceId: idOf(11), contactPointId: null, free: 1 })),
  );

describe('free days', () => {
  it('are those of the contact point’s wall, also late in the evening', () => {
    const slots = slotsAt('2027-03-26T21:30:00.000Z', '2027-03-26T22:30:00.000Z', '2027-03-27T08:00:00.000Z');
    expect(freeDays(slots, 'Europe/Riga').map(({ day, starts }) => [day, starts.length])).toEqual([
      ['2027-03-26', 1],
      ['2027-03-27', 2],
    ]);
  });

  it('have a start once, however many services begin then', () => {
    const [day] = freeDays(slotsAt('2027-03-26T08:00:00.000Z', '2027-03-26T08:00:00.000Z'), 'Europe/Riga');
    expect(day?.starts).toHaveLength(1);
  });

  it('part at noon on the wall, in winter and after the clocks went forward', () => {
    const starts = slotsAt('2027-03-26T09:30:00.000Z', '2027-03-26T10:00:00.000Z', '2027-03-29T09:00:00.000Z').map(
      ({ startsAt }) => startsAt,
    );
    const { morning, afternoon } = halves(starts, 'Europe/Riga');
    expect(morning).toEqual(['2027-03-26T09:30:00.000Z']);
    expect(afternoon).toEqual(['2027-03-26T10:00:00.000Z', '2027-03-29T09:00:00.000Z']);
  });
});
