import { operationsRoutes } from '@remote-clerk/shared/contracts/http/operations.ts';
import type { SelfTestVerdict } from '@remote-clerk/shared/contracts/self-test.ts';
import type { OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { createCall } from '../testing/people.ts';
import { createWorld, type World } from '../testing/world.ts';

let api: TestApi;
let world: World;
beforeEach(async () => {
  api = await bootApi();
  world = await createWorld(api);
});
afterEach(() => api.close());

async function read(organisationId: OrganisationId) {
  const client = api.client();
  await client.signIn(await api.build.account({ organisationId, role: 'administrator' }));
  return client.call(operationsRoutes.readOperations);
}
const selfTest = (camera: SelfTestVerdict) => ({
  camera: { verdict: camera, framesPerSecond: 30 },
  microphone: { verdict: 'well' as const, level: 0.4 },
  speaker: { verdict: 'well' as const, level: 0.2 },
  documentCamera: { verdict: 'not-run' as const, framesPerSecond: null },
  network: { verdict: 'well' as const, roundTripMs: 12, packetLossPercent: 0 },
});

it('shows the calls of both organisations that a call concerns, where they are, and not who is in them', async () => {
  const call = await createCall(world);
  for (const { id } of [world.state, world.municipality]) {
    const { calls, nodes } = await read(id);
    expect(calls).toMatchObject([
      { consultationId: call.consultationId, state: 'live', nodeId: call.node.id, peers: 0 },
    ]);
    expect(nodes).toMatchObject([{ id: call.node.id, state: 'serving' }]);
    expect(JSON.stringify(calls)).not.toContain(call.specialist.id);
  }
  await call.end();
  expect((await read(world.state.id)).calls).toEqual([]);
});

it('shows nobody another organisation’s calls and kiosks', async () => {
  await createCall(world);
  const other = await createWorld(api);
  expect(await read(other.state.id)).toMatchObject({ calls: [], kiosks: [] });
});

it('has the figures that the node said last, and none of a node that is silent', async () => {
  const call = await createCall(world);
  const { room } = (await call.kiosk.view()).consultation ?? {};
  const quality = { citizen: null, specialist: null };
  await api.context.db
    .connection('media_nodes')
    .update({ rooms: JSON.stringify([{ roomId: room?.id, peers: 3, quality }]) });
  expect((await read(world.state.id)).calls).toMatchObject([{ peers: 3, quality }]);
  api.clock.advance(60_000);
  const later = await read(world.state.id);
  expect(later.nodes).toMatchObject([{ state: 'silent' }]);
  expect(later.calls).toMatchObject([{ peers: 0, quality: null }]);
});

it('has the kiosks in trouble first, with what they found when they tested themselves', async () => {
  const names = ['well', 'failed', 'away', 'poor'];
  const ids = new Map<string, string>();
  for (const name of names) {
    const kiosk = await world.kiosk();
    ids.set(kiosk.id, name);
    if (name === 'away') {
      kiosk.socket?.close();
      continue;
    }
    const verdict = name === 'well' || name === 'failed' ? name : 'poor';
    await kiosk.client.call(operationsRoutes.saveSelfTest, { body: selfTest(verdict) });
  }
  const order = async () => (await read(world.municipality.id)).kiosks.map(({ id }) => ids.get(id));
  await expect.poll(order).toEqual(['away', 'failed', 'poor', 'well']);
  const { kiosks } = await read(world.municipality.id);
  expect(kiosks[1]?.selfTest).toEqual({ at: api.clock.now(), ...selfTest('failed') });
});
