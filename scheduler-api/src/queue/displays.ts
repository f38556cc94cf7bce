import { randomBytes } from 'node:crypto';
import type { DisplayView } from '@remote-clerk/shared/contracts/queue.ts';
import type { AccountId, ContactPointId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Context } from '../context.ts';
import type { OrganisationScope } from '../db/scope.ts';
import { fingerprint } from '../http/digest.ts';
import type { KiosksService } from '../kiosks/kiosks-service.ts';
import { createDisplayRepository } from './display-repository.ts';
import type { TicketViews } from './ticket-views.ts';

type Needs = Pick<Context, 'db' | 'config'> & { kiosks: KiosksService; views: TicketViews };

/** The screens on waiting rooms' walls: each has an address that tells numbers and nothing else. */
export function createDisplays({ db, config, kiosks, views }: Needs) {
  const repository = createDisplayRepository(db);
  return {
    /** An earlier address stops working. The token stands behind the `#`, so that it is in no log on the way. */
    async createLink(scope: OrganisationScope, clerkId: AccountId, id: ContactPointId): Promise<string> {
      await kiosks.assertServedBy(scope, clerkId, id);
      const token = randomBytes(16).toString('base64url');
      await repository.setTokenHash(scope, id, fingerprint(token));
      return `${config.publicOrigin}/display/#${token}`;
    },

    /** @throws ProblemError `not-found` for an address that works no more */
    async read(token: string): Promise<DisplayView> {
      const contactPointId = await repository.findByTokenHash(fingerprint(token));
      if (!contactPointId) throw new ProblemError('not-found', 'This address does not work any more');
      return views.display(contactPointId);
    },
  };
}
export type Displays = ReturnType<typeof createDisplays>;
