import type { CalendarProblem } from '@remote-clerk/shared/contracts/http/calendars.ts';

/** A calendar cannot be read. It says nothing of the address: that is a secret. */
export class UnreadableCalendar extends Error {
  override readonly name = 'UnreadableCalendar';
  readonly problem: CalendarProblem;

  constructor(problem: CalendarProblem, options?: ErrorOptions) {
    super(`The calendar cannot be read: ${problem}`, options);
    this.problem = problem;
  }
}
