import type { StaffMember } from '@remote-clerk/shared/contracts/http/organisations.ts';
import type { BuiltInRole } from '@remote-clerk/shared/contracts/permissions.ts';
import {
  AccountId,
  type ContactPointId,
  type InstitutionId,
  type PublicServiceId,
} from '@remote-clerk/shared/domain/ids.ts';
import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { StaffRequest } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { isDuplicate } from '../db/retry.ts';
import type { OrganisationScope, Scope } from '../db/scope.ts';
import { isWeak } from '../identity/local/password-rules.ts';
import { hashPassword } from '../identity/password.ts';
import type { KiosksService } from '../kiosks/kiosks-service.ts';
import type { Signals } from '../live/signals.ts';
import type { RightsProcess } from '../rights/rights-process.ts';
import type { SpecialistsService } from '../specialists/specialists-service.ts';
import type { CatalogueService } from './catalogue-service.ts';
import type { ContactPointsService } from './contact-points-service.ts';
import { createStaffRepository } from './staff-repository.ts';

type Person = {
  username: string;
  password: string | null;
  name: string;
  jobTitle: string | null;
  email?: string | null;
};

/** @throws ProblemError `weak-password` */
async function hashOf({ username, password }: Person): Promise<string | null> {
  if (password === null) return null;
  if (isWeak(password, { username, organisation: '' })) throw new ProblemError('weak-password');
  return hashPassword(password);
}

type Needs = Pick<Context, 'db' | 'clock' | 'ids' | 'sessions' | 'grants'> & {
  signals: Signals;
  specialists: SpecialistsService;
  kiosks: KiosksService;
  catalogue: CatalogueService;
  contactPoints: ContactPointsService;
  rights: RightsProcess;
};

/** Who makes an account: what it is made for is asked for them, and somebody else approves it. Null for the installation itself. */
type Maker = StaffRequest | null;

/** The people of an organisation. */
export function createStaffService({
  db,
  clock,
  ids,
  grants,
  sessions,
  signals,
  specialists,
  kiosks,
  catalogue,
  contactPoints,
  rights,
}: Needs) {
  const repository = createStaffRepository(db);

  async function list(scope: Scope): Promise<StaffMember[]> {
    const found = await repository.list(scope);
    const { effective, asked } = await rights.standingOf(found.map(({ id }) => id));
    return found.map((one) => ({
      ...one,
      rights: effective.has(one.id) ? 'effective' : asked.has(one.id) ? 'asked' : 'none',
    }));
  }

  const get = async (scope: OrganisationScope, id: AccountId): Promise<StaffMember> => {
    const found = (await list(scope)).find((member) => member.id === id);
    if (!found) throw new ProblemError('not-found');
    return found;
  };

  /** @throws ProblemError `conflict` for a username that somebody in the installation has */
  async function insertAccount(
    scope: OrganisationScope,
    role: BuiltInRole,
    person: Person,
    passwordHash: string | null,
    maker: Maker,
  ): Promise<AccountId> {
    const id = AccountId.parse(ids.uuid());
    const { username, name, jobTitle } = person;
    try {
      await db.transaction(async () => {
        await repository.insert({
          id,
          organisationId: scope.organisationId,
          username,
          name,
          jobTitle,
          email: person.email ?? null,
          passwordHash,
          createdAt: clock.now(),
        });
        const { organisationId } = scope;
        if (maker) await rights.asking.askForNew(maker, { accountId: id, roleId: role, organisationId });
        else await grants.grant(id, role, organisationId);
      });
    } catch (error) {
      throw isDuplicate(error) ? new ProblemError('conflict', 'This user name is taken') : error;
    }
    return id;
  }

  return {
    list,

    /** Who manages people or rights, for an installation that begins. */
    async createOffice(
      scope: OrganisationScope,
      person: Person,
      role: 'administrator' | 'manager',
    ): Promise<StaffMember> {
      return get(scope, await insertAccount(scope, role, person, await hashOf(person), null));
    },

    async createSpecialist(
      scope: OrganisationScope,
      person: Person & {
        institutionId: InstitutionId;
        serviceIds: PublicServiceId[];
        languages: Language[];
        skills?: string[];
        backupServiceIds?: PublicServiceId[];
      },
      maker: Maker = null,
    ): Promise<StaffMember> {
      const passwordHash = await hashOf(person);
      return db.transaction(async () => {
        const services = await Promise.all(person.serviceIds.map((id) => catalogue.getOwn(scope, id)));
        if (services.some((service) => service.institution.id !== person.institutionId)) {
          throw new ProblemError('not-found', 'A service of another institution');
        }
        const id = await insertAccount(scope, 'specialist', person, passwordHash, maker);
        await specialists.insert({
          id,
          organisationId: scope.organisationId,
          institutionId: person.institutionId,
          languages: person.languages,
          serviceIds: [...new Set(person.serviceIds)],
          skills: [...new Set(person.skills)],
          backupServiceIds: person.backupServiceIds ?? [],
        });
        return get(scope, id);
      });
    },

    async createClerk(
      scope: OrganisationScope,
      person: Person & { contactPointId: ContactPointId },
      maker: Maker = null,
    ): Promise<StaffMember> {
      const passwordHash = await hashOf(person);
      return db.transaction(async () => {
        await contactPoints.getWithScope(scope, person.contactPointId);
        const id = await insertAccount(scope, 'clerk', person, passwordHash, maker);
        await kiosks.insertClerk({
          accountId: id,
          organisationId: scope.organisationId,
          contactPointId: person.contactPointId,
        });
        return get(scope, id);
      });
    },

    /** Takes effect at once: sessions end, sockets close, a call breaks off, and no right is left. */
    disable: (scope: OrganisationScope, id: AccountId, by: Maker = null): Promise<StaffMember> =>
      db.transaction(async () => {
        if (!(await repository.disable(scope, id, clock.now()))) throw new ProblemError('not-found');
        await sessions.endAll(id);
        await rights.leave(by, id, 'The account is disabled');
        await db.afterCommit(() => signals.accountEnded(id));
        return get(scope, id);
      }),
  };
}
export type StaffService = ReturnType<typeof createStaffService>;
