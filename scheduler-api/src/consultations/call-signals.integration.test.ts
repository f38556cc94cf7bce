import { randomUUID } from 'node:crypto';
import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { type CallSignal, IncomingSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { beginCall, type LiveCall } from '../testing/live-call.ts';
import type { TestSocket } from '../testing/test-socket.ts';
import { createWorld, type World } from '../testing/world.ts';

let api: TestApi;
let world: World;
let call: LiveCall;
let kiosk: TestSocket;
let specialist: TestSocket;
beforeEach(async () => {
  api = await bootApi();
  world = await createWorld(api);
  call = await beginCall(world, await world.node());
  kiosk = await call.kiosk.connect();
  specialist = await call.specialist.connect();
});
afterEach(() => api.close());

const hello: CallSignal = { kind: 'direct.hello', session: randomUUID() };
const send = (from: TestSocket, signal: CallSignal = hello) =>
  from.ask('call.signal', { consultationId: call.consultationId, signal });
const heardBy = (socket: TestSocket) => socket.heard.filter(({ name }) => name === 'call.signal');
const end = () =>
  call.kiosk.client.call(consultationRoutes.endConsultation, {
    params: { consultationId: call.consultationId },
    body: {},
  });

it('goes to the other end, with who sent it, and not back', async () => {
  expect(await send(kiosk)).toEqual({});
  expect(await specialist.told('call.signal', IncomingSignal)).toEqual({
    consultationId: call.consultationId,
    from: { role: 'citizen', id: call.kiosk.id, name: 'Kuldīga' },
    signal: hello,
  });
  expect(await send(specialist, { kind: 'hand', raised: true })).toEqual({});
  expect(await kiosk.told('call.signal', IncomingSignal)).toMatchObject({
    from: { role: 'specialist', id: call.specialist.id, name: (await call.specialist.desk()).specialist.name },
    signal: { kind: 'hand', raised: true },
  });
  expect([heardBy(kiosk).length, heardBy(specialist).length]).toEqual([1, 1]);
});

it('is taken from nobody who is not in the call', async () => {
  const colleague = await (await world.specialist()).connect();
  const neighbour = await (await world.kiosk()).connect();
  const clerk = await (await world.clerk()).connect();
  expect(await send(colleague)).toBe('not-found');
  expect(await send(neighbour)).toBe('not-found');
  expect(await send(clerk)).toBe('not-allowed');
  expect([heardBy(kiosk), heardBy(specialist)]).toEqual([[], []]);
});

it('is handed on as long as the call lasts and no longer', async () => {
  expect(await send(kiosk)).toEqual({});
  await end();
  await expect.poll(() => send(kiosk)).toBe('not-found');
});

it('asks the database seldom, however many there are', async () => {
  await send(kiosk);
  const asked: string[] = [];
  const listen = ({ sql }: { sql: string }) => asked.push(sql);
  api.context.db.connection.on('query', listen);
  for (let letter = 0; letter < 20; letter += 1) await send(kiosk, { kind: 'draft', text: 'x'.repeat(letter) });
  api.context.db.connection.off('query', listen);
  // When something changed meanwhile it has to look again.
  expect(asked.filter((sql) => /from .consultations. where .id./.test(sql)).length).toBeLessThan(5);
});

it('makes one who sends too much wait', async () => {
  const outcomes = await Promise.all(Array.from({ length: 100 }, () => send(kiosk)));
  expect(outcomes.filter((outcome) => outcome === 'too-many-requests')).toHaveLength(40);
});
