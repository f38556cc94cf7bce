import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { serviceCaseRoutes } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import { CloseOrder } from '@remote-clerk/shared/contracts/node/messages.ts';
import { KioskView } from '@remote-clerk/shared/contracts/views.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { decodeJwt } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { cutDatabase } from '../testing/cut-database.ts';
import { beginCall, type LiveCall } from '../testing/live-call.ts';
import { createWorld, type World } from '../testing/world.ts';

type Node = Awaited<ReturnType<World['node']>>;

let api: TestApi;
let world: World;
let first: Node;
let second: Node;
let call: LiveCall;
beforeEach(async () => {
  api = await bootApi();
  world = await createWorld(api);
  first = await world.node({ id: 'sfu-1' });
  call = await beginCall(world, first);
  second = await world.node({ id: 'sfu-2', load: 0.5 });
});
afterEach(() => api.close());

const problemOf = async (asked: Promise<unknown>) => {
  const outcome = await asked.then(
    () => 'not refused',
    (error: unknown) => error,
  );
  return outcome instanceof ProblemError ? outcome.type : outcome;
};
const nodeOf = ({ ticket }: { ticket: string }) => decodeJwt(ticket).aud;
const timeline = async () => {
  const { caseId, specialist } = call;
  const found = await specialist.client.call(serviceCaseRoutes.readServiceCase, { params: { caseId } });
  return found.timeline.map((entry) => entry.step);
};
const shown = async () => (await call.kiosk.view()).consultation;
/** Time goes by; these nodes are heard of meanwhile, with their rooms. */
async function wait(seconds: number, ...nodes: [Node, ...string[]][]) {
  api.clock.advance(seconds * 1000);
  for (const [node, ...rooms] of nodes) await node.heartbeat(rooms);
  await api.jobs.tick();
}
/** Its connection is gone, and the server has seen it. */
async function lose(node: Node) {
  node.socket.close();
  await expect
    .poll(async () => {
      const found = (await world.services.nodes.list()).find(({ id }) => id === node.id);
      return found && world.services.nodes.isLate(found);
    })
    .toBe(true);
}

describe('a call whose node is gone', () => {
  it('gets one new room elsewhere, however many ask for it at once', async () => {
    await wait(7, [second]);
    const { kiosk, specialist, roomId } = call;
    const tickets = await Promise.all([call.ticket(kiosk, roomId), call.ticket(specialist, roomId)]);
    expect(tickets.map(nodeOf)).toEqual(['sfu-2', 'sfu-2']);
    expect(new Set(tickets.map((one) => one.roomId)).size).toBe(1);
    expect(tickets[0]?.roomId).not.toBe(roomId);
    expect((await timeline()).filter((step) => step === 'moved')).toHaveLength(1);
    await kiosk.socket?.told('kiosk', KioskView, (view) => view.consultation?.room?.id === tickets[0]?.roomId);
  });

  it('need not wait until the node is silent when an end says that it cannot reach it either', async () => {
    await lose(first);
    expect(nodeOf(await call.ticket(call.specialist))).toBe('sfu-1');
    const moved = await call.ticket(call.kiosk, call.roomId);
    expect(nodeOf(moved)).toBe('sfu-2');
    expect((await call.ticket(call.specialist, call.roomId)).roomId).toBe(moved.roomId);
  });

  it('moves to the new boot of the same node', async () => {
    await wait(7);
    const again = await world.node({ id: 'sfu-1' });
    const moved = await call.ticket(call.kiosk, call.roomId);
    expect(decodeJwt(moved.ticket)).toMatchObject({ aud: 'sfu-1', boot: again.bootId });
  });

  it('is refused a ticket while there is no node, lives on meanwhile, and comes back with the first', async () => {
    await wait(7);
    expect(await problemOf(call.ticket(call.kiosk, call.roomId))).toBe('no-media-node');
    await wait(600);
    expect(await problemOf(call.ticket(call.kiosk, call.roomId))).toBe('no-media-node');
    expect(await shown()).toMatchObject({ state: 'live', away: { citizen: false, specialist: false, node: true } });
    await world.node({ id: 'sfu-3' });
    expect(nodeOf(await call.ticket(call.kiosk, call.roomId))).toBe('sfu-3');
  });

  it('is over when both are gone too', async () => {
    await lose(first);
    call.kiosk.socket?.close();
    call.specialist.socket?.close();
    await expect.poll(async () => (await world.services.kiosks.list({ kind: 'system' }))[0]?.online).toBe(false);
    await wait(7);
    await wait(89);
    expect((await shown())?.state).toBe('live');
    await wait(1);
    expect((await shown())?.state).toBe('dropped');
  });

  it('waits for an end in the new room no longer than for one that has gone', async () => {
    await wait(7, [second]);
    const { roomId } = await call.ticket(call.kiosk, call.roomId);
    await wait(5, [second, roomId]);
    await call.ticket(call.kiosk);
    await wait(84, [second, roomId]);
    expect(await shown()).toMatchObject({ state: 'live', away: { citizen: true, specialist: true, node: false } });
    await wait(1, [second, roomId]);
    expect(await shown()).toMatchObject({ state: 'dropped', endReason: 'specialist-lost' });
  });

  it('has everyone again when both are in the new room', async () => {
    await wait(7, [second]);
    const { roomId } = await call.ticket(call.kiosk, call.roomId);
    await second.report({ kind: 'room.live', roomId, consultationId: call.consultationId });
    await wait(200, [second, roomId]);
    expect(await shown()).toMatchObject({ state: 'live', away: { citizen: false, specialist: false, node: false } });
  });

  it('is never moved by time alone, and goes on where it was when the node is heard of again', async () => {
    await wait(7, [second]);
    expect(await shown()).toMatchObject({ room: { id: call.roomId }, away: { node: true } });
    await first.register([call.roomId]);
    expect(await shown()).toMatchObject({ room: { id: call.roomId }, away: { node: false } });
  });
});

