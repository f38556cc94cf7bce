import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConsultation, aSelfTest, until } from './fake-scheduler.ts';
import { opusParameters, vp8Parameters } from './media-parameters.ts';
import type { RawClient } from './raw-client.ts';
import { type Claims, produce, TestNode } from './test-node.ts';

let node: TestNode;
beforeAll(async () => {
  node = await TestNode.start();
});
afterAll(() => node.stop());

const offers = (client: RawClient) => client.told.filter(({ name }) => name === 'consumer.new').length;
const joinOutcome = async (claims: Claims) => {
  const client = await node.connect(claims);
  return client.outcome('room.join', { rtpCapabilities: {} });
};

describe('a guest', () => {
  it('is offered everyone’s media and they theirs, but hears and is heard only once the call is on', async () => {
    const { citizen, specialist, guest } = aConsultation();
    const kiosk = await node.join(citizen);
    const interpreter = await node.join(guest('interpreter'));
    const desk = await node.join(specialist.standby);
    for (const client of [kiosk, interpreter, desk]) await produce(client);
    await until(() => [kiosk, interpreter, desk].every((client) => offers(client) === 2), 'all offers');
    await Promise.all([kiosk.settle(), interpreter.settle()]);
    expect([...kiosk.heard, ...interpreter.heard]).not.toContain('call.started');
    await desk.ask('room.admit', { ticket: await node.scheduler.sign(specialist.participant) });
    await Promise.all([kiosk, interpreter, desk].map((client) => client.hears('call.started')));
  });

  it('comes into a call that is on, and goes from it, unreported', async () => {
    const { citizen, specialist, guest } = aConsultation();
    const kiosk = await node.join(citizen);
    const desk = await node.join(specialist.participant);
    const clerk = await node.join(guest('clerk'));
    await clerk.hears('call.started');
    clerk.close();
    await kiosk.hears('peer.changed');
    const again = await node.resumed(clerk);
    await again.ask('room.leave', {});
    await kiosk.hears('peer.left');
    await desk.settle();
    expect(desk.heard.filter((name) => name === 'call.started')).toHaveLength(1);
    expect(node.reported(citizen)).toEqual([]);
  });

  it('is one of two at most; a third is told that it is full, unless one of them is away', async () => {
    const { citizen, guest } = aConsultation();
    const kiosk = await node.join(citizen);
    const interpreter = guest('interpreter');
    await node.join(interpreter);
    const colleague = await node.join(guest('colleague'));
    expect(await joinOutcome(guest('clerk'))).toBe('room-full');
    // Whoever is in already and comes anew takes their own place.
    expect(await joinOutcome(interpreter)).toBe('ok');
    colleague.close();
    await kiosk.hears('peer.changed');
    expect(await joinOutcome(guest('clerk'))).toBe('ok');
    expect(await node.resume(colleague)).toBe('ticket-refused');
  });

  it('and colleague who takes over becomes the specialist, and the one before is sent away', async () => {
    const { citizen, specialist, guest } = aConsultation();
    const kiosk = await node.join(citizen);
    const desk = await node.join(specialist.participant);
    const asColleague = guest('colleague');
    const colleague = await node.join(asColleague);
    const taking = await node.join({ ...specialist.participant, sub: asColleague.sub });
    await Promise.all([desk.hears('room.closed'), colleague.hears('room.closed'), taking.hears('call.started')]);
    await kiosk.settle();
    expect(kiosk.heard.filter((name) => name === 'peer.left')).toHaveLength(2);
    expect(node.reported(citizen)).toEqual([]);
  });

  it('may measure what it likes: the summary is of the two ends', async () => {
    const { citizen, specialist, guest } = aConsultation();
    const clients = [
      await node.join(citizen),
      await node.join(specialist.participant),
      await node.join(guest('interpreter')),
    ];
    const quality = { roundTripMs: 5, packetLossPercent: 0, jitterMs: 1, framesPerSecond: 30, freezes: 0, seconds: 1 };
    for (const [index, client] of clients.entries()) {
      expect(await client.outcome('quality.report', { ...quality, freezes: index })).toBe('ok');
    }
    for (const client of clients) await client.ask('room.leave', {});
    await until(() => node.reported(citizen).includes('room.closed'), 'the end');
    expect(node.scheduler.reports.findLast(({ roomId }) => roomId === citizen.room)).toMatchObject({
      quality: { citizen: { freezes: 0 }, specialist: { freezes: 1 } },
    });
  });
});

