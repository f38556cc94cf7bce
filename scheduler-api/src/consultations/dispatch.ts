import { defaultPatience, type PatiencePolicy } from '@remote-clerk/shared/domain/consultation.ts';
import type { InstitutionId } from '@remote-clerk/shared/domain/ids.ts';
import { addMilliseconds, isDue } from '@remote-clerk/shared/domain/time.ts';
import { type Candidate, type LineEntry, matchLine, roundIsOver } from '@remote-clerk/shared/domain/waiting-line.ts';
import type { Context } from '../context.ts';
import { systemScope } from '../db/scope.ts';
import { isAtWork, type Specialist, type SpecialistsService } from '../specialists/specialists-service.ts';
import type { Consultation } from './consultation-row.ts';
import type { ConsultationsRepository } from './consultations-repository.ts';
import type { Steps } from './steps.ts';

/** After everyone has passed, nobody is rung for this long, in milliseconds, before all are asked again. */
const pauseBetweenRoundsMs = 30_000;

type Needs = Pick<Context, 'db' | 'clock'> & {
  repository: ConsultationsRepository;
  specialists: SpecialistsService;
  steps: Steps;
  patience?: PatiencePolicy;
};

/** Rings specialists for those who wait. */
export function createDispatch({ db, clock, repository, specialists, steps, patience = defaultPatience }: Needs) {
  const toCandidate =
    (open: Consultation[]) =>
    (specialist: Specialist): Candidate => ({
      specialistId: specialist.id,
      idleSince: specialist.idleSince ?? clock.now(),
      busy:
        specialists.isWrappingUp(specialist) ||
        open.some((one) => one.offeredTo === specialist.id || one.specialistId === specialist.id),
      skills: specialist.skills,
      languages: specialist.languages,
    });

  /** Matches the institution's line with its free specialists and rings them. Calling it again changes nothing. */
  return async function dispatch(institutionId: InstitutionId): Promise<void> {
    await db.transaction(async () => {
      await repository.lockLine(institutionId);
      const open = await repository.listOpenOfInstitution(systemScope, institutionId);
      const waiting = open.filter((one) => one.state === 'waiting' && one.kioskLostAt === null && one.room !== null);
      if (waiting.length === 0) return;
      const passed = await repository.listPassed(systemScope, institutionId);
      const staff = await specialists.listOfInstitution(systemScope, institutionId);
      const candidates = staff.filter(isAtWork).map(toCandidate(open));
      const now = clock.now();

      const line = waiting.map((one): LineEntry => {
        const offers = passed.filter((offer) => offer.consultationId === one.id);
        const entry = {
          consultationId: one.id,
          askedAt: one.askedAt,
          serviceId: one.serviceId,
          language: one.language,
        };
        const passedBy = new Set(offers.map((offer) => offer.specialistId));
        const rested = offers.every((offer) => isDue(addMilliseconds(offer.answeredAt, pauseBetweenRoundsMs), now));
        const again = rested && roundIsOver({ ...entry, passedBy }, candidates);
        return { ...entry, passedBy: again ? new Set() : passedBy };
      });

      for (const match of matchLine(line, candidates)) {
        const consultation = await repository.getLocked(systemScope, match.consultationId);
        if (consultation.state !== 'waiting') continue;
        const startsOver = passed.some(
          (offer) => offer.consultationId === consultation.id && offer.specialistId === match.specialistId,
        );
        await steps.apply(
          { ...consultation, round: consultation.round + (startsOver ? 1 : 0) },
          { kind: 'offer', specialistId: match.specialistId, expiresAt: addMilliseconds(now, patience.offerMs) },
        );
      }
    });
  };
}
export type Dispatch = ReturnType<typeof createDispatch>;
