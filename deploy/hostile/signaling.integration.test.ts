import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aConsultation } from '../../sfu-server/test/fake-scheduler.ts';
import { dtlsParameters, opusParameters, vp8Parameters } from '../../sfu-server/test/media-parameters.ts';
import { consumerAt } from '../../sfu-server/test/test-node.ts';
import { HostileWorld } from './world.ts';

let world: HostileWorld;
beforeAll(async () => {
  world = await HostileWorld.start();
});
afterAll(() => world?.stop());

describe('two in a call are not disturbed by', () => {
  it('floods of requests, of messages that want no answer, and of bytes', async () => {
    await world.undisturbedBy(async () => {
      const clients = await Promise.all(Array.from({ length: 4 }, () => world.connect(aConsultation().citizen)));
      const outcomes = await Promise.all(
        clients.flatMap((client) =>
          Array.from({ length: 1_500 }, (_, index) => {
            if (index % 3 === 0) client.socket.emit('room.leave', { index });
            if (index % 3 === 1) client.socket.emit(`nothing-${index}`, Buffer.alloc(512));
            return client.outcome('room.capabilities', {});
          }),
        ),
      );
      const refused = outcomes.filter((outcome) => outcome === 'too-many-requests');
      expect(refused.length).toBeGreaterThan(outcomes.length / 2);
      for (const client of clients) client.close();
    });
  });

  it('floods of connections that nobody let in', async () => {
    await world.undisturbedBy(async () => {
      const refusals = await Promise.all(
        Array.from({ length: 200 }, (_, index) => world.refusal({ ticket: `${index}`.repeat(index % 40) })),
      );
      expect(new Set(refusals)).toEqual(new Set(['ticket-refused']));
    });
  });

  it('parameters that are giant, deep or senseless: each is answered, and the next is answered too', async () => {
    await world.undisturbedBy(async () => {
      for (const [name, rtpParameters] of Object.entries(senseless())) {
        const { client, send } = await world.enter(aConsultation().citizen);
        const ask = { transportId: send.id, kind: 'video', source: 'camera', rtpParameters, paused: false };
        expect(['ok', 'invalid-request'], name).toContain(await client.outcome('producer.create', ask));
        expect(await client.outcome('transport.restart-ice', { transportId: send.id }), name).toBe('ok');
        client.close();
      }
    });
  });

  it('capabilities that are giant or senseless', async () => {
    await world.undisturbedBy(async () => {
      for (const rtpCapabilities of senselessCapabilities()) {
        const { citizen, specialist } = aConsultation();
        const desk = await world.connect(specialist.participant);
        await desk.ask('transport.create', { direction: 'receive' });
        expect(['ok', 'invalid-request']).toContain(await desk.outcome('room.join', { rtpCapabilities }));
        const { client: kiosk } = await world.enter(citizen);
        expect(await desk.outcome('room.capabilities', {})).toBe('ok');
        kiosk.close();
        desk.close();
      }
    });
  });

  it('tickets that are not good, used, expired, of another node; and good ones of others', async () => {
    await world.undisturbedBy(async () => {
      const { citizen } = aConsultation();
      const used = await world.scheduler.sign(citizen);
      expect(await world.refusal({ ticket: used })).toBe('admitted');
      const second = Math.floor(Date.now() / 1_000);
      for (const ticket of [
        used,
        await world.scheduler.sign(citizen, { exp: second - 60, iat: second - 120 }),
        await world.scheduler.sign(citizen, { aud: 'another-node' }),
        await world.scheduler.sign(citizen, { boot: randomUUID() }),
        `${used.slice(0, -4)}AAAA`,
        'x'.repeat(60_000),
      ]) {
        expect(await world.refusal({ ticket })).toBe('ticket-refused');
      }
    });
  });
});

describe('a place in a room', () => {
  it('is not taken over with a key that is not its own', async () => {
    const { citizen } = aConsultation();
    const { client, peerId } = await world.enter(citizen);
    const stranger = await world.enter(aConsultation().citizen);
    await world.undisturbedBy(async () => {
      for (const key of ['', 'x', 'x'.repeat(99), peerId, stranger.peerId, '../../', '\u0000']) {
        expect(await world.refusal({ resume: { peerId, key } })).toBe('ticket-refused');
      }
      expect(await world.refusal({ resume: { peerId: randomUUID(), key: 'x' } })).toBe('ticket-refused');
      expect(await world.refusal({ resume: { peerId, key: { $ne: '' } } })).toBe('ticket-refused');
    });
    expect(await client.outcome('room.capabilities', {})).toBe('ok');
    client.close();
    stranger.client.close();
  });
});

