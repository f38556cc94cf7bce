import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { Context } from '../../context.ts';
import type { Feature } from '../../feature.ts';
import type { Signals } from '../../live/signals.ts';
import type { MappedRoles } from '../mapped-roles.ts';
import { createDirectoryAsking } from './ask-directory.ts';
import { createDirectoriesRepository } from './directories-repository.ts';
import { directoriesRoutes } from './directories-routes.ts';
import { createDirectoriesService } from './directories-service.ts';
import { createDirectoryAccounts } from './directory-accounts.ts';
import { createIdentitiesRepository } from './identities-repository.ts';
import { createSynchronisation } from './synchronise.ts';
import { createPasswordTrial } from './try-password.ts';

type Parts = Context & { signals: Pick<Signals, 'accountEnded'>; mappedRoles: MappedRoles };

/** Staff sign in with the passwords of their organisation's LDAP directory, which also says who has left. */
export function createDirectories(context: Parts) {
  const directories = createDirectoriesRepository(context.db);
  const identities = createIdentitiesRepository(context.db);
  const asking = createDirectoryAsking(context);
  const accounts = createDirectoryAccounts({ ...context, identities });
  const parts = { ...context, directories, identities, asking, accounts };
  const synchronisation = createSynchronisation(parts);
  const service = createDirectoriesService({ ...parts, synchronisation });
  const tryPassword = createPasswordTrial(parts);

  const feature: Feature = {
    routes: directoriesRoutes(service),
    jobs: [{ name: 'synchronise directories', everyMs: 30_000, run: synchronisation.synchroniseDue }],
  };
  return {
    feature,

    /**
     * Whose password it is, as the directories say.
     * @returns undefined when nobody of theirs is called so, or it is not theirs
     * @throws ProblemError `not-registered`, or `provider-unavailable` where the only directory that may know is silent
     */
    async checkPassword(login: string, password: string): Promise<AccountId | undefined> {
      const trial = await tryPassword(login, password);
      if (trial.outcome === 'right') return trial.accountId;
      if (trial.outcome === 'not-registered') throw new ProblemError('not-registered');
      if (trial.outcome === 'unavailable') throw new ProblemError('provider-unavailable');
      return undefined;
    },
  };
}
