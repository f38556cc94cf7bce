import { randomUUID } from 'node:crypto';
import {
  type DirectorySync,
  identityAdministrationRoutes as routes,
} from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { IdentityProviderId, type OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { TestApi } from './boot-api.ts';
import { type DirectoryWish, someDirectory } from './directory-examples.ts';
import { bindPassword, type Slapd } from './slapd.ts';

/** What an administrator says of a directory that a test has started. */
export const settingsFor = (slapd: Slapd, changes: Partial<DirectoryWish> = {}) => ({
  ...someDirectory,
  url: slapd.url,
  certificate: slapd.certificate,
  bindDn: slapd.bindDn,
  bindPassword,
  baseDn: slapd.peopleDn,
  groupBaseDn: slapd.groupsDn,
  ...changes,
});

/** The problem's name where it is refused. */
export const outcomeOf = async <T>(what: Promise<T>): Promise<T | string> =>
  what.catch((error: unknown) => {
    if (error instanceof ProblemError) return error.type;
    throw error;
  });

/** An organisation with an administrator, and directories of it. */
export async function createDirectoryScene(api: TestApi, name = 'Kuldīgas novads') {
  const organisation = await api.build.organisation({ name });
  const account = await api.build.account({ organisationId: organisation.id });
  const administrator = api.client();
  await administrator.signIn(account);
  const list = async () => (await administrator.call(routes.listDirectories, {})).directories;

  return {
    organisation,
    administrator,
    list,
    add: (slapd: Slapd, changes: Partial<DirectoryWish> = {}) =>
      administrator.call(routes.createDirectory, {
        body: settingsFor(slapd, changes),
        idempotencyKey: randomUUID(),
      }),
    /** A quarter of an hour later. @returns what the first directory's synchronisation came to */
    async synchronise(): Promise<DirectorySync | null> {
      api.clock.advance(15 * 60_000);
      await api.jobs.tick();
      await administrator.signIn(account);
      return (await list())[0]?.lastSync ?? null;
    },
    synchroniseNow: (directoryId: string) =>
      outcomeOf(
        administrator.call(routes.synchroniseDirectory, {
          params: { directoryId: IdentityProviderId.parse(directoryId) },
          body: {},
        }),
      ),
    /** Those who came from a directory, as the database has them. */
    people: (organisationId: OrganisationId = organisation.id) =>
      api.context.db
        .connection('accounts as a')
        .join('directory_identities as i', 'i.account_id', 'a.id')
        .where('a.organisation_id', organisationId)
        .orderBy('a.username')
        .select('a.id', 'a.username', 'a.display_name', 'a.job_title', 'a.email', 'a.disabled_at'),
  };
}

/** A browser in which somebody has signed in, and who they are; or why not. */
export async function signInAs(api: TestApi, username: string, password: string) {
  const client = api.client();
  const reply = await outcomeOf(client.signIn({ username, password }));
  if (typeof reply === 'string') return { client, problem: reply, account: undefined };
  if (reply.state !== 'signed-in') throw new Error(`Signing in came to ${reply.state}`);
  return { client, problem: undefined, account: reply.account };
}
