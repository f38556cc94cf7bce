import type { BuiltInRole } from '@remote-clerk/shared/contracts/permissions.ts';
import { type AccountId, type OrganisationId, RightId } from '@remote-clerk/shared/domain/ids.ts';
import { addMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Scope } from '../db/scope.ts';
import type { Ids } from '../ids.ts';
import { listHeldRights } from './held-rights-repository.ts';
import { createRightsRepository, listReach } from './rights-repository.ts';
import { listBelow } from './rights-rows.ts';

/** How long a right lasts that somebody begins with, in milliseconds. */
const firstTermMs = 365 * 86_400_000;

/** What accounts may do, as far as signing in and making accounts need to know. */
export function createGrants({ db, clock, ids }: { db: Database; clock: Clock; ids: Ids }) {
  const repository = createRightsRepository(db);
  return {
    /** All that an account's rights reach now or later: rights that begin later are among them. */
    reachOf: (accountId: AccountId) => listReach(db.connection, accountId, clock.now()),

    /** What somebody holds at this moment, in the organisations of the scope. */
    heldBy: (scope: Scope, accountId: AccountId) => listHeldRights(db.connection, scope, accountId, clock.now()),

    /** An organisation and all below it. */
    below: (organisationId: OrganisationId) => listBelow(db.connection, organisationId),

    /** Gives somebody a right without being asked: for an installation that begins. */
    grant: (accountId: AccountId, roleId: BuiltInRole, organisationId: OrganisationId): Promise<void> =>
      repository.insert({
        id: RightId.parse(ids.uuid()),
        organisationId,
        accountId,
        roleId,
        validFrom: clock.now(),
        validUntil: addMilliseconds(clock.now(), firstTermMs),
        createdAt: clock.now(),
      }),
  };
}
export type Grants = ReturnType<typeof createGrants>;
