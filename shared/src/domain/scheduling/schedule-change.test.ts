import { describe, expect, it } from 'vitest';
import { PlainDate } from './calendar-date.ts';
import { defaultLimits, Schedule } from './schedule.ts';
import { changeSchedule, emptySchedule } from './schedule-change.ts';

const day = (text: string) => PlainDate.parse(text);
const rule = (weekday: number, from: string, until: string, changes: Record<string, unknown> = {}) => ({
  weekday,
  hours: { from, until },
  channels: ['kiosk'],
  validFrom: null,
  validUntil: null,
  ...changes,
});
const leave = { kind: 'closed', reason: 'leave', firstDay: '2027-03-02', lastDay: '2027-03-02', hours: null };
const schedule = (weekly: unknown[], exceptions: unknown[] = []): Schedule =>
  Schedule.parse({ timeZone: 'Europe/Riga', weekly, exceptions, limits: defaultLimits });

describe('a new week from a day on', () => {
  it('ends what was said before, the day before', () => {
    const before = schedule([rule(1, '09:00', '17:00'), rule(2, '09:00', '17:00', { validFrom: '2027-05-01' })]);
    const { weekly } = schedule([rule(1, '10:00', '16:00')]);
    expect(changeSchedule(before, { kind: 'set-week', from: day('2027-04-01'), weekly }).weekly).toEqual([
      rule(1, '09:00', '17:00', { validUntil: '2027-03-31' }),
      rule(1, '10:00', '16:00', { validFrom: '2027-04-01' }),
    ]);
  });
});

describe('exceptions', () => {
  const before = schedule([], [{ ...leave, channels: ['kiosk'] }]);

  it('are there once, however often they are added', () => {
    expect(changeSchedule(before, { kind: 'add-exceptions', exceptions: before.exceptions })).toEqual(before);
  });

  it('are taken away when they are exactly these', () => {
    const gone = changeSchedule(before, { kind: 'remove-exceptions', exceptions: before.exceptions });
    expect(gone.exceptions).toEqual([]);
    const other = schedule([], [{ ...leave, channels: ['telephone'] }]).exceptions;
    expect(changeSchedule(before, { kind: 'remove-exceptions', exceptions: other })).toEqual(before);
  });
});

describe('a copied week', () => {
  it('has the hours of the other, with its exceptions, and leaves the weeks around it alone', () => {
    const before = schedule(
      [rule(1, '09:00', '12:00'), rule(2, '09:00', '17:00', { channels: ['kiosk', 'telephone'] })],
      [{ ...leave, channels: ['kiosk'] }],
    );
    const after = changeSchedule(before, {
      kind: 'copy-week',
      source: day('2027-03-03'),
      targets: [day('2027-03-25'), day('2027-03-22')],
    });
    const only = { validFrom: '2027-03-22', validUntil: '2027-03-28' };
    expect(after.weekly).toEqual([
      rule(1, '09:00', '12:00', { validUntil: '2027-03-21' }),
      rule(2, '09:00', '17:00', { channels: ['kiosk', 'telephone'], validUntil: '2027-03-21' }),
      rule(1, '09:00', '12:00', only),
      rule(2, '09:00', '17:00', { ...only, channels: ['telephone'] }),
      rule(1, '09:00', '12:00', { validFrom: '2027-03-29' }),
      rule(2, '09:00', '17:00', { channels: ['kiosk', 'telephone'], validFrom: '2027-03-29' }),
    ]);
  });

  it('of nobody is a week in which nobody works', () => {
    const before = schedule([rule(1, '09:00', '12:00', { validFrom: '2027-03-08' })]);
    const after = changeSchedule(before, {
      kind: 'copy-week',
      source: day('2027-03-01'),
      targets: [day('2027-03-15')],
    });
    expect(after.weekly).toEqual([
      rule(1, '09:00', '12:00', { validFrom: '2027-03-08', validUntil: '2027-03-14' }),
      rule(1, '09:00', '12:00', { validFrom: '2027-03-22' }),
    ]);
  });
});

it('is whole in its place, or only with other limits', () => {
  const before = emptySchedule('Europe/Riga');
  const other = schedule([rule(1, '09:00', '12:00')]);
  expect(changeSchedule(before, { kind: 'replace', schedule: other })).toBe(other);
  const limits = { ...defaultLimits, dailyLimit: 4 };
  expect(changeSchedule(other, { kind: 'set-limits', limits })).toEqual({ ...other, limits });
});
