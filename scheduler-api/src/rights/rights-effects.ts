import type { AccountId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { isDue } from '@remote-clerk/shared/domain/time.ts';
import type { AuditEvent, StaffRequest } from '../audit/audit.ts';
import { actorOf } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Signals } from '../live/signals.ts';
import type { KeptRequest } from './requests-repository.ts';
import type { RightsRepository } from './rights-repository.ts';
import type { RolesRepository } from './roles-repository.ts';

/** Who takes a step; null when it happens by itself. */
export type Taker = StaffRequest | null;

type Needs = Pick<Context, 'db' | 'clock' | 'audit' | 'grants' | 'sessions'> & {
  rights: RightsRepository;
  roles: RolesRepository;
  signals: Signals;
  /** Rung no more, and in no call any more. */
  standDown: (accountId: AccountId) => Promise<void>;
};

/** What a change of rights means for those who are signed in, and for those who manage rights. */
export function createRightsEffects({ db, clock, audit, grants, sessions, rights, roles, signals, standDown }: Needs) {
  async function mayServe(accountId: AccountId): Promise<boolean> {
    const now = clock.now();
    const reach = await grants.reachOf(accountId);
    return reach.some(
      ({ validFrom, validUntil, permissions }) =>
        isDue(validFrom, now) && !isDue(validUntil, now) && permissions.includes('consultation.serve'),
    );
  }

  const record = (
    by: Taker,
    entry: Pick<AuditEvent, 'action' | 'subject' | 'details'> & { organisationId: OrganisationId },
  ): Promise<void> =>
    audit.record({
      ...entry,
      actor: by ? actorOf(by.principal) : { kind: 'system', id: null },
      ...(by && { requestId: by.requestId, sourceIp: by.sourceIp }),
    });

  const listManagers = async (organisationId: OrganisationId): Promise<AccountId[]> =>
    rights.listHolders(await roles.listWith('rights.manage'), organisationId, clock.now());

  return {
    listManagers,

    /** Takes effect on whoever is signed in, in a call or rung, as soon as the transaction is committed. */
    async changed(accountId: AccountId): Promise<void> {
      await sessions.forget(accountId);
      await db.afterCommit(async () => {
        signals.rightsChanged(accountId);
        if (!(await mayServe(accountId))) await standDown(accountId);
      });
    },

    /**
     * Holds who manages the organisation's rights until the transaction is over.
     * @throws ProblemError `not-allowed` for who does not, any more: what was read when they came in may be a moment old
     */
    async assertManages(accountId: AccountId, organisationId: OrganisationId): Promise<void> {
      await rights.lockManagers(organisationId);
      if (!(await listManagers(organisationId)).includes(accountId)) throw new ProblemError('not-allowed');
    },

    /** @returns whether there is somebody left; only true after `lockManagers` for as long as the transaction lasts */
    isManaged: async (organisationId: OrganisationId): Promise<boolean> =>
      (await listManagers(organisationId)).length > 0,

    record,

    recordRequest: (by: Taker, action: string, request: KeptRequest): Promise<void> =>
      record(by, {
        organisationId: request.organisation.id,
        action,
        subject: { kind: 'account', id: request.account.id },
        details: { rightRequestId: request.id, role: request.role.id, kind: request.kind },
      }),
  };
}
export type RightsEffects = ReturnType<typeof createRightsEffects>;
