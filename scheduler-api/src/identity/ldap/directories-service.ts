import type { Directory } from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { IdentityProviderId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { actorOf, type StaffRequest } from '../../audit/audit.ts';
import type { Context } from '../../context.ts';
import { type OrganisationScope, systemScope } from '../../db/scope.ts';
import type { Signals } from '../../live/signals.ts';
import { seal, unseal } from '../../seal.ts';
import type { MappedRoles } from '../mapped-roles.ts';
import type { DirectoryAsking } from './ask-directory.ts';
import {
  type DirectoriesRepository,
  type DirectorySettings,
  presentDirectory,
  type StoredDirectory,
} from './directories-repository.ts';
import { DirectoryFailure } from './directory-failure.ts';
import { assertCertificate, assertDomains, assertMayReuse, assertRoles } from './directory-rules.ts';
import type { IdentitiesRepository } from './identities-repository.ts';
import type { Synchronisation } from './synchronise.ts';
import { loginsIn } from './try-password.ts';

type WithPassword = DirectorySettings & { bindPassword: string };
type Trial = DirectorySettings & {
  directoryId: IdentityProviderId | null;
  bindPassword?: string | undefined;
  login: string;
};

type Parts = Pick<Context, 'db' | 'clock' | 'ids' | 'config' | 'audit' | 'sessions'> & {
  asking: DirectoryAsking;
  directories: DirectoriesRepository;
  identities: IdentitiesRepository;
  synchronisation: Synchronisation;
  mappedRoles: Pick<MappedRoles, 'listUsable'>;
  signals: Pick<Signals, 'accountEnded'>;
};

/** What administrators do with their organisations' directories. */
export function createDirectoriesService(parts: Parts) {
  const { db, clock, ids, config, audit, sessions, asking, directories, identities, synchronisation } = parts;
  const { mappedRoles, signals } = parts;
  const { key } = config.signIn;

  async function get(scope: OrganisationScope, id: IdentityProviderId): Promise<StoredDirectory> {
    const found = await directories.find(scope, id);
    if (!found) throw new ProblemError('not-found');
    return found;
  }

  const record = ({ principal, requestId, sourceIp }: StaffRequest, action: string, directory: StoredDirectory) =>
    audit.record({
      organisationId: directory.organisationId,
      actor: actorOf(principal),
      action,
      subject: { kind: 'directory', id: directory.id },
      requestId,
      sourceIp,
      details: { enabled: directory.enabled, groups: directory.groups.length },
    });

  async function assertRight(directory: Pick<StoredDirectory, 'organisationId'> & DirectorySettings): Promise<void> {
    assertCertificate(directory.certificate);
    assertRoles(directory, await mappedRoles.listUsable(directory.organisationId));
    const ofProviders = await directories.listDomainsOfOthers(directory.organisationId);
    assertDomains(directory, await directories.list(systemScope), ofProviders);
  }

  /** Nobody who came through a directory goes on when it is turned off. */
  async function signOutAll(id: IdentityProviderId): Promise<void> {
    for (const { accountId } of await identities.list(id)) {
      await sessions.endAll(accountId);
      await db.afterCommit(() => signals.accountEnded(accountId));
    }
  }

  const list = async (scope: OrganisationScope): Promise<Directory[]> =>
    (await directories.list(scope)).map(presentDirectory);

  return {
    list,

    create: (scope: OrganisationScope, request: StaffRequest, body: WithPassword): Promise<Directory> =>
      db.transaction(async () => {
        const { bindPassword, ...settings } = body;
        const { organisationId } = scope;
        await assertRight({ ...settings, organisationId });
        const id = IdentityProviderId.parse(ids.uuid());
        const sealedPassword = seal(bindPassword, key, id);
        await directories.insert({ ...settings, id, organisationId, sealedPassword, createdAt: clock.now() });
        const created = await get(scope, id);
        await record(request, 'directory.create', created);
        return presentDirectory(created);
      }),

    change: (
      scope: OrganisationScope,
      request: StaffRequest,
      id: IdentityProviderId,
      body: DirectorySettings & { bindPassword?: string | undefined },
    ): Promise<Directory> =>
      db.transaction(async () => {
        const { bindPassword, ...settings } = body;
        const before = await get(scope, id);
        await assertRight({ ...settings, organisationId: before.organisationId });
        if (bindPassword === undefined) assertMayReuse(before, settings);
        const sealedPassword = bindPassword === undefined ? before.sealedPassword : seal(bindPassword, key, id);
        await directories.save(id, { ...settings, sealedPassword });
        if (before.enabled && !settings.enabled) await signOutAll(id);
        const changed = await get(scope, id);
        await record(request, 'directory.change', changed);
        return presentDirectory(changed);
      }),

    /** They change places among themselves: those of other organisations stay where they are. @throws ProblemError `conflict` */
    order: (scope: OrganisationScope, request: StaffRequest, wanted: readonly IdentityProviderId[]) =>
      db.transaction(async () => {
        const own = await directories.list(scope);
        const byId = new Map(own.map((directory) => [directory.id, directory]));
        if (wanted.some((id) => !byId.has(id))) throw new ProblemError('not-found');
        if (new Set(wanted).size !== wanted.length || wanted.length !== own.length) {
          throw new ProblemError('conflict', 'All directories have to be named, each once');
        }
        for (const [index, id] of wanted.entries()) {
          const [directory, place] = [byId.get(id), own[index]?.trustOrder];
          if (!directory || place === undefined || directory.trustOrder === place) continue;
          await directories.place(id, place);
          await record(request, 'directory.order', directory);
        }
        return list(scope);
      }),

    /** Binds with these settings and finds one person, or says what is wrong. */
    async try(
      scope: OrganisationScope,
      request: StaffRequest,
      { directoryId, bindPassword, login, ...settings }: Trial,
    ) {
      assertCertificate(settings.certificate);
      const known = directoryId === null ? undefined : await get(scope, directoryId);
      if (bindPassword === undefined) {
        if (!known) {
          const fields = [{ pointer: '/body/bindPassword', detail: 'Is needed' }];
          throw new ProblemError('invalid-request', undefined, { fields });
        }
        assertMayReuse(known, settings);
      }
      const password = bindPassword ?? (known ? unseal(known.sealedPassword, key, known.id) : '');
      if (known) await record(request, 'directory.try', known);
      try {
        const logins = loginsIn(settings, login.normalize('NFC').toLowerCase());
        return { problem: null, person: await asking.describe({ ...settings, bindPassword: password }, logins) };
      } catch (error) {
        if (!(error instanceof DirectoryFailure)) throw error;
        return { problem: error.problem, person: null };
      }
    },

    /** @throws ProblemError `conflict` while it is being synchronised, or when it is not enabled */
    async synchronise(scope: OrganisationScope, request: StaffRequest, id: IdentityProviderId): Promise<Directory> {
      const directory = await get(scope, id);
      if (!directory.enabled) throw new ProblemError('conflict', 'The directory is not enabled');
      await record(request, 'directory.synchronise', directory);
      await synchronisation.synchroniseNow(directory);
      return presentDirectory(await get(scope, id));
    },
  };
}
export type DirectoriesService = ReturnType<typeof createDirectoriesService>;
