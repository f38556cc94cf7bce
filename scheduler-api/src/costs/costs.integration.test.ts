import { costRoutes } from '@remote-clerk/shared/contracts/http/costs.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';

const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => 'accepted',
    (error: unknown) => error,
  );

let api: TestApi;
beforeAll(async () => {
  api = await bootApi();
});
afterAll(() => api.close());

it('shares the upkeep in proportion to those who signed in, each once a month', async () => {
  const municipality = await api.build.organisation({ name: 'Kuldīgas novads' });
  const school = await api.build.organisation({ name: 'Kuldīgas vidusskola', parentId: municipality.id });
  const others = await api.build.organisation({ name: 'Saldus novads' });
  const signIn = async (account: Awaited<ReturnType<typeof api.build.account>>) => {
    const browser = api.client();
    await browser.signIn(account);
    return browser;
  };
  const manager = await api.build.account({ organisationId: municipality.id, role: 'manager' });
  await signIn(manager);
  const browser = await signIn(manager);
  await signIn(await api.build.account({ organisationId: school.id, role: null }));
  await signIn(await api.build.account({ organisationId: others.id, role: null }));
  await api.build.account({ organisationId: others.id });

  const month = api.clock.now().slice(0, 7);
  const read = (query: { from: string; until: string; upkeepCents?: string }) =>
    browser.call(costRoutes.readCosts, { query });
  const costs = await read({ from: month, until: month, upkeepCents: '10000' });
  expect(costs.allActiveUsers).toBe(3);
  expect(costs.shares.map(({ organisation, activeUsers }) => [organisation.name, activeUsers])).toEqual([
    ['Kuldīgas novads', 1],
    ['Kuldīgas vidusskola', 1],
  ]);
  expect(costs.shares.every(({ cents }) => cents === 3_333 || cents === 3_334)).toBe(true);
  expect(costs.shares[0]).toMatchObject({ percent: 33.33 });

  api.clock.advance(32 * 86_400_000);
  const later = await signIn(manager);
  const next = api.clock.now().slice(0, 7);
  const both = await later.call(costRoutes.readCosts, { query: { from: month, until: next } });
  expect(both.shares[0]).toMatchObject({ activeUsers: 2, cents: null });
  const backwards = later.call(costRoutes.readCosts, { query: { from: next, until: month } });
  expect(await rejection(backwards)).toMatchObject({ type: 'invalid-request' });
});
