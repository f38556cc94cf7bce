import { z } from 'zod';
import { ProblemError } from './problems.ts';
import { addMilliseconds, type Instant } from './time.ts';

/**
 * A ticket's life. Who is called to a kiosk and comes begins a consultation there.
 *
 *     waiting ⇄ called → serving → served
 *        ⇅         └→ noshow (may be put back: → waiting)
 *      held        waiting, held → callback → served       all before serving → cancelled
 *
 * A consultation that ends before its call puts its ticket back, or misses it when the citizen has left.
 */
export const ticketStates = [
  'waiting',
  'called',
  'held',
  'serving',
  'served',
  'noshow',
  'callback',
  'cancelled',
] as const;
export const TicketState = z.enum(ticketStates);
export type TicketState = z.infer<typeof TicketState>;

export const ticketCommands = [
  'call',
  'recall',
  'put-back',
  'hold',
  'resume',
  'begin',
  'finish',
  'miss',
  'transfer',
  'call-back',
  'cancel',
] as const;
export type TicketCommand = (typeof ticketCommands)[number];

const moves: Record<TicketCommand, { from: readonly TicketState[]; to: TicketState }> = {
  call: { from: ['waiting'], to: 'called' },
  recall: { from: ['called'], to: 'called' },
  'put-back': { from: ['called', 'noshow', 'serving'], to: 'waiting' },
  hold: { from: ['waiting', 'called'], to: 'held' },
  resume: { from: ['held'], to: 'waiting' },
  begin: { from: ['waiting', 'called', 'held'], to: 'serving' },
  finish: { from: ['serving', 'callback'], to: 'served' },
  miss: { from: ['called', 'serving'], to: 'noshow' },
  transfer: { from: ['waiting', 'called', 'held', 'noshow'], to: 'waiting' },
  'call-back': { from: ['waiting', 'called', 'held'], to: 'callback' },
  cancel: { from: ['waiting', 'called', 'held', 'noshow', 'callback'], to: 'cancelled' },
};

/** @throws ProblemError `illegal-transition` for a command that the present state does not allow */
export function stepTicket(state: TicketState, command: TicketCommand): TicketState {
  if (!ticketTakes(state, command)) {
    throw new ProblemError('illegal-transition', `A ticket that is ${state} does not take "${command}"`);
  }
  return moves[command].to;
}

/** Whether the state takes the command: what a screen asks before it offers one. */
export const ticketTakes = (state: TicketState, command: TicketCommand): boolean => moves[command].from.includes(state);

/** Why somebody is served before others who came earlier. */
export const priorityClasses = ['booked', 'priority', 'late', 'walk-in'] as const;
export const PriorityClass = z.enum(priorityClasses);
export type PriorityClass = z.infer<typeof PriorityClass>;

/** Minutes by which somebody is treated as if they had come earlier. */
export type HeadStarts = Record<PriorityClass, number>;

/**
 * The mix rule: everyone waits in one line, and each class begins with a head start, in minutes. Waiting counts the same for
 * all, so whoever has waited longer than another by more than the difference of their head starts is ahead: nobody starves.
 * The figures are the outcome of the simulated day (deploy/docs/queue-simulation.md).
 */
export const headStartMinutes: HeadStarts = { booked: 20, priority: 15, late: 5, 'walk-in': 0 };

/**
 * The moment from which somebody's waiting counts: the smaller, the nearer to being served.
 * @param since when they came; the appointed time for those who come before it, so that coming early gains nothing
 */
export const countsFrom = (
  since: Instant,
  priority: PriorityClass,
  headStarts: HeadStarts = headStartMinutes,
): Instant => addMilliseconds(since, -headStarts[priority] * 60_000);
