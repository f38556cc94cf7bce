import type { FieldError } from '@remote-clerk/shared/domain/problems.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { datesBetween } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import type { ScheduleException } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { createWallClock } from '@remote-clerk/shared/domain/scheduling/wall-clock.ts';

/** Longer exceptions are checked on their first days only: nobody writes an hour for more than a month. */
const daysChecked = 31;

/**
 * Times that the clock jumps over do not exist on that day: whoever writes one means another.
 * @throws ProblemError `invalid-request`, naming each
 */
export function assertTimesExist(exceptions: readonly ScheduleException[], timeZone: string): void {
  const wall = createWallClock(timeZone);
  const fields = exceptions.flatMap(({ hours, firstDay, lastDay }, index): FieldError[] => {
    if (!hours) return [];
    return datesBetween(firstDay, lastDay)
      .slice(0, daysChecked)
      .flatMap((date) =>
        (['from', 'until'] as const)
          .filter((end) => wall.instantOf(date, hours[end]) === null)
          .map((end) => ({
            pointer: `/body/change/exceptions/${index}/hours/${end}`,
            detail: `On ${date} there is no ${hours[end]} in ${timeZone}: the clock jumps over it`,
          })),
      );
  });
  if (fields.length > 0) throw new ProblemError('invalid-request', undefined, { fields });
}