describe('what is sent', () => {
  it('is one camera, microphone, screen and document each, and pictures are video', async () => {
    const { citizen, specialist } = aConsultation();
    await node.join(citizen);
    const desk = await node.join(specialist.participant);
    const { transportId } = await produce(desk);
    const create = (source: string, kind: 'audio' | 'video' = 'video') =>
      desk.outcome('producer.create', {
        transportId,
        kind,
        source,
        rtpParameters: { ...(kind === 'video' ? vp8Parameters() : opusParameters()), mid: source },
        paused: false,
      });
    expect(await create('screen', 'audio')).toBe('invalid-request');
    expect(await create('document', 'audio')).toBe('invalid-request');
    for (const source of ['camera', 'screen', 'document']) {
      expect([source, await create(source)]).toEqual([source, 'ok']);
      expect([source, await create(source)]).toEqual([source, 'illegal-transition']);
    }
  });

  it('is named by its source at the other end', async () => {
    const { citizen, specialist } = aConsultation();
    const kiosk = await node.join(citizen);
    const desk = await node.join(specialist.participant);
    const { transportId } = await produce(desk);
    await desk.ask('producer.create', {
      transportId,
      kind: 'video',
      source: 'screen',
      rtpParameters: vp8Parameters(),
      paused: false,
    });
    await until(() => offers(kiosk) === 2, 'both offers');
    expect(kiosk.told.filter(({ name }) => name === 'consumer.new').map(({ payload }) => payload)).toEqual([
      expect.objectContaining({ source: 'microphone', kind: 'audio' }),
      expect.objectContaining({ source: 'screen', kind: 'video' }),
    ]);
  });
});

describe('a guest who is sent out', () => {
  it('is out whatever their page does, and the others go on', async () => {
    const { citizen, specialist, guest } = aConsultation();
    const kiosk = await node.join(citizen);
    const desk = await node.join(specialist.participant);
    const claims = guest('interpreter');
    const interpreter = await node.join(claims);
    node.scheduler.removeGuest(citizen.room, claims.sub);
    await interpreter.hears('room.closed');
    expect(interpreter.told.at(-1)?.payload).toEqual({ reason: 'ended' });
    await Promise.all([kiosk.hears('peer.left'), desk.hears('peer.left')]);
    expect(await interpreter.outcome('signaling.beat', {})).not.toBe('ok');
    expect(await kiosk.outcome('signaling.beat', {})).toBe('ok');
  });
});

describe('a citizen on hold', () => {
  it('is known to be to everyone in the room, and to whoever comes', async () => {
    const { citizen, specialist } = aConsultation();
    const kiosk = await node.join(citizen);
    const desk = await node.join(specialist.participant);
    node.scheduler.hold(citizen.room, true);
    await Promise.all([kiosk.hears('room.held'), desk.hears('room.held')]);
    expect(kiosk.told.at(-1)?.payload).toEqual({ held: true });
    const again = await node.connect(citizen);
    expect(await again.ask('room.join', { rtpCapabilities: {} })).toMatchObject({ held: true });
    node.scheduler.hold(citizen.room, false);
    await again.hears('room.held');
    expect(again.told.at(-1)?.payload).toEqual({ held: false });
  });

  it('still is in a room that is opened anew', async () => {
    const { citizen, specialist } = aConsultation();
    const client = await node.connect({ ...citizen, held: true });
    expect(await client.ask('room.join', { rtpCapabilities: {} })).toMatchObject({ held: true });
    // What the next ticket says does not count any more.
    const desk = await node.connect(specialist.participant);
    expect(await desk.ask('room.join', { rtpCapabilities: {} })).toMatchObject({ held: true });
  });
});

describe('a kiosk that tests itself', () => {
  it('is offered its own media and told to send', async () => {
    const kiosk = await node.join(aSelfTest());
    await kiosk.hears('call.started');
    const { producerId } = await produce(kiosk);
    await kiosk.hears('consumer.new');
    expect(kiosk.told.at(-1)?.payload).toMatchObject({ producerId, peerId: kiosk.place?.peerId });
  });

  it('is reported to nobody, and over after a minute', async () => {
    const claims = aSelfTest();
    const kiosk = await node.join(claims);
    const before = node.scheduler.heartbeats.length;
    await until(() => node.scheduler.heartbeats.length > before + 1, 'heartbeats');
    const heartbeat = node.scheduler.heartbeats.at(-1);
    expect(heartbeat?.rooms.map(({ roomId }) => roomId)).not.toContain(claims.room);
    node.clock.pass(60_000);
    await kiosk.hears('room.closed');
    expect(kiosk.told.at(-1)?.payload).toEqual({ reason: 'ended' });
    expect(node.reported(claims)).toEqual([]);
  });

  it('keeps no place', async () => {
    const kiosk = await node.join(aSelfTest());
    kiosk.close();
    await until(() => !kiosk.isConnected);
    await expect.poll(() => node.resume(kiosk)).toBe('ticket-refused');
  });
});
