import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import type { Logger } from '../../logger.ts';
import type { DirectoryAsking } from './ask-directory.ts';
import type { DirectoriesRepository, StoredDirectory } from './directories-repository.ts';
import type { DirectoryAccounts } from './directory-accounts.ts';
import { DirectoryFailure } from './directory-failure.ts';
import type { IdentitiesRepository } from './identities-repository.ts';

/** So many directories are asked at once. */
const mostAtOnce = 4;

/** `not-registered`: the password is right, and there is no account for them here, or it is disabled. */
export type PasswordTrial =
  | { outcome: 'right'; accountId: AccountId }
  | { outcome: 'unknown' | 'wrong-password' | 'not-registered' | 'unavailable' };

type Parts = {
  logger: Pick<Logger, 'warn'>;
  asking: DirectoryAsking;
  accounts: DirectoryAccounts;
  directories: Pick<DirectoriesRepository, 'listEnabled'>;
  identities: Pick<IdentitiesRepository, 'findOwner'>;
};

/** What somebody is called in a directory who types this: in one whose domain it names, also by what stands before the @. */
export function loginsIn({ domains }: Pick<StoredDirectory, 'domains'>, login: string): string[] {
  const at = login.lastIndexOf('@');
  return at > 0 && domains.includes(login.slice(at + 1)) ? [login, login.slice(0, at)] : [login];
}

/** Sign-in with the password of a directory. */
export function createPasswordTrial({ logger, asking, accounts, directories, identities }: Parts) {
  function warn({ id }: StoredDirectory, error: unknown): void {
    if (!(error instanceof DirectoryFailure)) throw error;
    logger.warn({ directoryId: id, problem: error.problem }, 'a directory could not be asked who signs in');
  }

  /** Those that may know this login, the most trusted first. A password that is somebody's of ours goes nowhere else. */
  async function candidatesFor(login: string): Promise<StoredDirectory[]> {
    const enabled = await directories.listEnabled();
    const domain = login.slice(login.lastIndexOf('@') + 1);
    const own = login.includes('@') ? enabled.filter(({ domains }) => domains.includes(domain)) : [];
    if (own.length > 0) return own;
    const owner = await identities.findOwner(login);
    if (!owner) return enabled;
    return enabled.filter(({ id, organisationId }) =>
      owner.directory_id ? id === owner.directory_id : organisationId === owner.organisation_id,
    );
  }

  /** Whether each knows the login; null where it does not say. */
  async function whoKnows(candidates: readonly StoredDirectory[], login: string): Promise<(boolean | null)[]> {
    const known = new Array<boolean | null>(candidates.length).fill(null);
    const queue = candidates.entries();
    const workers = Array.from({ length: mostAtOnce }, async () => {
      for (const [index, directory] of queue) {
        try {
          known[index] = await asking.knows(asking.accessOf(directory), loginsIn(directory, login));
        } catch (error) {
          warn(directory, error);
        }
      }
    });
    await Promise.all(workers);
    return known;
  }

  /**
   * Asks the directories of the login's domain, else all, whose password it is. The most trusted that knows the login decides;
   * the others never see the password. While a more trusted one is silent, only who came from a less trusted one before is let in.
   */
  return async function tryPassword(typed: string, password: string): Promise<PasswordTrial> {
    const login = typed.trim().normalize('NFC').toLowerCase();
    // A directory takes a bind without a password for one as nobody, and lets everyone in.
    if (password === '' || login === '' || login.includes('\u0000')) return { outcome: 'wrong-password' };
    const candidates = await candidatesFor(login);
    const known = candidates.length > 1 ? await whoKnows(candidates, login) : [true];
    const index = known.indexOf(true);
    const directory = candidates[index];
    if (!directory) return { outcome: candidates.length > 0 && known.includes(null) ? 'unavailable' : 'unknown' };

    const logins = loginsIn(directory, login);
    try {
      const said = await asking.checkPassword(asking.accessOf(directory), logins, password);
      if (said.answer !== 'right') return { outcome: said.answer };
      const isSilent = known.slice(0, index).includes(null);
      const accountId = await accounts.admit(directory, said.person, logins, !isSilent);
      if (accountId) return { outcome: 'right', accountId };
      return { outcome: isSilent ? 'unavailable' : 'not-registered' };
    } catch (error) {
      warn(directory, error);
      return { outcome: 'unavailable' };
    }
  };
}
