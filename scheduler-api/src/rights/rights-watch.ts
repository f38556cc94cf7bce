import type { AccountId } from '@remote-clerk/shared/domain/ids.ts';
import { addMilliseconds, type Instant } from '@remote-clerk/shared/domain/time.ts';
import type { Context } from '../context.ts';
import type { Signals } from '../live/signals.ts';
import type { RightsRepository } from './rights-repository.ts';
import type { RolesRepository } from './roles-repository.ts';

/** What was written by a transaction that took this long is still seen, in milliseconds. */
const slack = 5_000;

type Needs = Pick<Context, 'clock' | 'sessions'> & {
  rights: RightsRepository;
  roles: RolesRepository;
  signals: Signals;
  standDown: (accountId: AccountId) => Promise<void>;
};

/**
 * Time alone, and other servers, change what people may do: whose rights began, ran out or were withdrawn is looked at anew here,
 * and nobody serves who may not.
 */
export function createRightsWatch({ clock, sessions, rights, roles, signals, standDown }: Needs) {
  let seen: Instant = clock.now();
  return async function watch(): Promise<void> {
    const now = clock.now();
    for (const accountId of await rights.listChanged(addMilliseconds(seen, -slack), now)) {
      await sessions.forget(accountId);
      signals.rightsChanged(accountId);
    }
    seen = now;
    const serving = await roles.listWith('consultation.serve');
    for (const accountId of await rights.listServingWithout(serving, now)) await standDown(accountId);
  };
}
