import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConsultation, until } from './fake-scheduler.ts';
import { dtlsParameters, opusParameters, vp8Parameters } from './media-parameters.ts';
import { consumerAt, produce, TestNode } from './test-node.ts';

let node: TestNode;
beforeAll(async () => {
  node = await TestNode.start();
});
afterAll(() => node.stop());

describe('a specialist on standby', () => {
  it('and the citizen are offered each other’s media, but no call starts', async () => {
    const { citizen, specialist } = aConsultation();
    const kiosk = await node.join(citizen);
    await produce(kiosk);
    const desk = await node.join(specialist.standby);
    await produce(desk);
    await consumerAt(desk);
    await consumerAt(kiosk);
    await Promise.all([kiosk.settle(), desk.settle()]);
    expect(kiosk.heard).toEqual(['peer.joined']);
    expect(desk.heard).toEqual([]);
  });

  it('becomes a participant with a second ticket, and the call starts at both ends', async () => {
    const { citizen, specialist } = aConsultation();
    const kiosk = await node.join(citizen);
    const desk = await node.join(specialist.standby);
    await desk.ask('room.admit', { ticket: await node.scheduler.sign(specialist.participant) });
    await Promise.all([kiosk.hears('call.started'), desk.hears('call.started')]);
    expect(kiosk.heard).toEqual(['peer.joined', 'peer.changed', 'call.started']);
    expect(kiosk.told.find(({ name }) => name === 'peer.changed')?.payload).toMatchObject({ standing: 'participant' });
    expect(await desk.outcome('room.admit', { ticket: await node.scheduler.sign(specialist.participant) })).toBe(
      'illegal-transition',
    );
  });

  it('is not admitted by a ticket that is not its own, of this room and for a participant', async () => {
    const { citizen, specialist, anotherSpecialist } = aConsultation();
    const kiosk = await node.join(citizen);
    const desk = await node.join(specialist.standby);
    const used = await node.scheduler.sign(specialist.participant);
    for (const ticket of [
      await node.scheduler.sign(anotherSpecialist.participant),
      await node.scheduler.sign(specialist.standby),
      await node.scheduler.sign({ ...specialist.participant, room: aConsultation().room }),
      await node.scheduler.sign({ ...specialist.participant, role: 'citizen' }),
      'nothing',
    ]) {
      expect(await desk.outcome('room.admit', { ticket })).toBe('ticket-refused');
    }
    expect(await (await node.connect(specialist.standby)).outcome('room.admit', { ticket: used })).toBe(
      'illegal-transition',
    );
    expect(await desk.outcome('room.admit', { ticket: used })).toBe('ticket-refused');
    await kiosk.settle();
    expect(kiosk.heard).not.toContain('call.started');
  });

  it('leaves unreported, and not before it had fifteen seconds to come back', async () => {
    const { citizen, specialist } = aConsultation();
    const kiosk = await node.join(citizen);
    const desk = await node.join(specialist.standby);
    desk.close();
    await kiosk.hears('peer.changed');
    node.clock.pass(14_999);
    await kiosk.settle();
    expect(kiosk.heard).not.toContain('peer.left');
    node.clock.pass(1);
    await kiosk.hears('peer.left');
    expect(node.reported(citizen)).toEqual([]);
  });

  it('is sent away when another specialist takes the call', async () => {
    const { citizen, specialist, anotherSpecialist } = aConsultation();
    const kiosk = await node.join(citizen);
    const desk = await node.join(specialist.standby);
    await node.join(anotherSpecialist.participant);
    await desk.hears('room.closed');
    expect(desk.told.at(-1)?.payload).toEqual({ reason: 'replaced' });
    await until(() => !desk.isConnected, 'the connection to close');
    await kiosk.hears('call.started');
  });
});

