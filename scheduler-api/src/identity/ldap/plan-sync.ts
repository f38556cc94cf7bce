import type { GroupRole } from '@remote-clerk/shared/contracts/http/identity-administration.ts';
import type { FoundPerson } from './ask-directory.ts';
import { rolesOf } from './group-roles.ts';
import type { LinkedAccount } from './identities-repository.ts';

/** Up to so many at once nobody wonders, and no greater part of all. */
const fewPeople = 5;
const greatestPart = 1 / 5;

export type SyncPlan = {
  /** Whom the directory still lets in. */
  staying: { account: LinkedAccount; person: FoundPerson }[];
  leaving: LinkedAccount[];
  returning: { account: LinkedAccount; person: FoundPerson }[];
  /** Staying, but in none of the groups any more that give them what they hold. */
  losing: LinkedAccount[];
  /** Rather a mistake in the settings than what happened: to be left alone. */
  isTooMuch: boolean;
};

/** What follows from what a directory says of those who came from it. @param holding who holds rights by groups now */
export function planSync(
  accounts: readonly LinkedAccount[],
  people: ReadonlyMap<string, FoundPerson>,
  mapping: readonly GroupRole[],
  holding: ReadonlySet<string>,
): SyncPlan {
  const plan: SyncPlan = { staying: [], leaving: [], returning: [], losing: [], isTooMuch: false };
  const active = accounts.filter(({ disabled }) => disabled === 'no');
  for (const account of accounts) {
    const person = people.get(account.stableId);
    const isLetIn = person !== undefined && !person.disabled;
    if (account.disabled === 'no' && !isLetIn) plan.leaving.push(account);
    if (account.disabled === 'no' && isLetIn) plan.staying.push({ account, person });
    if (account.disabled === 'by-directory' && isLetIn) plan.returning.push({ account, person });
  }
  plan.losing = plan.staying
    .filter(({ account, person }) => holding.has(account.accountId) && rolesOf(person.groups, mapping).length === 0)
    .map(({ account }) => account);
  const isMany = (count: number) => count > fewPeople && count > active.length * greatestPart;
  plan.isTooMuch = isMany(plan.leaving.length) || isMany(plan.losing.length);
  return plan;
}
