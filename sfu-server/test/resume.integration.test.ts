import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConsultation, until } from './fake-scheduler.ts';
import { consumerAt, produce, TestNode } from './test-node.ts';

let node: TestNode;
beforeAll(async () => {
  node = await TestNode.start();
});
afterAll(() => node.stop());

const aCall = async () => {
  const { citizen, specialist } = aConsultation();
  const kiosk = await node.join(citizen);
  const desk = await node.join(specialist.participant);
  await Promise.all([kiosk.hears('call.started'), desk.hears('call.started')]);
  return { citizen, specialist, kiosk, desk };
};

describe('a peer whose signalling went', () => {
  it('takes it up again as the same peer, with its transports, and hears first what it has missed', async () => {
    const { citizen, kiosk, desk } = await aCall();
    const { transportId, producerId } = await produce(desk);
    desk.close();
    await kiosk.hears('peer.changed');
    const theirs = await produce(kiosk);
    await kiosk.ask('producer.pause', { producerId: theirs.producerId });
    const again = await node.resumed(desk);
    expect(await again.outcome('producer.pause', { producerId })).toBe('ok');
    expect(again.told.map(({ name }) => name)).toEqual(['consumer.new', 'consumer.paused']);
    expect(await again.outcome('transport.restart-ice', { transportId })).toBe('ok');
    expect(await again.outcome('consumer.resume', { consumerId: await consumerAt(again) })).toBe('ok');
    await until(() => kiosk.heard.filter((name) => name === 'peer.changed').length === 2, 'the return');
    expect(kiosk.told.findLast(({ name }) => name === 'peer.changed')?.payload).toMatchObject({ connected: true });
    expect(kiosk.heard).not.toContain('peer.left');
    await until(() => node.reported(citizen).length === 2, 'both reports');
    expect(node.reported(citizen)).toEqual(['peer.gone', 'peer.back']);
  });

  it('hears again just what a socket swallowed that seemed to stand', async () => {
    const { kiosk, desk } = await aCall();
    const heard = desk.told.length;
    await produce(kiosk);
    await desk.hears('consumer.new');
    // As if nothing after the first few had ever come through.
    const again = await node.resumed(desk, heard);
    await again.settle();
    expect(again.told).toEqual(desk.told.slice(heard));
    const upToDate = await node.resumed(desk, desk.told.length);
    await upToDate.settle();
    expect(upToDate.told).toEqual([]);
  });

  it('is the newest of its sockets: the older one is hung up, and its end changes nothing', async () => {
    const { kiosk, desk } = await aCall();
    const second = await node.resumed(desk);
    await until(() => !desk.isConnected, 'the first to be hung up');
    const third = await node.resumed(second);
    await until(() => !second.isConnected, 'the second to be hung up');
    await kiosk.settle();
    expect(kiosk.heard).not.toContain('peer.changed');
    expect(await third.outcome('signaling.beat', {})).toBe('ok');
  });

  it('is in its place for a minute as a participant, and not longer', async () => {
    const { kiosk, desk } = await aCall();
    const changes = () => kiosk.heard.filter((name) => name === 'peer.changed').length;
    desk.close();
    await until(() => changes() === 1, 'the first absence');
    node.clock.pass(59_999);
    const again = await node.resumed(desk);
    await until(() => changes() === 2, 'the return');
    node.clock.pass(60_000);
    again.close();
    await until(() => changes() === 3, 'the second absence');
    node.clock.pass(60_000);
    await kiosk.hears('peer.left');
    expect(await node.resume(again)).toBe('ticket-refused');
  });

  it('gives its place up when more was said than is kept', async () => {
    const { kiosk, desk } = await aCall();
    const { producerId } = await produce(kiosk);
    await desk.hears('consumer.new');
    desk.close();
    await kiosk.hears('peer.changed');
    for (let turn = 0; turn < 101; turn += 1) {
      await kiosk.outcome('producer.pause', { producerId });
      await kiosk.outcome('producer.resume', { producerId });
      if (turn % 40 === 39) node.clock.pass(1_000);
    }
    await kiosk.hears('peer.left');
    expect(await node.resume(desk)).toBe('ticket-refused');
  });

  it('and was replaced meanwhile, is refused', async () => {
    const { kiosk, desk, specialist } = await aCall();
    desk.close();
    await kiosk.hears('peer.changed');
    await node.join(specialist.participant);
    await kiosk.hears('peer.left');
    expect(await node.resume(desk)).toBe('ticket-refused');
  });

  it('and was on standby, is there again on standby', async () => {
    const { citizen, specialist } = aConsultation();
    const kiosk = await node.join(citizen);
    const desk = await node.join(specialist.standby);
    desk.close();
    await kiosk.hears('peer.changed');
    const again = await node.resumed(desk);
    await again.ask('room.admit', { ticket: await node.scheduler.sign(specialist.participant) });
    await Promise.all([kiosk.hears('call.started'), again.hears('call.started')]);
  });
});

describe('a place', () => {
  it('opens only with the key of its own peer', async () => {
    const { kiosk, desk } = await aCall();
    const { place } = desk;
    if (!place || !kiosk.place) throw new Error('No place');
    expect(Buffer.from(place.key, 'base64url')).toHaveLength(16);
    expect(place.key).not.toBe(kiosk.place.key);
    for (const wrong of [
      { key: kiosk.place.key },
      { key: randomBytes(16).toString('base64url') },
      { key: place.key.slice(0, -1) },
      { key: '' },
      { peerId: randomUUID() },
      { peerId: kiosk.place.peerId },
      { heard: 10_000 },
    ]) {
      expect(await node.resume(desk, wrong)).toBe('ticket-refused');
    }
    expect(desk.isConnected).toBe(true);
    expect(await desk.outcome('signaling.beat', {})).toBe('ok');
  });

  it('has another key after every join', async () => {
    const { desk, specialist } = await aCall();
    const anew = await node.join(specialist.participant);
    expect(anew.place?.key).not.toBe(desk.place?.key);
    expect(await node.resume(desk)).toBe('ticket-refused');
    expect(await node.resume(anew, { key: desk.place?.key ?? '' })).toBe('ticket-refused');
  });

  it('is none before the peer has joined', async () => {
    const client = await node.connect(aConsultation().citizen);
    await client.settle();
    client.place = { peerId: randomUUID(), key: '' };
    expect(await node.resume(client)).toBe('ticket-refused');
  });

  it('is not guessed: many wrong keys are turned away faster, and hold up nobody who has the right one', async () => {
    const { desk } = await aCall();
    const guesses = await Promise.all(
      Array.from({ length: 70 }, () => node.resume(desk, { key: randomBytes(16).toString('base64url') })),
    );
    expect(new Set(guesses)).toEqual(new Set(['ticket-refused', 'too-many-requests']));
    expect((await node.resumed(desk)).isConnected).toBe(true);
    node.clock.pass(10_000);
    expect(await node.metrics()).toMatch(/sfu_resumes_total\{outcome="too-many"\} \d+/);
  });

  it('is not taken up again and again without end', async () => {
    const { desk } = await aCall();
    const outcomes: string[] = [];
    for (let turn = 0; turn < 25; turn += 1) {
      const again = await node.resume(desk);
      outcomes.push(typeof again === 'string' ? again : 'ok');
    }
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(20);
    expect(outcomes.at(-1)).toBe('too-many-requests');
  });
});
