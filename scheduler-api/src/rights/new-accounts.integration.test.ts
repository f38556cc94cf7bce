import { randomUUID } from 'node:crypto';
import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { organisationRoutes } from '@remote-clerk/shared/contracts/http/organisations.ts';
import { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import { expect, it } from 'vitest';
import { bootApi } from '../testing/boot-api.ts';
import { testPassword } from '../testing/builders.ts';
import { outcome } from '../testing/rights.ts';
import { createWorld } from '../testing/world.ts';

it('whoever makes an account asks for its right, and somebody else approves it before its holder can work', async () => {
  await using api = await bootApi();
  const world = await createWorld(api);
  const signedIn = async (role: 'administrator' | 'manager') => {
    const client = api.client();
    await client.signIn(await api.build.account({ organisationId: world.state.id, role }));
    return client;
  };
  const [maker, boss] = [await signedIn('administrator'), await signedIn('manager')];
  const made = await maker.call(organisationRoutes.createSpecialist, {
    body: {
      username: 'ilze',
      password: testPassword,
      name: 'Ilze Bērziņkalne',
      jobTitle: 'Speciāliste',
      institutionId: world.institution.id,
      serviceIds: [world.service.id],
      languages: ['lv'],
    },
    idempotencyKey: randomUUID(),
  });
  expect(made.rights).toBe('asked');

  const ilze = api.client();
  await ilze.signIn({ username: 'ilze', password: testPassword });
  const desk = () => outcome(ilze.call(consultationRoutes.readDesk, {}));
  expect(await desk()).toBe('not-allowed');
  const { requests } = await boss.call(rightsRoutes.listRightRequests, { query: { mine: 'true' } });
  expect(requests).toMatchObject([{ account: { id: made.id }, role: { id: 'specialist' } }]);
  expect(await boss.call(rightsRoutes.readRightsCounts, {})).toEqual({ toDecide: 1, toReview: 0 });
  expect(await maker.call(rightsRoutes.readRightsCounts, {})).toEqual({ toDecide: 0, toReview: 0 });
  const approve = (by: typeof boss) =>
    outcome(
      by.call(rightsRoutes.approveRightRequest, { params: { requestId: requests[0]?.id ?? randomUUID() }, body: {} }),
    );
  expect(await approve(maker)).toBe('not-allowed');
  expect(await approve(boss)).toBe('done');
  expect(await desk()).toBe('done');

  const leaver = await maker.call(organisationRoutes.disableStaff, { params: { accountId: made.id } });
  expect(leaver).toMatchObject({ disabled: true, rights: 'none' });
  expect(await desk()).toBe('not-signed-in');
});