describe('a call on a node that drains', () => {
  it('stays until an end cannot get on, and moves then; the old room is told so', async () => {
    await first.heartbeat([call.roomId], { draining: true });
    expect(nodeOf(await call.ticket(call.kiosk))).toBe('sfu-1');
    expect(nodeOf(await call.ticket(call.kiosk, call.roomId))).toBe('sfu-2');
    expect(await first.socket.told('room.close', CloseOrder)).toEqual({ roomId: call.roomId, reason: 'moved' });
  });

  it('stays there while there is no other', async () => {
    await first.heartbeat([call.roomId], { draining: true });
    await second.heartbeat([], { draining: true });
    expect((await call.ticket(call.kiosk, call.roomId)).roomId).toBe(call.roomId);
  });
});

describe('an end that cannot reach a node that seems well', () => {
  it('is sent there once more, and believed the second time, once in a minute', async () => {
    expect((await call.ticket(call.kiosk, call.roomId)).roomId).toBe(call.roomId);
    expect((await call.ticket(call.specialist, call.roomId)).roomId).toBe(call.roomId);
    await wait(5, [first, call.roomId], [second]);
    const moved = await call.ticket(call.kiosk, call.roomId);
    expect(nodeOf(moved)).toBe('sfu-2');
    for (let asked = 0; asked < 3; asked += 1)
      expect((await call.ticket(call.kiosk, moved.roomId)).roomId).toBe(moved.roomId);
  });

  it('is sent there again when it said so long ago, or of another room', async () => {
    await call.ticket(call.kiosk, call.roomId);
    await wait(16, [first, call.roomId], [second]);
    expect((await call.ticket(call.kiosk, call.roomId)).roomId).toBe(call.roomId);
  });
});

describe('rooms before the call', () => {
  it('leave a node that drains', async () => {
    const kiosk = await world.kiosk();
    const asked = await kiosk.ask();
    expect(asked.call && nodeOf(asked.call)).toBe('sfu-1');
    await first.heartbeat([], { draining: true });
    await api.jobs.tick();
    const room = (await kiosk.view()).consultation?.room;
    expect(room?.id).not.toBe(asked.call?.roomId);
    expect(nodeOf(await call.ticket(call.kiosk))).toBe('sfu-1');
  });
});

describe('rooms that a node holds and nobody belongs in', () => {
  it('are closed as ended when the consultation is over, and else as moved', async () => {
    const other = await beginCall(world, first);
    await first.heartbeat([], { draining: true });
    await call.ticket(call.kiosk, call.roomId);
    await other.kiosk.client.call(consultationRoutes.endConsultation, {
      params: { consultationId: other.consultationId },
      body: {},
    });
    expect(await first.heartbeat([call.roomId, other.roomId])).toEqual({
      close: [
        { roomId: call.roomId, reason: 'moved' },
        { roomId: other.roomId, reason: 'ended' },
      ],
    });
  });
});

describe('when the database is away for half a minute', () => {
  it('drops and moves nothing, and nobody loses a place', async () => {
    const waiting = await world.kiosk();
    const asked = await waiting.ask();
    await second.report({
      kind: 'peer.gone',
      roomId: call.roomId,
      consultationId: call.consultationId,
      role: 'citizen',
    });
    const restore = cutDatabase(api.context.db);
    for (let second = 0; second < 30; second += 1) {
      api.clock.advance(1_000);
      await api.jobs.tick();
    }
    expect(await problemOf(waiting.view())).toBe('unavailable');
    restore();
    await wait(1);
    expect(await shown()).toMatchObject({ state: 'live', room: { id: call.roomId }, away: { node: false } });
    expect((await waiting.view()).consultation).toMatchObject({ state: 'waiting', room: { id: asked.call?.roomId } });
    await wait(1, [first, call.roomId], [second]);
    expect(await timeline()).not.toContain('moved');
    expect((await call.ticket(call.kiosk)).roomId).toBe(call.roomId);
  });
});
