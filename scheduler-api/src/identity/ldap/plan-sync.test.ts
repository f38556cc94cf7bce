import { AccountId, IdentityProviderId, OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { describe, expect, it } from 'vitest';
import type { FoundPerson } from './ask-directory.ts';
import type { LinkedAccount } from './identities-repository.ts';
import { planSync } from './plan-sync.ts';

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const accounts = (count: number, change: Partial<LinkedAccount> = {}): LinkedAccount[] =>
  Array.from({ length: count }, (_, index) => ({
    directoryId: IdentityProviderId.parse(uuid(1)),
    organisationId: OrganisationId.parse(uuid(2)),
    accountId: AccountId.parse(uuid(100 + index)),
    stableId: `id-${index}`,
    name: `Persona ${index}`,
    title: null,
    email: null,
    disabled: 'no',
    ...change,
  }));
const person = (stableId: string, change: Partial<FoundPerson> = {}): FoundPerson => ({
  stableId,
  dn: `uid=${stableId},dc=lv`,
  login: stableId,
  name: stableId,
  email: null,
  title: null,
  disabled: false,
  memberOf: [],
  groups: ['cn=centrs,dc=lv'],
  ...change,
});
const found = (from: readonly LinkedAccount[], change: Partial<FoundPerson> = {}) =>
  new Map(from.map(({ stableId }) => [stableId, person(stableId, change)]));
const mapping = [{ group: 'CN=Centrs,DC=lv', roleId: 'clerk' }];
const nobody = new Set<string>();

describe('what follows from what a directory says', () => {
  it.each([
    ['up to five are believed, even if they are all', 5, 0, false],
    ['six of ten are not', 10, 4, true],
    ['six of thirty are: a fifth and no more', 30, 24, false],
    ['seven of thirty are not', 30, 23, true],
  ])('of those who are gone: %s', (_what, all, left, isTooMuch) => {
    const known = accounts(all);
    const plan = planSync(known, found(known.slice(0, left)), mapping, nobody);
    expect(plan).toMatchObject({ isTooMuch });
    expect(plan.leaving).toHaveLength(all - left);
  });

  it('who is disabled there has left, and who was let go for that comes back', () => {
    const [active, gone] = [accounts(1), accounts(1, { disabled: 'by-directory' })];
    expect(planSync(active, found(active, { disabled: true }), mapping, nobody).leaving).toEqual(active);
    expect(planSync(gone, found(gone, { disabled: true }), mapping, nobody).returning).toEqual([]);
    expect(planSync(gone, found(gone), mapping, nobody).returning).toMatchObject([{ account: gone[0] }]);
  });

  it('whom somebody here has disabled is left alone', () => {
    const known = accounts(1, { disabled: 'by-others' });
    const nothing = { staying: [], leaving: [], returning: [], losing: [] };
    expect(planSync(known, found(known), mapping, nobody)).toMatchObject(nothing);
    expect(planSync(known, new Map(), mapping, nobody)).toMatchObject(nothing);
  });

  it('only who held something can lose it', () => {
    const known = accounts(10);
    const holding = new Set(known.slice(0, 6).map(({ accountId }) => accountId));
    const without = found(known, { groups: [] });
    expect(planSync(known, without, mapping, holding)).toMatchObject({ isTooMuch: true });
    expect(planSync(known, without, mapping, nobody)).toMatchObject({ isTooMuch: false, losing: [] });
    expect(planSync(known, found(known), mapping, holding)).toMatchObject({ isTooMuch: false, losing: [] });
  });
});
