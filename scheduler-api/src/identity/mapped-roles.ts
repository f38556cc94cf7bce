import {
  type AccountId,
  type IdentityProviderId,
  type OrganisationId,
  RightId,
} from '@remote-clerk/shared/domain/ids.ts';
import { addMilliseconds, isDue } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import type { Signals } from '../live/signals.ts';
import { createMappedRolesRepository } from './mapped-roles-repository.ts';

const dayMs = 86_400_000;
/** How long a right holds after its group was last seen, in milliseconds: a source that is gone for good gives none. */
const termMs = 30 * dayMs;

type Parts = Pick<Context, 'db' | 'clock' | 'ids' | 'audit' | 'sessions'> & { signals: Pick<Signals, 'rightsChanged'> };

export type MappedRoles = ReturnType<typeof createMappedRoles>;

/** Rights that come of groups at a provider or in a directory. */
export function createMappedRoles({ db, clock, ids, audit, sessions, signals }: Parts) {
  const repository = createMappedRolesRepository(db);

  return {
    /** Roles that groups can give at an organisation. */
    listUsable: repository.listUsable,

    /** Accounts that hold anything from a source. */
    listHolders: (sourceId: IdentityProviderId) => repository.listHolders(sourceId, clock.now()),

    /**
     * Makes an account hold at an organisation exactly the roles that its groups at one source give: others that came from
     * there are withdrawn. A role that does not exist there is passed over, and one that a person has withdrawn stays so.
     * @param reason why those that are not among them are withdrawn, for the record
     */
    apply: (
      {
        accountId,
        organisationId,
        sourceId,
        roleIds,
      }: {
        accountId: AccountId;
        organisationId: OrganisationId;
        sourceId: IdentityProviderId;
        roleIds: readonly string[];
      },
      reason = 'not in the group any more',
    ): Promise<void> =>
      db.transaction(async () => {
        const now = clock.now();
        const validUntil = addMilliseconds(now, termMs);
        const given = await repository.lockAndList(accountId, sourceId);
        const usable = roleIds.length > 0 ? await repository.listUsable(organisationId) : [];
        const wanted = new Set(roleIds.filter((roleId) => usable.includes(roleId)));
        const live = given.filter((right) => !right.withdrawnAt && !isDue(right.validUntil, now));
        const taken = new Set(
          [...wanted].filter((roleId) => given.findLast((right) => right.roleId === roleId)?.byPerson),
        );
        const record = (action: 'right.grant' | 'right.withdraw', id: RightId, roleId: string) =>
          audit.record({
            organisationId,
            actor: { kind: 'system', id: null },
            action,
            subject: { kind: 'right', id },
            details: { accountId, roleId, sourceId },
          });

        let changed = false;
        for (const right of live) {
          if (!wanted.has(right.roleId)) {
            await repository.withdraw(right.id, now, reason);
            await record('right.withdraw', right.id, right.roleId);
            changed = true;
          } else if (right.validUntil < addMilliseconds(validUntil, -dayMs)) {
            await repository.extend(right.id, validUntil);
          }
        }
        for (const roleId of wanted) {
          if (taken.has(roleId) || live.some((right) => right.roleId === roleId)) continue;
          const id = RightId.parse(ids.uuid());
          await repository.insert({ id, organisationId, accountId, sourceId, roleId, validFrom: now, validUntil });
          await record('right.grant', id, roleId);
          changed = true;
        }
        if (!changed) return;
        await sessions.forget(accountId);
        await db.afterCommit(() => signals.rightsChanged(accountId));
      }),
  };
}
