import { isHigh, type Permission, staffPermissions } from '@remote-clerk/shared/contracts/permissions.ts';
import type { RightsRole, RoleId } from '@remote-clerk/shared/contracts/rights.ts';
import type { OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { StaffRequest } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { OrganisationScope } from '../db/scope.ts';
import type { StaffPrincipal } from '../http/principal.ts';
import type { RequestsRepository } from './requests-repository.ts';
import type { RightsEffects } from './rights-effects.ts';
import type { RightsRepository } from './rights-repository.ts';
import type { RolesRepository } from './roles-repository.ts';

type RoleText = { name: string; permissions: Permission[] };

type Needs = Pick<Context, 'db' | 'clock' | 'ids'> & {
  roles: RolesRepository;
  rights: RightsRepository;
  requests: RequestsRepository;
  effects: RightsEffects;
};

/** What one can put into a role for an organisation: what one holds there oneself. */
const givableBy = ({ rights }: StaffPrincipal, organisationId: OrganisationId): Permission[] =>
  staffPermissions.filter((name) => name === 'session.own' || rights.get(name)?.includes(organisationId));

/** The built-in roles, and those that organisations make. */
export function createRolesService({ db, clock, ids, roles, rights, requests, effects }: Needs) {
  function assertGivable(principal: StaffPrincipal, organisationId: OrganisationId, permissions: Permission[]): void {
    const givable = givableBy(principal, organisationId);
    if (!permissions.every((name) => givable.includes(name)))
      throw new ProblemError('not-allowed', 'Only what one holds oneself can be put into a role');
  }

  async function assertNameFree(organisationId: OrganisationId, name: string, except: RoleId | null): Promise<void> {
    if (await roles.isTaken(organisationId, name, except))
      throw new ProblemError('conflict', 'There is a role of this name');
  }

  const record = (by: StaffRequest, action: string, organisationId: OrganisationId, id: RoleId, given?: Permission[]) =>
    effects.record(by, {
      organisationId,
      action,
      subject: { kind: 'role', id },
      ...(given && { details: { permissions: given.join(' ') } }),
    });

  /** @throws ProblemError `conflict` for a change that those who approved it, or will, did not mean */
  async function assertAsApproved(role: RightsRole, permissions: Permission[]): Promise<void> {
    if (role.high || !permissions.some(isHigh)) return;
    const used =
      (await rights.listAccountsWith(role.id, clock.now())).length > 0 || (await requests.hasOpenFor(role.id));
    if (used)
      throw new ProblemError('conflict', 'What needs two approvals cannot be put into a role that one was enough for');
  }

  /** @throws ProblemError `conflict` where nobody would be left to manage rights */
  async function changeGuarded(role: RightsRole, text: RoleText): Promise<void> {
    const drops = role.permissions.includes('rights.manage') && !text.permissions.includes('rights.manage');
    const places = drops ? await rights.listPlacesOf([role.id], clock.now()) : [];
    for (const place of [...places].toSorted()) await rights.lockManagers(place);
    await roles.change(role.id, text);
    for (const place of places) {
      if (!(await effects.isManaged(place)))
        throw new ProblemError('conflict', 'Nobody would be left to manage the rights of an organisation');
    }
  }

  return {
    async list(scope: OrganisationScope, principal: StaffPrincipal) {
      return { roles: await roles.list(scope.within), givable: givableBy(principal, scope.organisationId) };
    },

    create: (scope: OrganisationScope, by: StaffRequest, text: RoleText): Promise<RightsRole> =>
      db.transaction(async () => {
        const { organisationId } = scope;
        await effects.assertManages(by.principal.accountId, organisationId);
        assertGivable(by.principal, organisationId, text.permissions);
        await assertNameFree(organisationId, text.name, null);
        const id = ids.uuid();
        await roles.insert({ id, organisationId, ...text });
        await record(by, 'role.create', organisationId, id, text.permissions);
        return roles.get([organisationId], id);
      }),

    /** Whoever holds it holds what it now gives, at once. */
    change: (scope: OrganisationScope, by: StaffRequest, id: RoleId, text: RoleText): Promise<RightsRole> =>
      db.transaction(async () => {
        const { organisationId } = await roles.getOwn(scope, id);
        // Whoever approves holds this too: nothing is given meanwhile that was approved as something else.
        await effects.assertManages(by.principal.accountId, organisationId);
        const role = await roles.getOwn(scope, id);
        if (role.retired) throw new ProblemError('illegal-transition', 'This role is retired');
        const added = text.permissions.filter((name) => !role.permissions.includes(name));
        assertGivable(by.principal, organisationId, added);
        await assertNameFree(organisationId, text.name, id);
        await assertAsApproved(role, text.permissions);
        await changeGuarded(role, text);
        await record(by, 'role.change', organisationId, id, text.permissions);
        for (const accountId of await rights.listAccountsWith(id, clock.now())) await effects.changed(accountId);
        return roles.get([organisationId], id);
      }),

    retire: (scope: OrganisationScope, by: StaffRequest, id: RoleId): Promise<RightsRole> =>
      db.transaction(async () => {
        const role = await roles.getOwn(scope, id);
        await effects.assertManages(by.principal.accountId, role.organisationId);
        if (role.retired) throw new ProblemError('illegal-transition', 'This role is retired already');
        await roles.retire(id, clock.now());
        await record(by, 'role.retire', role.organisationId, id);
        return roles.get([role.organisationId], id);
      }),
  };
}
