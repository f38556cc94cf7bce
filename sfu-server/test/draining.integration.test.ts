import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aConsultation, aSelfTest, until } from './fake-scheduler.ts';
import { RawClient } from './raw-client.ts';
import { type Claims, TestNode } from './test-node.ts';

let node: TestNode;
beforeEach(async () => {
  node = await TestNode.start({ drainSeconds: 600 });
});
afterEach(() => node.stop());

const refusal = async (claims: Claims) => {
  const result = await RawClient.connect(node.sfu.url, { ticket: await node.scheduler.sign(claims) });
  return result instanceof RawClient ? 'admitted' : result;
};
const load = () => node.scheduler.heartbeats.at(-1)?.load;

describe('a node that drains', () => {
  it('says so at once, and lets in only those whose consultation is here', async () => {
    const { citizen, specialist, anotherSpecialist } = aConsultation();
    const kiosk = await node.join(citizen);
    const heartbeats = node.scheduler.heartbeats.length;
    void node.sfu.drain();
    await until(() => node.scheduler.heartbeats.length > heartbeats, 'the heartbeat');
    expect(load()).toMatchObject({ draining: true, rooms: 1, peers: 1, workers: 1 });
    expect(await refusal(aConsultation().citizen)).toBe('unavailable');
    expect(await refusal(aSelfTest())).toBe('unavailable');
    await node.join(specialist.participant);
    await kiosk.hears('call.started');
    const anotherRoom = aConsultation().room;
    expect((await node.join({ ...anotherSpecialist.participant, room: anotherRoom })).isConnected).toBe(true);
    expect(await node.metrics()).toContain('sfu_draining 1\n');
  });

  it('ends when the last room is over', async () => {
    const { citizen, specialist } = aConsultation();
    const kiosk = await node.join(citizen);
    const desk = await node.join(specialist.participant);
    let ended = false;
    const drained = node.sfu.drain().then(() => {
      ended = true;
    });
    await kiosk.ask('room.leave', {});
    await desk.settle();
    expect(ended).toBe(false);
    await desk.ask('room.leave', {});
    await drained;
    expect(node.reported(citizen)).toEqual(['peer.gone (left)', 'peer.gone (left)', 'room.closed']);
  });

  it('ends at once when there is no room', async () => {
    await node.sfu.drain();
    expect(await refusal(aConsultation().citizen)).toBe('closed');
  });

  it('sends those away who are still there when its time is over', async () => {
    const { citizen } = aConsultation();
    const kiosk = await node.join(citizen);
    const drained = node.sfu.drain();
    node.clock.pass(599_999);
    await kiosk.settle();
    expect(kiosk.heard).toEqual([]);
    node.clock.pass(1);
    await drained;
    expect(kiosk.told.at(-1)).toEqual({ name: 'room.closed', payload: { reason: 'shutting-down' } });
    expect(node.reported(citizen)).toEqual(['room.closed']);
  });

  it('closes at once when it is told to after all', async () => {
    const kiosk = await node.join(aConsultation().citizen);
    const drained = node.sfu.drain();
    await node.sfu.close();
    await drained;
    expect(kiosk.told.at(-1)?.payload).toEqual({ reason: 'shutting-down' });
  });
});

describe('what a node says of itself', () => {
  it('is who is in each room, and how it is for them', async () => {
    const { citizen, specialist } = aConsultation();
    const kiosk = await node.join(citizen);
    await node.join(specialist.standby);
    const quality = { roundTripMs: 5, packetLossPercent: 0, jitterMs: 1, framesPerSecond: 30, freezes: 0, seconds: 1 };
    await kiosk.ask('quality.report', quality);
    await until(() => (load()?.peers ?? 0) === 2, 'a heartbeat');
    expect(node.scheduler.heartbeats.at(-1)).toMatchObject({
      load: { draining: false, busiestWorker: expect.any(Number), idlestWorker: expect.any(Number) },
      rooms: [{ roomId: citizen.room, peers: 2, quality: { citizen: quality, specialist: null } }],
    });
  });
});
