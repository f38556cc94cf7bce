import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import type { StaffRequest } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { organisationScope } from '../db/scope.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import type { Signals } from '../live/signals.ts';
import type { NotificationsService } from '../notifications/notifications-service.ts';
import { createAsking } from './asking.ts';
import { createDecisions } from './decisions.ts';
import { managedBy } from './present-rights.ts';
import { createRequestsRepository } from './requests-repository.ts';
import { createRequestsService } from './requests-service.ts';
import { createReviewsRepository } from './reviews-repository.ts';
import { createReviewsService } from './reviews-service.ts';
import { createRightsEffects, type Taker } from './rights-effects.ts';
import { createRightsNotices } from './rights-notices.ts';
import { createRightsPeopleRepository } from './rights-people-repository.ts';
import { createRightsRepository } from './rights-repository.ts';
import { createRightsService } from './rights-service.ts';
import { createRightsWatch } from './rights-watch.ts';
import { createRolesRepository } from './roles-repository.ts';
import { createRolesService } from './roles-service.ts';

type Needs = Context & {
  signals: Signals;
  notifications: NotificationsService;
  standDown: (accountId: AccountId) => Promise<void>;
};

/** The services of the process of rights, each given the ones it stands on. */
export function createRightsProcess(needs: Needs) {
  const { db, clock } = needs;
  const repositories = {
    rights: createRightsRepository(db),
    roles: createRolesRepository(db),
    requests: createRequestsRepository(db),
    reviews: createReviewsRepository(db),
    people: createRightsPeopleRepository(db),
  };
  const mails = { tell: needs.notifications.tellStaff };
  const effects = createRightsEffects({ ...needs, ...repositories });
  const parts = { ...needs, ...repositories, effects, mails };
  const service = createRightsService(parts);
  const requests = createRequestsService(parts);

  return {
    service,
    asking: createAsking(parts),
    requests,
    decisions: createDecisions(parts),
    roles: createRolesService(parts),
    reviews: createReviewsService({ ...parts, service }),
    notices: createRightsNotices({ ...parts, service }),
    watch: createRightsWatch(parts),

    /** How much waits for somebody's decision. */
    async counts(principal: StaffPrincipal) {
      const { accountId, organisationId } = principal;
      const scope = organisationScope(organisationId, managedBy(principal));
      return {
        toDecide: await repositories.requests.countDecidable(scope, { accountId, now: clock.now() }),
        toReview: await repositories.reviews.countOpenFor(scope, accountId),
      };
    },

    /** The person is gone: nothing is held and nothing asked any more. */
    leave: (by: StaffRequest | null, accountId: AccountId, reason: string): Promise<void> =>
      db.transaction(async () => {
        const taker: Taker = by;
        await requests.closeAllOf(taker, accountId);
        await service.withdrawAllOf(taker, accountId, reason);
      }),

    /** Of each of these accounts, whether it holds a right, or somebody asked for one. */
    standingOf: (ids: readonly AccountId[]) => repositories.people.listStanding(ids, clock.now()),
  };
}
export type RightsProcess = ReturnType<typeof createRightsProcess>;
