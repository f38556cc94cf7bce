import { randomBytes } from 'node:crypto';
import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import { addMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import type { AppointmentsService } from '../appointments/appointments-service.ts';
import type { Context } from '../context.ts';
import type { OrganisationScope } from '../db/scope.ts';
import { fingerprint } from '../http/digest.ts';
import type { PublicDocument } from '../http/public-documents.ts';
import { feedDocument } from './feed-document.ts';
import { createFeedsRepository } from './feeds-repository.ts';

const dayMs = 86_400_000;
const path = '/calendar-feeds';

type Parts = Pick<Context, 'db' | 'clock' | 'config'> & {
  appointments: Pick<AppointmentsService, 'listOfSpecialists'>;
};

/** Specialists' appointments for the calendars that they use otherwise, at addresses that only they know. */
export function createFeedsService({ db, clock, config, appointments }: Parts) {
  const repository = createFeedsRepository(db);

  /** @returns iCalendar, or undefined for a token that is none */
  async function read(token: string): Promise<string | undefined> {
    const specialistId = await repository.findSpecialist(fingerprint(token));
    if (specialistId === undefined) return undefined;
    const now = clock.now();
    const [from, until] = [addMilliseconds(now, -30 * dayMs), addMilliseconds(now, 366 * dayMs)];
    return feedDocument(await appointments.listOfSpecialists([specialistId], from, until), config.publicOrigin);
  }

  return {
    /** @returns the address of the one feed that the specialist has from now on; it is told only this once */
    async create(scope: OrganisationScope, specialistId: AccountId): Promise<string> {
      const token = randomBytes(32).toString('base64url');
      await repository.save({
        specialistId,
        organisationId: scope.organisationId,
        tokenHash: fingerprint(token),
        createdAt: clock.now(),
      });
      return `${config.publicOrigin}${path}/${token}.ics`;
    },

    document: {
      path: `${path}/:token.ics`,
      type: 'text/calendar; charset=utf-8',
      failuresPerMinute: 20,
      find: ({ token = '' }) => read(token),
    } satisfies PublicDocument,
  };
}
export type FeedsService = ReturnType<typeof createFeedsService>;
