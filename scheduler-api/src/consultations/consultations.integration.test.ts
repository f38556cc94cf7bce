import { randomUUID } from 'node:crypto';
import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { kioskRoutes } from '@remote-clerk/shared/contracts/http/kiosks.ts';
import { serviceCaseRoutes } from '@remote-clerk/shared/contracts/http/service-cases.ts';
import { DeskView, KioskView } from '@remote-clerk/shared/contracts/views.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { decodeJwt } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { createWorld, type World, type WorldKiosk, type WorldSpecialist } from '../testing/world.ts';

let api: TestApi;
let world: World;
beforeEach(async () => {
  api = await bootApi();
  world = await createWorld(api);
});
afterEach(() => api.close());

/** What a call was refused with. */
const problemOf = async (call: Promise<unknown>) => {
  const outcome = await call.then(
    () => 'not refused',
    (error: unknown) => error,
  );
  return outcome instanceof ProblemError ? outcome.type : outcome;
};
const accept = (who: WorldSpecialist, consultationId: string) =>
  who.client.call(consultationRoutes.acceptConsultation, { params: { consultationId }, body: {} });
const end = (who: WorldSpecialist | WorldKiosk, consultationId: string) =>
  who.client.call(consultationRoutes.endConsultation, { params: { consultationId }, body: {} });
/** Time goes by; `node` is heard of meanwhile, with its rooms. */
const wait = async (
  seconds: number,
  node?: { heartbeat(rooms?: string[]): Promise<unknown> },
  rooms: string[] = [],
) => {
  api.clock.advance(seconds * 1000);
  await node?.heartbeat(rooms);
  await api.jobs.tick();
};

