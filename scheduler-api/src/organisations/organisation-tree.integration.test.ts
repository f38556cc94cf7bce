import { randomUUID } from 'node:crypto';
import { organisationRoutes } from '@remote-clerk/shared/contracts/http/organisations.ts';
import { sessionRoutes } from '@remote-clerk/shared/contracts/http/sessions.ts';
import type { OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { createWorld } from '../testing/world.ts';

const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => 'accepted',
    (error: unknown) => error,
  );

let api: TestApi;
let municipality: { id: OrganisationId };
let department: { id: OrganisationId };
beforeEach(async () => {
  api = await bootApi();
  municipality = await api.build.organisation({ name: 'Kuldīgas novads' });
  department = await api.build.organisation({ name: 'Izglītības pārvalde', parentId: municipality.id });
});
afterEach(() => api.close());

async function administratorAt(organisationId: OrganisationId) {
  const client = api.client();
  await client.signIn(await api.build.account({ organisationId, role: 'administrator' }));
  return client;
}
const add = (client: Awaited<ReturnType<typeof administratorAt>>, parentId: OrganisationId) =>
  client.call(organisationRoutes.createOrganisation, {
    body: { parentId, kind: 'unit', name: 'Kuldīgas Centra vidusskola' },
    idempotencyKey: randomUUID(),
  });

describe('a right at an organisation', () => {
  it('reaches all below it, also what is added there later, from that moment on', async () => {
    const client = await administratorAt(municipality.id);
    const school = await add(client, department.id);
    const { organisations } = await client.call(organisationRoutes.listOrganisations);
    expect(organisations.map(({ name }) => name).sort()).toEqual([
      'Izglītības pārvalde',
      'Kuldīgas Centra vidusskola',
      'Kuldīgas novads',
    ]);
    const renamed = client.call(organisationRoutes.renameOrganisation, {
      params: { organisationId: school.id },
      body: { name: 'Centra vidusskola' },
    });
    expect(await renamed).toMatchObject({ name: 'Centra vidusskola', parentId: department.id });
  });

  it('reaches neither what is above nor what is beside', async () => {
    const beside = await api.build.organisation({ name: 'Komunālie pakalpojumi', parentId: municipality.id });
    const client = await administratorAt(department.id);
    const { organisations } = await client.call(organisationRoutes.listOrganisations);
    expect(organisations).toEqual([expect.objectContaining({ id: department.id, parentId: null })]);
    for (const other of [municipality, beside])
      expect(await rejection(add(client, other.id))).toMatchObject({ type: 'not-found' });
  });

  it('lets one see and change what the organisations below have', async () => {
    const world = await createWorld(api);
    await world.kiosk();
    await api.context.db
      .connection('organisations')
      .where({ id: world.municipality.id })
      .update({ parent_id: municipality.id });
    const client = await administratorAt(municipality.id);
    const { contactPoints } = await client.call(organisationRoutes.listContactPoints);
    expect(contactPoints.map(({ id }) => id)).toEqual([world.contactPoint.id]);
    const { kiosks } = await client.call(organisationRoutes.listKiosks);
    expect(kiosks).toHaveLength(1);
  });
});

it('an organisation at the top begins with two people, of whom neither approves what they ask for', async () => {
  const { organisations, staff } = (await createWorld(api)).services;
  const scope = await organisations.createTop({ name: 'Saldus novads', kind: 'municipality' });
  const person = { name: 'Kristīne', jobTitle: null, password: 'sniega pārsla 26' };
  await staff.createOffice(scope, { ...person, username: 'kristine' }, 'administrator');
  const client = api.client();
  await client.signIn({ username: 'kristine', password: person.password });
  const { account } = await client.call(sessionRoutes.currentSession);
  expect(account).toMatchObject({ organisation: { name: 'Saldus novads' }, post: 'office' });
  expect(account.permissions).toContain('organisation.manage');
});
