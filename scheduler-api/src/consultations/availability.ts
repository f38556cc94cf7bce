import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import type { Context } from '../context.ts';
import { type OrganisationScope, systemScope } from '../db/scope.ts';
import type { Signals } from '../live/signals.ts';
import type { SpecialistsService } from '../specialists/specialists-service.ts';
import type { ConsultationsRepository } from './consultations-repository.ts';
import type { Dispatch } from './dispatch.ts';
import type { Steps } from './steps.ts';

type Needs = Pick<Context, 'db'> & {
  repository: ConsultationsRepository;
  specialists: SpecialistsService;
  steps: Steps;
  dispatch: Dispatch;
  signals: Signals;
};

/** Whether a specialist may be rung, and what a change of it means for the line. */
export function createAvailability({ db, repository, specialists, steps, dispatch, signals }: Needs) {
  const passRingOn = async (specialistId: AccountId) => {
    const ringing = await repository.findRinging(systemScope, specialistId);
    if (ringing)
      await steps.apply(await repository.getLocked(systemScope, ringing.id), { kind: 'decline', specialistId });
  };
  const reviewLine = async (id: AccountId) => {
    const { institutionId } = await specialists.get(systemScope, id);
    await dispatch(institutionId);
    signals.institutionChanged(institutionId);
  };

  return {
    async set(scope: OrganisationScope, id: AccountId, available: boolean): Promise<void> {
      await db.transaction(async () => {
        await specialists.get(scope, id);
        await specialists.setAvailable(scope, id, available);
        if (!available) await passRingOn(id);
      });
      await reviewLine(id);
    },

    /** A day begins off duty: nobody is rung for having left the switch on yesterday. Not so for who is at a desk already. */
    async signedIn(id: AccountId): Promise<void> {
      const { connectionId } = await specialists.get(systemScope, id);
      if (connectionId === null) await specialists.setAwaySignedOut(id);
    },

    /** Someone who signs out is not to be rung any more. */
    async signedOut(id: AccountId): Promise<void> {
      await db.transaction(async () => {
        await specialists.setAwaySignedOut(id);
        await passRingOn(id);
      });
      await reviewLine(id);
    },

    /** A case is closed: the next one may ring. */
    async wroteUp(id: AccountId): Promise<void> {
      await specialists.endWrapUp(id);
      await reviewLine(id);
    },
  };
}
export type Availability = ReturnType<typeof createAvailability>;