describe('a consultation', () => {
  it('goes from asking through ring, call and end to a closed case with every step on its timeline', async () => {
    const node = await world.node();
    const ilze = await world.specialist();
    const kiosk = await world.kiosk();

    const { consultationId, call } = await kiosk.ask();
    expect(call?.nodeUrl).toBe('http://sfu-1.example:4001');
    const ringing = await ilze.socket?.told('desk', DeskView, (desk) => desk.ring?.consultationId === consultationId);
    expect(ringing?.ring?.contactPoint.name).toBe('Kuldīga');

    const standby = await ilze.client.call(consultationRoutes.createCallTicket, {
      params: { consultationId },
      body: {},
    });
    expect(standby.standing).toBe('standby');
    api.clock.advance(4_000);
    const accepted = await accept(ilze, consultationId);
    expect(decodeJwt(accepted.call.ticket)).toMatchObject({
      aud: 'sfu-1',
      boot: node.bootId,
      sub: ilze.id,
      room: call?.roomId,
      standing: 'participant',
      role: 'specialist',
    });

    const roomId = accepted.call.roomId;
    await node.report({ kind: 'room.live', roomId, consultationId });
    await kiosk.socket?.told('kiosk', KioskView, (view) => view.consultation?.state === 'live');
    api.clock.advance(300_000);
    await end(kiosk, consultationId);
    await kiosk.client.call(consultationRoutes.rateConsultation, { params: { consultationId }, body: { rating: 5 } });
    const quality = {
      roundTripMs: 20,
      packetLossPercent: 0,
      jitterMs: 2,
      framesPerSecond: 29,
      freezes: 0,
      seconds: 300,
    };
    await node.report({ kind: 'room.closed', roomId, consultationId, quality: { citizen: quality, specialist: null } });

    const caseId = accepted.caseId;
    const closed = await ilze.client.call(serviceCaseRoutes.closeServiceCase, {
      params: { caseId },
      body: { version: 1, outcome: 'advised', notes: 'Izskaidrots, kā pieprasīt pensiju.' },
    });
    expect(closed).toMatchObject({
      status: 'closed',
      state: 'ended',
      endReason: 'citizen-ended',
      rating: 5,
      outcome: 'advised',
    });
    expect(closed.quality?.citizen?.framesPerSecond).toBe(29);
    expect(closed.timeline.map((entry) => entry.step)).toEqual([
      'asked',
      'offered',
      'accepted',
      'live',
      'ended',
      'rated',
      'case-closed',
    ]);
    expect(closed.participants.map((one) => one.role)).toEqual(['citizen', 'specialist']);
    expect((await ilze.desk()).toClose).toEqual([]);
  });

  it('is asked once, however often the request is repeated', async () => {
    await world.node();
    const kiosk = await world.kiosk();
    const key = randomUUID();
    const first = await kiosk.ask('lv', key);
    expect((await kiosk.ask('lv', key)).consultationId).toBe(first.consultationId);
    expect(await problemOf(kiosk.ask())).toBe('kiosk-busy');
  });

  it('rings the one idle longest, then the next after a decline, and tells the citizen their place', async () => {
    await world.node();
    const ilze = await world.specialist();
    api.clock.advance(1_000);
    const juris = await world.specialist();
    const kiosk = await world.kiosk();
    const { consultationId } = await kiosk.ask();

    expect((await ilze.desk()).ring?.consultationId).toBe(consultationId);
    expect((await juris.desk()).ring).toBeNull();
    expect((await juris.desk()).waiting[0]).toMatchObject({ consultationId, ringsElsewhere: true });
    expect((await kiosk.view()).consultation).toMatchObject({ state: 'offered', place: 1 });

    await ilze.client.call(consultationRoutes.declineConsultation, { params: { consultationId }, body: {} });
    expect((await juris.desk()).ring?.consultationId).toBe(consultationId);
    expect((await ilze.desk()).available).toBe(true);
  });

  it('goes on to the next when nobody answers, and stops ringing at the desk that did not', async () => {
    const node = await world.node();
    const ilze = await world.specialist();
    api.clock.advance(1_000);
    const juris = await world.specialist();
    const { consultationId } = await (await world.kiosk()).ask();
    await wait(20, node);
    expect(await ilze.desk()).toMatchObject({ available: false, awayBecause: 'unanswered', ring: null });
    expect((await juris.desk()).ring?.consultationId).toBe(consultationId);
  });

  it('asks all again after everyone has declined, but not at once', async () => {
    const node = await world.node();
    const ilze = await world.specialist();
    const { consultationId } = await (await world.kiosk()).ask();
    await ilze.client.call(consultationRoutes.declineConsultation, { params: { consultationId }, body: {} });
    await wait(29, node);
    expect((await ilze.desk()).ring).toBeNull();
    await wait(1, node);
    expect((await ilze.desk()).ring?.consultationId).toBe(consultationId);
  });

  it('is not for those who speak another language or serve another institution', async () => {
    await world.node();
    const ukrainian = await world.specialist({ languages: ['uk'] });
    const stranger = await (await createWorld(api)).specialist();
    const { consultationId } = await (await world.kiosk()).ask('lv');
    expect((await ukrainian.desk()).waiting).toEqual([]);
    expect(await problemOf(accept(ukrainian, consultationId))).toBe('not-found');
    expect(await problemOf(accept(stranger, consultationId))).toBe('not-found');
  });

  it('frees the line when the citizen leaves, and the kiosk shows nothing of it after a wipe', async () => {
    await world.node();
    const ilze = await world.specialist();
    const kiosk = await world.kiosk();
    const { consultationId } = await kiosk.ask();
    await kiosk.client.call(kioskRoutes.wipeKiosk, { body: {} });
    expect(await ilze.desk()).toMatchObject({ ring: null, waiting: [] });
    expect((await kiosk.view()).consultation).toBeNull();
    expect(await problemOf(accept(ilze, consultationId))).toBe('illegal-transition');
    await kiosk.ask();
  });

  it('lets a specialist in a call take no second one', async () => {
    await world.node();
    const ilze = await world.specialist();
    const first = await (await world.kiosk()).ask();
    const second = await (await world.kiosk()).ask();
    await accept(ilze, first.consultationId);
    expect(await problemOf(accept(ilze, second.consultationId))).toBe('specialist-busy');
  });

  it('waits without a room while there is no media node, and gets one when one comes', async () => {
    const kiosk = await world.kiosk();
    const { call } = await kiosk.ask();
    expect(call).toBeNull();
    await world.node();
    await wait(1);
    expect((await kiosk.view()).consultation?.room).not.toBeNull();
  });
});

