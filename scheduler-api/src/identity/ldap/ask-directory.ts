import type { DirectoryPerson } from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import {
  BusyError,
  OperationsError,
  ProtocolError,
  ResultCodeError,
  TimeLimitExceededError,
  UnavailableError,
  UnknownStatusCodeError,
} from 'ldapts';
import type { Context } from '../../context.ts';
import { unseal } from '../../seal.ts';
import type { StoredDirectory } from './directories-repository.ts';
import { type BoundDirectory, type DirectoryAccess, type Limits, withDirectory } from './directory-connection.ts';
import { DirectoryFailure } from './directory-failure.ts';
import type { DirectoryEntry } from './entry.ts';
import { rolesOf } from './group-roles.ts';
import { findById, findPerson, groupsOf, listPeople } from './search.ts';

/** While somebody waits at the sign-in page. */
const waiting: Limits = { deadlineMs: 5_000, mostBytes: 2_000_000 };
/** In the background. */
const unhurried: Limits = { deadlineMs: 5 * 60_000, mostBytes: 300_000_000 };

export type FoundPerson = DirectoryEntry & { groups: string[] };
/** `wrong-password` also where the directory does not let them in for another reason: it is not said to whom it may not concern. */
export type PasswordAnswer =
  | { answer: 'unknown' }
  | { answer: 'wrong-password' }
  | { answer: 'right'; person: FoundPerson };

/** What a directory is asked. All throw a DirectoryFailure where it cannot say. */
export function createDirectoryAsking({ config, clock }: Pick<Context, 'config' | 'clock'>) {
  const { key, allowedNetworks } = config.signIn;
  const ask = <T>(access: DirectoryAccess, limits: Limits, work: (bound: BoundDirectory) => Promise<T>) =>
    withDirectory(access, limits, allowedNetworks, work);

  return {
    accessOf: (directory: StoredDirectory): DirectoryAccess => ({
      ...directory,
      bindPassword: unseal(directory.sealedPassword, key, directory.id),
    }),

    /** Whether there is somebody of this name; no password is involved. */
    knows: (access: DirectoryAccess, logins: readonly string[]): Promise<boolean> =>
      ask(access, waiting, async (bound) => (await findPerson(bound, logins, clock.now())) !== undefined),

    /** Whether it is their password: the directory is asked to let them in with it. An empty one is not to come here. */
    checkPassword: (access: DirectoryAccess, logins: readonly string[], password: string): Promise<PasswordAnswer> =>
      ask(access, waiting, async (bound) => {
        const person = await findPerson(bound, logins, clock.now());
        if (!person) return { answer: 'unknown' };
        if (!(await letsIn(bound, person.dn, password)) || person.disabled) return { answer: 'wrong-password' };
        await bound.bindAsSelf();
        return { answer: 'right', person: { ...person, groups: await groupsOf(bound, person) } };
      }),

    /** Somebody as settings that are tried describe them. */
    describe: (
      access: DirectoryAccess & Pick<StoredDirectory, 'groups'>,
      logins: readonly string[],
    ): Promise<DirectoryPerson> =>
      ask(access, waiting, async (bound) => {
        const person = await findPerson(bound, logins, clock.now());
        if (!person) throw new DirectoryFailure('nobody-found');
        const { login, name, email, title, disabled } = person;
        const groups = await groupsOf(bound, person);
        return { login, name, email, title, disabled, groups, roleIds: rolesOf(groups, access.groups) };
      }),

    /**
     * These people as they are now, each with their groups, by stable id. Whoever is not in the list of all is asked for by
     * name once more, so that nobody is taken for gone who was only left out.
     */
    people: (access: DirectoryAccess, stableIds: readonly string[]): Promise<Map<string, FoundPerson>> =>
      ask(access, unhurried, async (bound) => {
        const now = clock.now();
        const all = await listPeople(bound, now);
        if (all.size === 0 && stableIds.length > 0) throw new DirectoryFailure('nobody-found');
        const found = new Map<string, FoundPerson>();
        for (const stableId of stableIds) {
          const person = all.get(stableId) ?? (await findById(bound, stableId, now));
          if (person) found.set(stableId, { ...person, groups: await groupsOf(bound, person) });
        }
        return found;
      }),
  };
}
export type DirectoryAsking = ReturnType<typeof createDirectoryAsking>;

/** By these a directory says that it cannot answer, not that the password is wrong. */
const noAnswers = [
  BusyError,
  OperationsError,
  ProtocolError,
  TimeLimitExceededError,
  UnavailableError,
  UnknownStatusCodeError,
];

async function letsIn({ client }: BoundDirectory, dn: string, password: string): Promise<boolean> {
  try {
    await client.bind(dn, password);
    return true;
  } catch (error) {
    if (error instanceof ResultCodeError && !noAnswers.some((kind) => error instanceof kind)) return false;
    throw error;
  }
}
