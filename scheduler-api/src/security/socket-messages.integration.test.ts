import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import {
  guestNamespace,
  guestRequests,
  kioskNamespace,
  kioskRequests,
  staffNamespace,
  staffRequests,
} from '@remote-clerk/shared/contracts/live/messages.ts';
import type { RequestTable } from '@remote-clerk/shared/contracts/messages.ts';
import { Acknowledgement } from '@remote-clerk/shared/contracts/messages.ts';
import { nodeNamespace, nodeRequests } from '@remote-clerk/shared/contracts/node/messages.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { dumpDatabase } from '../testing/dump-database.ts';
import { bringIn, createCall } from '../testing/people.ts';
import { createScene, type Scene } from '../testing/scene.ts';
import { expectNoInsides } from '../testing/send-request.ts';
import { spoil } from '../testing/spoil.ts';
import { testConfig } from '../testing/test-config.ts';
import { openSocket, type TestSocket } from '../testing/test-socket.ts';

let api: TestApi;
let scene: Scene;
beforeAll(async () => {
  api = await bootApi();
  scene = await createScene(api);
});
afterAll(() => api.close());

const load = { workers: 1, rooms: 0, peers: 0, busiestWorker: 0, idlestWorker: 0, draining: false };
const id = '00000000-0000-4000-8000-000000000001';
const room = { roomId: id, peers: 0, quality: { citizen: null, specialist: null } };
const { nodeSecret } = testConfig({ engine: 'sqlite', filename: ':memory:' });
const openNode = () => openSocket(`${api.url}${nodeNamespace}`, { auth: { secret: nodeSecret } });
const registration = () => ({ nodeId: 'sfu-9', bootId: id, url: 'http://sfu-9.example', load, rooms: [room] });

type Payloads<Table extends RequestTable> = { [Name in keyof Table]: () => Record<string, unknown> };
/** A good payload for every request there is: one that is missing does not compile. */
const callSignal = () => ({ consultationId: scene.consultationId, signal: { kind: 'hand', raised: true } });
const staffPayloads: Payloads<typeof staffRequests> = { 'view.read': () => ({}), 'call.signal': callSignal };
const kioskPayloads: Payloads<typeof kioskRequests> = {
  'view.read': () => ({}),
  'activity.report': () => ({ activity: 'choosing' }),
  'call.signal': callSignal,
};
const guestPayloads: Payloads<typeof guestRequests> = { 'view.read': () => ({}), 'call.signal': callSignal };
const nodePayloads: Payloads<typeof nodeRequests> = {
  'node.register': registration,
  'node.heartbeat': () => ({ load, rooms: [room] }),
  'node.report': () => ({
    reports: [
      {
        kind: 'room.closed',
        id: api.context.ids.uuid(),
        at: api.clock.now(),
        roomId: id,
        consultationId: id,
        quality: { citizen: null, specialist: null },
      },
    ],
  }),
};

type Wire = {
  table: RequestTable;
  payloads: Record<string, () => Record<string, unknown>>;
  open(): Promise<TestSocket>;
  allowed: readonly string[];
};
/** With its view, that it is there is written down too. */
async function settled(opening: Promise<TestSocket>, view: string): Promise<TestSocket> {
  const socket = await opening;
  await socket.told(view, z.unknown());
  return socket;
}
const wires: Record<string, Wire> = {
  [staffNamespace]: {
    table: staffRequests,
    payloads: staffPayloads,
    open: () => settled(scene.specialist.connect(), 'desk'),
    allowed: ['session.own', 'consultation.take-part'],
  },
  [kioskNamespace]: {
    table: kioskRequests,
    payloads: kioskPayloads,
    open: () => settled(scene.kiosk.connect(), 'kiosk'),
    allowed: ['kiosk.use', 'consultation.take-part'],
  },
  [guestNamespace]: {
    table: guestRequests,
    payloads: guestPayloads,
    open: () => settled(scene.guest.connect(), 'guest'),
    allowed: ['consultation.guest', 'consultation.take-part'],
  },
  [nodeNamespace]: {
    table: nodeRequests,
    payloads: nodePayloads,
    open: async () => {
      const socket = await openNode();
      await socket.ask('node.register', registration());
      return socket;
    },
    allowed: ['node.serve'],
  },
};
const every = Object.entries(wires).flatMap(([namespace, { table }]) =>
  Object.keys(table).map((name) => [namespace, name] as const),
);
const wireOf = (namespace: string): Wire => {
  const wire = wires[namespace];
  if (!wire) throw new Error(`no ${namespace}`);
  return wire;
};

describe.each(every)('%s %s', (namespace, name) => {
  const { table, payloads, open, allowed } = wireOf(namespace);
  const contract = table[name];
  const payload = payloads[name];
  if (!contract || !payload) throw new Error(`No row for ${name}`);
  /** As a well-behaved client: not more than it may. */
  const ask = async (socket: TestSocket, value: unknown) => {
    api.clock.advance(100);
    const answer = await socket.raw.timeout(10_000).emitWithAck(name, value);
    expectNoInsides(answer);
    return Acknowledgement.parse(answer);
  };
  const outcome = (answer: Acknowledgement) => (answer.ok ? 'answered' : answer.problem.type.split(':').at(-1));

  it('is for those of its namespace', () => {
    expect(allowed).toContain(contract.permission);
  });

  it('is answered as the contract says', async () => {
    const socket = await open();
    const answer = await ask(socket, payload());
    expect(answer.ok && contract.reply.safeParse(answer.data).success).toBe(true);
    socket.close();
  });

  it('refuses every field that is wrong in any way, and lives on', async () => {
    const socket = await open();
    for (const { what, value } of spoil(contract.payload, payload())) {
      const answer = await ask(socket, value);
      // What still is well formed may name what is not there.
      const wanted = contract.payload.safeParse(value).success ? ['answered', 'not-found'] : ['invalid-request'];
      expect(wanted, what).toContain(outcome(answer));
      expect(JSON.stringify(answer).length).toBeLessThan(100_000);
    }
    for (const wrong of [null, 'text', 1, true, [], [{}], 'x'.repeat(200_000)])
      expect(outcome(await ask(socket, wrong))).toBe('invalid-request');
    expect(['answered', 'invalid-request']).toContain(outcome(await ask(socket, Buffer.from('bytes'))));
    expect(outcome(await ask(socket, payload()))).toBe('answered');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    socket.close();
  });

  it('does nothing for one who does not wait for the answer', async () => {
    const socket = await open();
    const before = await dumpDatabase(api.context);
    for (const value of [payload(), undefined, null, 'text']) socket.raw.emit(name, value);
    api.clock.advance(1_000);
    await socket.ask('view.nothing', {});
    const { kiosks: _kiosks, specialists: _specialists, ...after } = await dumpDatabase(api.context);
    expect(before).toMatchObject(after);
    socket.close();
  });
});