describe('accept, pressed by many at once', () => {
  it('succeeds for exactly one', async () => {
    await world.node();
    const everyone = await Promise.all(Array.from({ length: 10 }, () => world.specialist()));
    for (let round = 0; round < 5; round += 1) {
      const kiosk = await world.kiosk();
      const { consultationId } = await kiosk.ask();
      const outcomes = await Promise.all(everyone.map((one) => problemOf(accept(one, consultationId))));
      expect(outcomes.filter((outcome) => outcome === 'not refused')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'already-taken')).toHaveLength(9);
      await kiosk.client.call(kioskRoutes.wipeKiosk, { body: {} });
    }
  });
});

describe('when someone vanishes', () => {
  it('keeps the place of a kiosk that comes back, and gives it up when it stays away', async () => {
    const node = await world.node();
    const kiosk = await world.kiosk();
    await kiosk.ask();
    kiosk.socket?.close();
    await expect.poll(async () => (await world.services.kiosks.list({ kind: 'system' }))[0]?.online).toBe(false);
    await wait(5);
    await kiosk.connect();
    await expect.poll(async () => (await world.services.kiosks.list({ kind: 'system' }))[0]?.online).toBe(true);
    await wait(30, node);
    expect((await kiosk.view()).consultation?.state).toBe('waiting');
  });

  it('abandons what a kiosk that stays away has asked for', async () => {
    await world.node();
    const kiosk = await world.kiosk();
    await kiosk.ask();
    kiosk.socket?.close();
    await expect.poll(async () => (await world.services.kiosks.list({ kind: 'system' }))[0]?.online).toBe(false);
    await wait(15);
    expect((await kiosk.view()).consultation).toMatchObject({ state: 'abandoned', endReason: 'kiosk-lost' });
  });

  it('puts the citizen back in the line when the specialist who accepted does not come', async () => {
    const node = await world.node();
    const ilze = await world.specialist();
    const kiosk = await world.kiosk();
    const { consultationId } = await kiosk.ask();
    await accept(ilze, consultationId);
    ilze.socket?.close();
    await expect
      .poll(async () => (await world.services.specialists.listAll({ kind: 'system' }))[0]?.connectionId)
      .toBeNull();
    await wait(8, node);
    expect((await kiosk.view()).consultation).toMatchObject({ state: 'waiting', specialist: null });
    expect((await ilze.desk()).current).toBeNull();
  });

  it('drops a live call when one end’s media stays away, not when it comes back', async () => {
    const node = await world.node();
    const ilze = await world.specialist();
    const kiosk = await world.kiosk();
    const { consultationId, call } = await kiosk.ask();
    await accept(ilze, consultationId);
    const room = { roomId: call?.roomId, consultationId };
    await node.report({ kind: 'room.live', ...room });
    await node.report({ kind: 'peer.gone', ...room, role: 'citizen', left: false });
    await node.report({ kind: 'peer.back', ...room, role: 'citizen' });
    const rooms = [call?.roomId ?? ''];
    await wait(100, node, rooms);
    expect((await kiosk.view()).consultation?.state).toBe('live');
    await node.report({ kind: 'peer.gone', ...room, role: 'specialist', left: false });
    await wait(89, node, rooms);
    expect((await kiosk.view()).consultation).toMatchObject({
      state: 'live',
      away: { citizen: false, specialist: true, node: false },
    });
    await wait(1, node, rooms);
    expect((await kiosk.view()).consultation).toMatchObject({ state: 'dropped', endReason: 'specialist-lost' });
  });

  it('hears the same report twice and acts once', async () => {
    const node = await world.node();
    const ilze = await world.specialist();
    const kiosk = await world.kiosk();
    const { consultationId, call } = await kiosk.ask();
    await accept(ilze, consultationId);
    const room = { roomId: call?.roomId, consultationId };
    await node.report({ kind: 'room.live', ...room });
    const gone = { id: randomUUID(), kind: 'peer.gone', ...room, role: 'citizen', left: false };
    await node.report(gone);
    await node.report({ kind: 'peer.back', ...room, role: 'citizen' });
    await node.report(gone);
    await wait(100, node, [call?.roomId ?? '']);
    expect((await kiosk.view()).consultation?.state).toBe('live');
  });
});