describe('what belongs to another', () => {
  const consultation = aConsultation();
  type Inside = Awaited<ReturnType<HostileWorld['enter']>>;
  let kiosk: Inside;
  let desk: Inside;
  let ids: { producerId: string; consumerId: string };
  beforeAll(async () => {
    kiosk = await world.enter(consultation.citizen);
    const { producerId } = z.object({ producerId: z.uuid() }).parse(
      await kiosk.client.ask('producer.create', {
        transportId: kiosk.send.id,
        kind: 'audio',
        source: 'microphone',
        rtpParameters: opusParameters(),
        paused: false,
      }),
    );
    desk = await world.enter(consultation.specialist.participant);
    ids = { producerId, consumerId: await consumerAt(desk.client) };
  });

  const attempts = (): [string, object][] => [
    ['producer.pause', { producerId: ids.producerId }],
    ['producer.resume', { producerId: ids.producerId }],
    ['producer.close', { producerId: ids.producerId }],
    ['consumer.resume', { consumerId: ids.consumerId }],
    ['consumer.prefer-layers', { consumerId: ids.consumerId, spatialLayer: 0 }],
    ['transport.connect', { transportId: kiosk.receive.id, dtlsParameters }],
    ['transport.restart-ice', { transportId: kiosk.receive.id }],
    [
      'producer.create',
      {
        transportId: kiosk.send.id,
        kind: 'video',
        source: 'camera',
        rtpParameters: vp8Parameters(),
        paused: false,
      },
    ],
  ];

  it('is not found from another room, and goes on', async () => {
    const stranger = await world.enter(aConsultation().specialist.participant);
    await world.undisturbedBy(async () => {
      for (const [name, payload] of attempts()) {
        expect(await stranger.client.outcome(name, payload), name).toBe('not-found');
      }
    });
    expect(stranger.client.told.filter(({ name }) => name === 'consumer.new')).toEqual([]);
    stranger.client.close();
  });

  it('is not found from the same room, and goes on', async () => {
    const byDesk = attempts().filter(([name]) => !name.startsWith('consumer.'));
    for (const [name, payload] of byDesk) expect(await desk.client.outcome(name, payload), name).toBe('not-found');
    const { consumerId } = ids;
    expect(await kiosk.client.outcome('consumer.resume', { consumerId })).toBe('not-found');
    // It is all still theirs.
    expect(await kiosk.client.outcome('producer.pause', { producerId: ids.producerId })).toBe('ok');
    expect(await desk.client.outcome('consumer.resume', { consumerId })).toBe('ok');
    kiosk.client.close();
    desk.client.close();
  });
});

function senseless(): Record<string, object> {
  const good = vp8Parameters();
  const [codec] = good.codecs;
  let deep: object = {};
  for (let level = 0; level < 2_000; level++) deep = { deep };
  const many = <One>(count: number, one: (index: number) => One) =>
    Array.from({ length: count }, (_, index) => one(index));
  return {
    'a name of 50,000 letters': { ...good, codecs: [{ ...codec, mimeType: `video/${'V'.repeat(50_000)}` }] },
    'a parameter of 50,000 letters': {
      ...good,
      codecs: [{ ...codec, parameters: { 'x-google': 'x'.repeat(50_000) } }],
    },
    '4,000 parameters': {
      ...good,
      codecs: [{ ...codec, parameters: Object.fromEntries(many(4_000, (index) => [`p${index}`, index])) }],
    },
    'parameters 2,000 deep': { ...good, codecs: [{ ...codec, parameters: deep }] },
    'parameters of all kinds': {
      ...good,
      codecs: [{ ...codec, parameters: { a: null, b: [[]], c: 1e300, d: -0, e: true, 'profile-level-id': {} } }],
    },
    'sixteen codecs of one number': { ...good, codecs: many(16, () => ({ ...codec })) },
    'a clock beyond measure': { ...good, codecs: [{ ...codec, clockRate: Number.MAX_SAFE_INTEGER }] },
    'a source beyond 32 bits': { ...good, encodings: [{ ssrc: 2 ** 53 - 1 }] },
    'no source': { ...good, encodings: [{}] },
    'one source four times': { ...good, encodings: many(4, () => ({ ssrc: 7, rtx: { ssrc: 7 } })) },
    'layers without names': { ...good, encodings: many(4, () => ({ rid: '', scalabilityMode: 'S9999T9999' })) },
    'extensions of one number': {
      ...good,
      headerExtensions: many(32, () => ({ uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 1 })),
    },
    'an extension beyond 255': {
      ...good,
      headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:sdes:mid', id: 2 ** 40 }],
    },
    'another kind of codec': opusParameters(),
  };
}

function senselessCapabilities(): object[] {
  const codec = { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000, preferredPayloadType: 96 };
  const many = (one: object, count: number) => Array.from({ length: count }, () => one);
  return [
    {},
    { codecs: [] },
    { codecs: many(codec, 64) },
    { codecs: [{ ...codec, mimeType: 'x'.repeat(50_000) }] },
    { codecs: [{ ...codec, parameters: { apt: 96 }, mimeType: 'video/rtx' }] },
    { codecs: [{ ...codec, clockRate: Number.MAX_SAFE_INTEGER }] },
    { codecs: [codec], headerExtensions: [{ kind: 'video', uri: 'urn:3gpp:video-orientation', preferredId: 2 ** 40 }] },
  ];
}
