import type { PublicServiceId } from '@remote-clerk/shared/domain/ids.ts';
import type { Random } from '@remote-clerk/shared/domain/simulation/random.ts';
import { createLedger, createSightings } from './ledger.ts';
import { thinkMs } from './plan.ts';

/** What all people of a run share. */
export function createRun(url: string, seconds: number, serviceIds: readonly PublicServiceId[]) {
  let until = Number.POSITIVE_INFINITY;
  const left = () => Math.max(0, until - performance.now());
  return {
    url,
    serviceIds,
    ledger: createLedger(),
    /** A ticket, from the press that gives it to a colleague's screen. */
    tickets: createSightings(),
    /** A consultation, from the press that accepts it to the kiosk's screen. */
    answers: createSightings(),
    /** Beside what is asked and answered: `wireFailures` are connections that broke and reports that were not taken. */
    tally: { pushes: 0, wireFailures: 0 },
    begin: () => {
      until = performance.now() + seconds * 1000;
    },
    /** Timers may be some milliseconds early. */
    isOver: () => left() <= 5,
    /** As long as the mean says, but not past the end. In milliseconds. */
    thinkingTime: (random: Random, mean: number) => Math.min(thinkMs(random, mean), left()),
    left,
  };
}
export type Run = ReturnType<typeof createRun>;

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
