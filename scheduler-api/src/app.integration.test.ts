import { defineRoutes } from '@remote-clerk/shared/contracts/http/route.ts';
import { Nothing } from '@remote-clerk/shared/contracts/messages.ts';
import { expect, it } from 'vitest';
import { bind } from './http/bind.ts';
import { bootApi } from './testing/boot-api.ts';

const routes = defineRoutes({
  waitHere: {
    method: 'get',
    path: '/api/v1/wait',
    tag: 'Test',
    summary: 'Wait',
    permission: 'public',
    reply: Nothing,
    status: 200,
  },
});

it('closing finishes what is under way, takes nothing new, and may be asked for twice', async () => {
  let begun = () => {};
  let finish = () => {};
  const beginning = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const handled = bind(routes.waitHere, async () => {
    begun();
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    return {};
  });
  const api = await bootApi({
    overrides: { contract: routes, frontEnds: {}, features: () => [{ routes: [handled] }] },
  });
  const answer = api.client().call(routes.waitHere);
  await beginning;
  const closed = Promise.all([api.close(), api.close()]);
  await expect(api.client().call(routes.waitHere)).rejects.toMatchObject({ type: 'unavailable' });
  finish();
  expect(await answer).toEqual({});
  await closed;
});

it('closing closes the sockets and the database', async () => {
  const closed: string[] = [];
  const live = () => ({ close: async () => void closed.push('sockets') });
  const api = await bootApi({ overrides: { contract: {}, frontEnds: {}, features: () => [{ live }] } });
  await api.close();
  expect(closed).toEqual(['sockets']);
  await expect(api.context.db.ping()).rejects.toThrow();
});

it('does not start with a route that nothing handles', async () => {
  await expect(bootApi({ overrides: { contract: routes, features: () => [] } })).rejects.toThrow(
    'waitHere has no handler',
  );
});

it('starts whole, with every route of the contract handled', async () => {
  await using api = await bootApi();
  expect((await api.client().raw('/health/ready')).status).toBe(200);
});
