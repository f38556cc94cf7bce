import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { systemScope } from '../db/scope.ts';
import { type Busy, createBusyRepository } from './busy-repository.ts';

/** Specialists' own calendars, of which only busy times are known. */
export function createCalendarsService({ db }: Pick<Context, 'db'>) {
  const busy = createBusyRepository(db);
  return {
    /** @returns all that touches the time asked for, not cut to it, by specialist and start; some may overlap */
    listBusy: (specialistIds: readonly AccountId[], from: Instant, until: Instant): Promise<Busy[]> =>
      busy.list(systemScope, specialistIds, from, until),
  };
}
export type CalendarsService = ReturnType<typeof createCalendarsService>;