describe('a citizen', () => {
  it('who is alone is never told that the call has started', async () => {
    const kiosk = await node.join(aConsultation().citizen);
    await produce(kiosk);
    await kiosk.settle();
    expect(kiosk.heard).toEqual([]);
  });

  it('is alone again when the specialist leaves, and the next one starts the call anew', async () => {
    const { citizen, specialist, anotherSpecialist } = aConsultation();
    const kiosk = await node.join(citizen);
    const desk = await node.join(specialist.participant);
    await kiosk.hears('call.started');
    expect(await desk.outcome('room.leave', {})).toBe('ok');
    await until(() => !desk.isConnected, 'the connection to close');
    await node.join(anotherSpecialist.participant);
    await until(() => kiosk.heard.filter((name) => name === 'call.started').length === 2, 'the second start');
    expect(node.reported(citizen)).toEqual(['peer.gone (left)']);
  });
});

describe('a participant whose connection goes', () => {
  it('is missed at once, and is back with a new ticket', async () => {
    const { citizen, specialist } = aConsultation();
    const kiosk = await node.join(citizen);
    const desk = await node.join(specialist.participant);
    desk.close();
    await kiosk.hears('peer.changed');
    expect(kiosk.told.at(-1)?.payload).toMatchObject({ connected: false });
    const again = await node.join(specialist.participant);
    await again.hears('call.started');
    await kiosk.hears('peer.left');
    expect(kiosk.heard.slice(-2)).toEqual(['peer.joined', 'peer.left']);
    await until(() => node.reported(citizen).length === 2, 'two reports');
    expect(node.reported(citizen)).toEqual(['peer.gone', 'peer.back']);
  });

  it('is forgotten after a minute', async () => {
    const { citizen, specialist } = aConsultation();
    const kiosk = await node.join(citizen);
    const desk = await node.join(specialist.participant);
    desk.close();
    await kiosk.hears('peer.changed');
    node.clock.pass(59_999);
    await kiosk.settle();
    expect(kiosk.heard).not.toContain('peer.left');
    node.clock.pass(1);
    await kiosk.hears('peer.left');
    expect(node.reported(citizen)).toEqual(['peer.gone']);
  });

  it('is replaced by a newer connection of the same person, although the old one still stands', async () => {
    const { citizen, specialist } = aConsultation();
    await node.join(citizen);
    const desk = await node.join(specialist.participant);
    await node.join(specialist.participant);
    await desk.hears('room.closed');
    await until(() => !desk.isConnected, 'the connection to close');
    expect(node.reported(citizen)).toEqual([]);
  });
});

describe('a room', () => {
  it('closes behind its last peer and reports what both ends measured', async () => {
    const { citizen, specialist } = aConsultation();
    const kiosk = await node.join(citizen);
    const desk = await node.join(specialist.participant);
    const quality = {
      roundTripMs: 20,
      packetLossPercent: 0.5,
      jitterMs: 3,
      framesPerSecond: 29,
      freezes: 0,
      concealmentPercent: 0.1,
      seconds: 9,
    };
    await kiosk.ask('quality.report', { ...quality, seconds: 6 });
    await kiosk.ask('quality.report', quality);
    await kiosk.ask('room.leave', {});
    await desk.ask('room.leave', {});
    await until(() => node.reported(citizen).includes('room.closed'), 'the last report');
    expect(node.reported(citizen)).toEqual(['peer.gone (left)', 'peer.gone (left)', 'room.closed']);
    expect(node.scheduler.reports.findLast(({ roomId }) => roomId === citizen.room)).toMatchObject({
      consultationId: citizen.consultation,
      quality: { citizen: quality, specialist: null },
    });
  });

  it('does not wait longer than ten seconds for someone who does not join', async () => {
    const { citizen } = aConsultation();
    const client = await node.connect(citizen);
    await client.settle();
    node.clock.pass(10_000);
    await until(() => !client.isConnected, 'the connection to close');
    await until(() => node.reported(citizen).includes('room.closed'), 'the room to close');
  });
});