describe.each(Object.keys(wires))('%s', (namespace) => {
  const { open } = wireOf(namespace);

  it('has no other requests', async () => {
    const socket = await open();
    for (const name of [
      '',
      'nothing',
      '__proto__',
      'constructor',
      'toString',
      'desk',
      'session.ended',
      'room.close',
      'x'.repeat(10_000),
    ])
      expect(await socket.ask(name, {})).toBe('not-found');
    socket.close();
  });

  it('makes one who asks too much wait, and then answers again', async () => {
    const socket = await open();
    const outcomes = await Promise.all(Array.from({ length: 300 }, () => socket.ask('nothing', {})));
    expect(outcomes.filter((outcome) => outcome === 'not-found').length).toBeLessThanOrEqual(60);
    expect(outcomes.at(-1)).toBe('too-many-requests');
    api.clock.advance(1_000);
    expect(await socket.ask('nothing', {})).toBe('not-found');
    socket.close();
  });

  it('closes on one who sends more than any request needs, and serves the others', async () => {
    const [loud, calm] = [await open(), await open()];
    loud.raw.emit('nothing', 'x'.repeat(300_000), () => undefined);
    await loud.closed();
    expect(await calm.ask('nothing', {})).toBe('not-found');
    calm.close();
  });
});

describe('a media node', () => {
  it('registers before anything else', async () => {
    const socket = await openNode();
    expect(await socket.ask('node.heartbeat', { load, rooms: [] })).toBe('illegal-transition');
    expect(await socket.ask('node.report', nodePayloads['node.report']())).toBe('illegal-transition');
    socket.close();
  });

  it('reports in any order, of rooms that are not there or not its own, and moves nothing', async () => {
    const { consultationId, roomId } = scene;
    const socket = await openNode();
    await socket.ask('node.register', { ...registration(), nodeId: 'sfu-other' });
    const before = (await dumpDatabase(api.context)).consultations;
    const report = (one: Record<string, unknown>) =>
      socket.ask('node.report', { reports: [{ id: api.context.ids.uuid(), at: api.clock.now(), ...one }] });
    const quality = { citizen: null, specialist: null };
    for (const room of [
      { roomId: id, consultationId: id },
      { roomId: id, consultationId },
      { roomId, consultationId: id },
      { roomId, consultationId },
    ]) {
      expect(await report({ kind: 'room.live', ...room })).toEqual({});
      expect(await report({ kind: 'peer.back', ...room, role: 'citizen' })).toEqual({});
      expect(await report({ kind: 'peer.gone', ...room, role: 'specialist', left: true })).toEqual({});
      expect(await report({ kind: 'room.closed', ...room, quality })).toEqual({});
    }
    // Its own node, but what comes before the call is live, or is said about it too early.
    const own = { roomId, consultationId };
    await scene.node.report({ kind: 'peer.gone', ...own, role: 'citizen', left: false });
    await scene.node.report({ kind: 'peer.back', ...own, role: 'citizen' });
    await scene.node.report({ kind: 'room.closed', ...own, quality });
    expect((await dumpDatabase(api.context)).consultations).toEqual(before);
    await scene.goLive();
    expect((await dumpDatabase(api.context)).consultations).not.toEqual(before);
    socket.close();
  });
});

it('a screen is pushed nothing that is another’s', async () => {
  for (const who of [await scene.theirs.clerk(), await scene.theirs.specialist({ atWork: false })]) {
    const socket = await who.connect();
    await socket.ask('view.read', {});
    for (const secret of scene.secrets) expect(JSON.stringify(socket.heard)).not.toContain(secret);
    socket.close();
  }
  const theirCall = await createCall(scene.theirs, { node: scene.node });
  const guest = await (await bringIn(api, theirCall.specialist, theirCall.consultationId)).connect();
  await guest.ask('view.read', {});
  for (const secret of scene.secrets) expect(JSON.stringify(guest.heard)).not.toContain(secret);
  guest.close();
  const kiosk = await scene.theirs.kiosk();
  await kiosk.socket?.ask('view.read', {});
  for (const secret of scene.secrets) expect(JSON.stringify(kiosk.socket?.heard)).not.toContain(secret);
});

it('after all that a consultation is asked for and taken', async () => {
  await scene.theirs.node({ id: 'sfu-2' });
  const specialist = await scene.theirs.specialist();
  const kiosk = await scene.theirs.kiosk();
  const { consultationId } = await kiosk.ask();
  const params = { consultationId };
  const { call } = await specialist.client.call(consultationRoutes.acceptConsultation, { params, body: {} });
  expect(call.standing).toBe('participant');
});
