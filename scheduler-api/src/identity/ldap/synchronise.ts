import type { DirectorySync } from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { addMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../../context.ts';
import type { MappedRoles } from '../mapped-roles.ts';
import type { DirectoryAsking } from './ask-directory.ts';
import type { DirectoriesRepository, StoredDirectory } from './directories-repository.ts';
import type { DirectoryAccounts } from './directory-accounts.ts';
import { DirectoryFailure } from './directory-failure.ts';
import type { IdentitiesRepository } from './identities-repository.ts';
import { planSync, type SyncPlan } from './plan-sync.ts';

const everyMs = 15 * 60_000;
/** By then a run is over, whatever its directory does; if this server is not there any more, another makes the next. */
const longestMs = 10 * 60_000;

type Parts = Pick<Context, 'clock' | 'logger' | 'audit'> & {
  asking: DirectoryAsking;
  accounts: DirectoryAccounts;
  directories: DirectoriesRepository;
  identities: IdentitiesRepository;
  mappedRoles: Pick<MappedRoles, 'listHolders'>;
};

/** Brings the accounts of a directory's people to what it says of them. */
export function createSynchronisation(parts: Parts) {
  const { clock, logger, audit, asking, accounts, directories, identities, mappedRoles } = parts;

  async function carryOut(directory: StoredDirectory, plan: SyncPlan): Promise<number> {
    let updated = 0;
    for (const account of plan.leaving) await accounts.deactivate(account);
    for (const { account } of plan.returning) await accounts.restore(account);
    for (const { account, person } of [...plan.staying, ...plan.returning]) {
      if (await accounts.describe(account, person)) updated += 1;
      await accounts.giveRoles(directory, account, person.groups);
    }
    return updated;
  }

  async function run(directory: StoredDirectory): Promise<DirectorySync> {
    const at = clock.now();
    const known = await identities.list(directory.id);
    const found = await asking.people(
      asking.accessOf(directory),
      known.map(({ stableId }) => stableId),
    );
    const plan = planSync(known, found, directory.groups, await mappedRoles.listHolders(directory.id));
    const people = plan.staying.length + plan.leaving.length;
    if (plan.isTooMuch) {
      const counts = { people, wouldDeactivate: plan.leaving.length, wouldLoseRights: plan.losing.length };
      logger.error(
        { directoryId: directory.id, ...counts },
        'a directory misses too many people: nobody was deactivated',
      );
      await audit.record({
        organisationId: directory.organisationId,
        actor: { kind: 'system', id: null },
        action: 'directory.synchronise',
        subject: { kind: 'directory', id: directory.id },
        result: 'refused',
        details: counts,
      });
      return { outcome: 'too-many', at, ...counts };
    }
    const updated = await carryOut(directory, plan);
    return { outcome: 'done', at, people, updated, deactivated: plan.leaving.length, returned: plan.returning.length };
  }

  /** @returns whether it was our turn */
  async function synchronise(directory: StoredDirectory): Promise<boolean> {
    const now = clock.now();
    const isOurs = await directories.claim(
      directory.id,
      now,
      addMilliseconds(now, longestMs),
      addMilliseconds(now, everyMs),
    );
    if (!isOurs) return false;
    try {
      await directories.noteSync(directory.id, await run(directory));
    } catch (error) {
      if (!(error instanceof DirectoryFailure)) {
        await directories.release(directory.id);
        throw error;
      }
      const { problem } = error;
      logger.warn({ directoryId: directory.id, problem }, 'a directory could not be synchronised');
      await directories.noteSync(directory.id, { outcome: 'failed', at: now, problem });
    }
    return true;
  }

  return {
    /** Those whose turn it is, one after the other. */
    async synchroniseDue(): Promise<void> {
      for (const directory of await directories.listDue(clock.now())) await synchronise(directory);
    },

    /** @throws ProblemError `conflict` while it is being synchronised */
    async synchroniseNow(directory: StoredDirectory): Promise<void> {
      if (!(await synchronise(directory))) throw new ProblemError('conflict', 'It is being synchronised just now');
    },
  };
}
export type Synchronisation = ReturnType<typeof createSynchronisation>;