describe('out of order', () => {
  it('each request gets its problem', async () => {
    const { citizen } = aConsultation();
    const client = await node.join(citizen);
    const { transportId, producerId } = await produce(client);
    const microphone = {
      transportId,
      kind: 'audio',
      source: 'microphone',
      rtpParameters: opusParameters(),
      paused: false,
    };
    const camera = { ...microphone, kind: 'video', source: 'camera', rtpParameters: vp8Parameters() };
    const of = async (name: string, payload: unknown) => [name, await client.outcome(name, payload)];
    expect([
      await of('room.join', { rtpCapabilities: {} }),
      await of('transport.create', { direction: 'send' }),
      await of('transport.create', { direction: 'receive' }),
      await of('producer.create', { ...camera, transportId: randomUUID() }),
      await of('producer.create', microphone),
      await of('producer.create', { ...camera, kind: 'audio' }),
      await of('producer.create', {
        ...camera,
        rtpParameters: { codecs: [{ ...vp8Parameters().codecs[0], mimeType: 'video/none' }] },
      }),
      await of('transport.connect', { transportId, dtlsParameters }),
      await of('transport.connect', { transportId, dtlsParameters }),
      await of('producer.close', { producerId }),
      await of('producer.pause', { producerId }),
      await of('producer.create', microphone),
      await of('transport.restart-ice', { transportId }),
    ]).toEqual([
      ['room.join', 'illegal-transition'],
      ['transport.create', 'illegal-transition'],
      ['transport.create', 'illegal-transition'],
      ['producer.create', 'not-found'],
      ['producer.create', 'illegal-transition'],
      ['producer.create', 'invalid-request'],
      ['producer.create', 'invalid-request'],
      ['transport.connect', 'ok'],
      ['transport.connect', 'illegal-transition'],
      ['producer.close', 'ok'],
      ['producer.pause', 'not-found'],
      ['producer.create', 'ok'],
      ['transport.restart-ice', 'ok'],
    ]);
  });

  it('media is not produced on a transport that receives', async () => {
    const client = await node.connect(aConsultation().citizen);
    const transport = await client.ask('transport.create', { direction: 'receive' });
    expect(
      await client.outcome('producer.create', {
        transportId: typeof transport === 'object' && transport && 'id' in transport && transport.id,
        kind: 'audio',
        source: 'microphone',
        rtpParameters: opusParameters(),
        paused: false,
      }),
    ).toBe('illegal-transition');
  });

  it('what belongs to the other end is not found', async () => {
    const { citizen, specialist } = aConsultation();
    const kiosk = await node.join(citizen);
    const desk = await node.join(specialist.participant);
    const { transportId, producerId } = await produce(kiosk);
    const consumerId = await consumerAt(desk);
    for (const [name, payload] of [
      ['transport.connect', { transportId, dtlsParameters }],
      ['transport.restart-ice', { transportId }],
      ['producer.pause', { producerId }],
      ['producer.resume', { producerId }],
      ['producer.close', { producerId }],
    ] as const) {
      expect([name, await desk.outcome(name, payload)]).toEqual([name, 'not-found']);
    }
    expect(await kiosk.outcome('consumer.resume', { consumerId })).toBe('not-found');
    expect(await kiosk.outcome('consumer.prefer-layers', { consumerId, spatialLayer: 0 })).toBe('not-found');
    // It has no layers: there is nothing to do.
    expect(await desk.outcome('consumer.prefer-layers', { consumerId, spatialLayer: 0 })).toBe('ok');
    expect(await desk.outcome('consumer.resume', { consumerId })).toBe('ok');
  });

  it('muting and closing is told to the other end', async () => {
    const { citizen, specialist } = aConsultation();
    const kiosk = await node.join(citizen);
    const desk = await node.join(specialist.participant);
    const { producerId } = await produce(kiosk);
    const consumerId = await consumerAt(desk);
    await kiosk.ask('producer.pause', { producerId });
    await desk.hears('consumer.paused');
    await kiosk.ask('producer.resume', { producerId });
    await desk.hears('consumer.resumed');
    await kiosk.ask('producer.close', { producerId });
    await desk.hears('consumer.closed');
    expect(desk.told.at(-1)?.payload).toEqual({ consumerId });
  });
});
