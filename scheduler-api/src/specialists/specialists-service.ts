import type { AccountId, InstitutionId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { addMilliseconds, isDue } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import { type Scope, systemScope } from '../db/scope.ts';
import { createSpecialistsRepository, type Specialist } from './specialists-repository.ts';

export type { Specialist };

/** Time to write down a consultation before the next one rings, in milliseconds; closing the case ends it earlier. */
const wrapUpMs = 120_000;

/** At the desk: signed in, connected and willing to be rung. */
export const isAtWork = (specialist: Specialist) => specialist.available && specialist.connectionId !== null;

/** Who can be rung: availability, presence and the time since they were last busy. */
export function createSpecialistsService({ db, clock }: Pick<Context, 'db' | 'clock'>) {
  const repository = createSpecialistsRepository(db);
  return {
    find: repository.find,
    listOfInstitution: repository.listOfInstitution,
    listAll: repository.listAll,
    listInterpreters: repository.listInterpreters,
    insert: repository.insert,

    /** @throws ProblemError `not-found` for an account that is no specialist in this scope */
    async get(scope: Scope, id: AccountId): Promise<Specialist> {
      const found = await repository.find(scope, id);
      if (!found) throw new ProblemError('not-found');
      return found;
    },

    async setAvailable(scope: Scope, id: AccountId, available: boolean): Promise<void> {
      await repository.change(
        scope,
        id,
        available
          ? { available, away_because: null, idle_since: clock.now(), wrap_up_until: null }
          : { available, away_because: 'own-choice', idle_since: null },
      );
    },

    /** A ring that nobody answers must not go on ringing at an empty desk. */
    setAwayUnanswered: (id: AccountId) =>
      repository.change(systemScope, id, { available: false, away_because: 'unanswered', idle_since: null }),
    setAwaySignedOut: (id: AccountId) =>
      repository.change(systemScope, id, { available: false, away_because: 'signed-out', idle_since: null }),

    /** Free again after a call that took place: the time to write it down begins. */
    async startWrapUp(id: AccountId): Promise<void> {
      const now = clock.now();
      await repository.change(systemScope, id, { idle_since: now, wrap_up_until: addMilliseconds(now, wrapUpMs) });
    },
    /** Free again at once, after a call that did not come about. */
    setIdle: (id: AccountId) => repository.change(systemScope, id, { idle_since: clock.now(), wrap_up_until: null }),
    endWrapUp: (id: AccountId) => repository.change(systemScope, id, { wrap_up_until: null }),

    isWrappingUp: (specialist: Specialist) =>
      specialist.wrapUpUntil !== null && !isDue(specialist.wrapUpUntil, clock.now()),

    connect: (id: AccountId, connectionId: string) =>
      repository.change(systemScope, id, { connection_id: connectionId }),
    disconnect: repository.disconnect,
    disconnectAll: repository.disconnectAll,

    async countAtWork(scope: Scope, institutionId: InstitutionId): Promise<number> {
      return (await repository.listOfInstitution(scope, institutionId)).filter(isAtWork).length;
    },
  };
}
export type SpecialistsService = ReturnType<typeof createSpecialistsService>;
