import { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import type { Context } from '../../context.ts';
import { isDuplicate } from '../../db/retry.ts';
import type { Signals } from '../../live/signals.ts';
import type { MappedRoles } from '../mapped-roles.ts';
import type { StoredDirectory } from './directories-repository.ts';
import type { DirectoryEntry } from './entry.ts';
import { rolesOf } from './group-roles.ts';
import type { IdentitiesRepository, LinkedAccount } from './identities-repository.ts';

type Parts = Pick<Context, 'db' | 'clock' | 'ids' | 'audit' | 'sessions'> & {
  identities: IdentitiesRepository;
  mappedRoles: MappedRoles;
  signals: Pick<Signals, 'accountEnded'>;
};
export type DirectoryAccounts = ReturnType<typeof createDirectoryAccounts>;

const described = ({ name, title, email }: Pick<DirectoryEntry, 'name' | 'title' | 'email'>) =>
  JSON.stringify([name, title, email]);

/** Accounts as a directory wants them: who they are, what they may do, and whether they are let in at all. */
export function createDirectoryAccounts(parts: Parts) {
  const { db, clock, ids, audit, sessions, identities, mappedRoles, signals } = parts;

  const record = (account: Pick<LinkedAccount, 'organisationId' | 'accountId' | 'directoryId'>, action: string) =>
    audit.record({
      organisationId: account.organisationId,
      actor: { kind: 'system', id: null },
      action,
      subject: { kind: 'account', id: account.accountId },
      details: { directoryId: account.directoryId },
    });

  /** A name that nobody in the installation has. */
  async function freeUsername({ domains, id }: StoredDirectory, { login, stableId }: DirectoryEntry): Promise<string> {
    const apart = `${login}.${stableId.replaceAll('-', '').slice(0, 8)}`;
    const wishes = [login, ...(login.includes('@') ? [] : domains.map((domain) => `${login}@${domain}`)), apart];
    for (const wish of wishes) if (!(await identities.isTaken(wish))) return wish;
    return `${apart}.${id.slice(-8)}`;
  }

  /** The account that is theirs for sure, of those that are here already. */
  async function findOwn(
    { organisationId, domains }: StoredDirectory,
    entry: DirectoryEntry,
    logins: readonly string[],
  ) {
    // An address counts only in a domain that is the directory's: of others it can say what it likes.
    const email = entry.email && domains.includes(entry.email.split('@')[1] ?? '') ? entry.email : null;
    const usernames = [...new Set([entry.login, ...logins])];
    const found = await identities.listCandidates(organisationId, usernames, email);
    const named = found.filter(({ username }) => usernames.includes(username));
    const [own, ...others] = named.length > 0 ? named : found;
    return others.length === 0 ? own : undefined;
  }

  /** @returns the account of somebody who has not come from this directory before; undefined where it is disabled */
  async function linkFirst(
    directory: StoredDirectory,
    entry: DirectoryEntry,
    logins: readonly string[],
  ): Promise<LinkedAccount | undefined> {
    const { id: directoryId, organisationId } = directory;
    const createdAt = clock.now();
    const own = await findOwn(directory, entry, logins);
    if (own?.disabled) return undefined;
    const accountId = own?.accountId ?? AccountId.parse(ids.uuid());
    if (!own) {
      const username = await freeUsername(directory, entry);
      await identities.insertAccount({ id: accountId, organisationId, username, entry, createdAt });
    }
    await identities.link({ directoryId, stableId: entry.stableId, organisationId, accountId, createdAt });
    await record({ organisationId, accountId, directoryId }, own ? 'account.link' : 'account.create');
    return identities.find(directoryId, entry.stableId);
  }

  const accounts = {
    /**
     * The account of somebody whom a directory knows; made where there is none. What the directory says of them is taken over.
     * @param logins what they typed
     * @param mayLink whether one that is here already, or a new one, may become theirs
     * @returns undefined where they have none, or one that is disabled
     */
    async admit(
      directory: StoredDirectory,
      entry: DirectoryEntry & { groups: readonly string[] },
      logins: readonly string[],
      mayLink: boolean,
    ): Promise<AccountId | undefined> {
      const find = () =>
        db.transaction(async () => {
          const known = await identities.find(directory.id, entry.stableId);
          const account = known ?? (mayLink ? await linkFirst(directory, entry, logins) : undefined);
          if (!account || account.disabled === 'by-others') return undefined;
          if (account.disabled === 'by-directory') await accounts.restore(account);
          await accounts.describe(account, entry);
          await accounts.giveRoles(directory, account, entry.groups);
          return account.accountId;
        });
      try {
        return await find();
      } catch (error) {
        // The same person, twice at once: the other was first.
        if (isDuplicate(error)) return find();
        throw error;
      }
    },

    /** @returns whether anything was new */
    async describe(account: LinkedAccount, entry: DirectoryEntry): Promise<boolean> {
      if (described(account) === described(entry)) return false;
      await identities.describe(account.accountId, entry);
      await sessions.forget(account.accountId);
      return true;
    },

    giveRoles: (directory: StoredDirectory, { accountId, organisationId }: LinkedAccount, groups: readonly string[]) =>
      mappedRoles.apply({
        accountId,
        organisationId,
        sourceId: directory.id,
        roleIds: rolesOf(groups, directory.groups),
      }),

    /** Somebody left: nothing that they had open goes on. Who is disabled already stays so. */
    deactivate: (account: LinkedAccount): Promise<void> =>
      db.transaction(async () => {
        const { accountId, organisationId, directoryId } = account;
        if (!(await identities.setDisabled(accountId, clock.now()))) return;
        await mappedRoles.apply(
          { accountId, organisationId, sourceId: directoryId, roleIds: [] },
          'left the directory',
        );
        await sessions.endAll(accountId);
        await record(account, 'account.disable');
        await db.afterCommit(() => signals.accountEnded(accountId));
      }),

    /** Somebody came back whom the directory had let go. */
    restore: (account: LinkedAccount): Promise<void> =>
      db.transaction(async () => {
        await identities.setDisabled(account.accountId, null);
        await sessions.forget(account.accountId);
        await record(account, 'account.enable');
      }),
  };
  return accounts;
}
