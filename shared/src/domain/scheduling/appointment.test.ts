import { describe, expect, it } from 'vitest';
import { ProblemError } from '../problems.ts';
import { addMilliseconds, Instant, isDue } from '../time.ts';
import {
  type AppointmentCommand,
  type AppointmentFacts,
  type AppointmentState,
  appointmentStates,
  arrivalAt,
  isExpired,
  missedAfter,
  step,
} from './appointment.ts';

const nine = Instant.parse('2027-03-15T09:00:00.000Z');
const at = (minutes: number) => addMilliseconds(nine, minutes * 60_000);
const facts = (state: AppointmentState, more: Partial<AppointmentFacts> = {}): AppointmentFacts => ({
  state,
  startsAt: nine,
  heldUntil: state === 'pending' ? at(-55) : null,
  arrivedAt: null,
  closedAt: null,
  cancelReason: null,
  ...more,
});
const commands: AppointmentCommand[] = [
  { kind: 'confirm' },
  { kind: 'move' },
  { kind: 'arrive' },
  { kind: 'fulfil' },
  { kind: 'miss' },
  { kind: 'cancel', reason: 'citizen' },
];

/** The problem's type, or the state that follows. */
function after(from: AppointmentFacts, command: AppointmentCommand, now = at(-60)): string {
  try {
    return step(from, command, now).state;
  } catch (error) {
    if (error instanceof ProblemError) return error.type;
    throw error;
  }
}

describe('an appointment', () => {
  const no = 'illegal-transition';
  it.each<[AppointmentState, string[]]>([
    //             confirm   move      arrive     fulfil       miss      cancel
    ['pending', ['booked', no, no, no, no, 'cancelled']],
    ['booked', [no, 'booked', 'arrived', 'fulfilled', 'noshow', 'cancelled']],
    ['arrived', [no, no, no, 'fulfilled', 'noshow', 'cancelled']],
    ['fulfilled', [no, no, no, no, no, no]],
    ['cancelled', [no, no, no, no, no, no]],
    ['noshow', [no, no, no, no, no, no]],
  ])('that is %s goes on only as drawn', (state, expected) => {
    expect(appointmentStates).toContain(state);
    expect(commands.map((command) => after(facts(state), command))).toEqual(expected);
  });

  it('keeps when somebody arrived, when it was over and why', () => {
    const arrived = step(facts('booked'), { kind: 'arrive' }, at(-5));
    expect(arrived).toMatchObject({ arrivedAt: at(-5), closedAt: null });
    expect(step(arrived, { kind: 'fulfil' }, at(20))).toMatchObject({ arrivedAt: at(-5), closedAt: at(20) });
    expect(step(facts('pending'), { kind: 'cancel', reason: 'hold-released' }, at(-58))).toMatchObject({
      heldUntil: null,
      cancelReason: 'hold-released',
    });
  });
});

describe('a hold', () => {
  const held = facts('pending', { heldUntil: at(5) });

  it('keeps the time until its own instant, not longer', () => {
    expect(isExpired(held, at(4))).toBe(false);
    expect(isExpired(held, at(5))).toBe(true);
    expect(after(held, { kind: 'confirm' }, at(4))).toBe('booked');
    expect(after(held, { kind: 'confirm' }, at(5))).toBe('hold-expired');
  });

  it('says that it expired also after it was swept up', () => {
    const swept = step(held, { kind: 'cancel', reason: 'hold-expired' }, at(6));
    expect(after(swept, { kind: 'confirm' }, at(7))).toBe('hold-expired');
  });

  it('that was confirmed never expires', () => {
    expect(isExpired(step(held, { kind: 'confirm' }, at(1)), at(500))).toBe(false);
  });
});

describe('who comes', () => {
  it.each([
    [-181, 'too-early'],
    [-180, 'early'],
    [-31, 'early'],
    [-30, 'on-time'],
    [0, 'on-time'],
    [10, 'on-time'],
    [11, 'late'],
    [29, 'late'],
    [30, 'missed'],
    [600, 'missed'],
  ])('%i minutes after the time is %s', (minutes, arrival) => {
    expect(arrivalAt(nine, at(minutes))).toBe(arrival);
  });

  it('has missed it from the instant on at which nobody is waited for any more', () => {
    for (const minutes of [29, 30, 31]) {
      expect(arrivalAt(nine, at(minutes)) === 'missed').toBe(isDue(missedAfter(nine), at(minutes)));
    }
  });
});
