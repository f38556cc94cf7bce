import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from './problems.ts';
import {
  countsFrom,
  headStartMinutes,
  type PriorityClass,
  priorityClasses,
  stepTicket,
  type TicketState,
  ticketCommands,
  ticketStates,
} from './queue-ticket.ts';
import { addMilliseconds, Instant } from './time.ts';

const nine = Instant.parse('2027-03-15T09:00:00.000Z');
const at = (minutes: number) => addMilliseconds(nine, minutes * 60_000);

function after(state: TicketState, command: (typeof ticketCommands)[number]): string {
  try {
    return stepTicket(state, command);
  } catch (error) {
    if (error instanceof ProblemError && error.type === 'illegal-transition') return '-';
    throw error;
  }
}

describe('a ticket', () => {
  it('goes from state to state only as drawn', () => {
    const table = ticketStates.map((state) => [state, ...ticketCommands.map((command) => after(state, command))]);
    expect([['', ...ticketCommands], ...table].map((row) => row.join(' '))).toEqual([
      ' call recall put-back hold resume begin finish miss transfer call-back cancel',
      'waiting called - - held - serving - - waiting callback cancelled',
      'called - called waiting held - serving - noshow waiting callback cancelled',
      'held - - - - waiting serving - - waiting callback cancelled',
      'serving - - waiting - - - served noshow - - -',
      'served - - - - - - - - - - -',
      'noshow - - waiting - - - - - waiting - cancelled',
      'callback - - - - - - served - - - cancelled',
      'cancelled - - - - - - - - - - -',
    ]);
  });
});

describe('the mix rule', () => {
  const someone = fc.record({ since: fc.integer({ min: 0, max: 600 }), priority: fc.constantFrom(...priorityClasses) });
  const counts = (one: { since: number; priority: PriorityClass }) => countsFrom(at(one.since), one.priority);

  it('starves nobody: who has waited longer by more than the difference of head starts is ahead', () => {
    fc.assert(
      fc.property(someone, someone, (one, other) => {
        const longer = other.since - one.since;
        if (longer > headStartMinutes[other.priority] - headStartMinutes[one.priority]) {
          expect(counts(one) < counts(other)).toBe(true);
        }
      }),
    );
  });

  it('lets nobody who has joined be passed by anyone who joins much later', () => {
    const furthest = Math.max(...Object.values(headStartMinutes));
    fc.assert(
      fc.property(someone, someone, (one, other) => {
        if (other.since > one.since + furthest) expect(counts(one) < counts(other)).toBe(true);
      }),
    );
  });

  it('keeps the order of coming within a class', () => {
    for (const priority of priorityClasses) {
      expect(countsFrom(at(0), priority) < countsFrom(at(1), priority)).toBe(true);
    }
  });

  it('puts those who booked first and who walks in last, when all come at once', () => {
    const order = priorityClasses.toSorted((a, b) => (countsFrom(nine, a) < countsFrom(nine, b) ? -1 : 1));
    expect(order).toEqual(['booked', 'priority', 'late', 'walk-in']);
  });
});
