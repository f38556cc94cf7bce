import { randomUUID } from 'node:crypto';
import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { kioskRoutes } from '@remote-clerk/shared/contracts/http/kiosks.ts';
import { queueRoutes } from '@remote-clerk/shared/contracts/http/queue.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { problemOf, type WaitingRoom, waitingRoom } from '../testing/queue.ts';
import { giveSchedule } from '../testing/schedules.ts';
import { createWorld, type World, type WorldKiosk, type WorldSpecialist } from '../testing/world.ts';

let api: TestApi;
let world: World;
let room: WaitingRoom;
let kiosk: WorldKiosk;
let node: Awaited<ReturnType<World['node']>>;
beforeEach(async () => {
  api = await bootApi();
  world = await createWorld(api);
  node = await world.node();
  room = waitingRoom(world, await world.clerk());
  kiosk = await world.kiosk();
});
afterEach(() => api.close());

const pass = async (seconds: number, rooms: string[] = []) => {
  api.clock.advance(seconds * 1000);
  await node.heartbeat(rooms);
  await api.jobs.tick();
};
/** The kiosk's citizen is in a call with them. */
const inCall = async (who: WorldSpecialist, ticketId?: string) => {
  const { consultationId } = ticketId ? await room.begin(kiosk, ticketId) : await kiosk.ask();
  const { call } = await room.accept(who, consultationId);
  await node.report({ kind: 'room.live', roomId: call.roomId, consultationId });
  return { consultationId, roomId: call.roomId };
};
const passOn = (who: WorldSpecialist, consultationId: string, serviceId: string, specialistId: string | null = null) =>
  who.client.call(queueRoutes.transferConsultation, {
    params: { consultationId },
    body: { serviceId, specialistId, note: 'Vajag izziņu' },
    idempotencyKey: randomUUID(),
  });
const twoMinutesOfWritingUp = 120;

describe('a ticket that is passed on', () => {
  it('to another institution keeps its number and its waiting, and leaves the line it was in', async () => {
    const other = await createWorld(api);
    const ticket = await room.issue();
    api.clock.advance(60_000);
    const theirs = await room.issue('walk-in', other.service.id);
    const moved = await room.transfer(ticket.id, { serviceId: other.service.id, note: 'Nodokļi' });
    expect(moved).toMatchObject({
      number: ticket.number,
      state: 'waiting',
      note: 'Nodokļi',
      place: 1,
      institution: { id: other.institution.id },
    });
    expect((await room.ticket(theirs.id)).place).toBe(2);
    await world.specialist();
    expect(await room.state(ticket.id)).toBe('waiting');
    await other.specialist();
    expect(await room.state(ticket.id)).toBe('called');
  });

  it('to a specialist is theirs first; only those who can serve it can be named', async () => {
    const [ilze, juris] = [await world.specialist(), await world.specialist()];
    const ukrainian = await world.specialist({ languages: ['uk'] });
    const ticket = await room.issue();
    const offered = await (await world.clerk()).client.call(queueRoutes.listTransferSpecialists, {
      params: { ticketId: ticket.id },
      query: { serviceId: world.service.id },
    });
    expect(offered.specialists.map(({ id }) => id).toSorted()).toEqual([ilze.id, juris.id].toSorted());
    const to = (specialistId: string) =>
      room.transfer(ticket.id, { serviceId: world.service.id, specialistId, note: '' });
    expect(await problemOf(to(ukrainian.id))).toBe('not-found');
    expect((await to(juris.id)).specialist).toMatchObject({ id: juris.id });
    const { consultationId } = await room.begin(kiosk, ticket.id);
    expect((await juris.desk()).ring).toMatchObject({ consultationId, forMe: true });
  });
});

describe('a citizen who is passed on in a call', () => {
  it('goes on at the kiosk with a number of the other line, ahead of those who came later', async () => {
    const ilze = await world.specialist();
    const other = await createWorld(api);
    const { consultationId, roomId } = await inCall(ilze);
    await pass(60, [roomId]);
    const later = await room.issue('walk-in', other.service.id);
    const { ticketNumber } = await passOn(ilze, consultationId, other.service.id);
    const taxes = await other.specialist();
    // The citizen still sits in the call, and is called nowhere; the one behind may go on.
    expect((await kiosk.view()).nextTicket).toMatchObject({ number: ticketNumber, state: 'waiting', place: 1 });
    expect((await room.ticket(later.id)).place).toBe(2);
    await room.end(ilze, consultationId);
    const next = (await kiosk.view()).nextTicket;
    expect(next?.number).toBe(ticketNumber);
    const begun = await room.begin(kiosk, next?.id ?? '');
    expect((await taxes.desk()).ring).toMatchObject({
      consultationId: begun.consultationId,
      ticket: { number: ticketNumber, note: 'Vajag izziņu' },
    });
    expect((await kiosk.view()).nextTicket).toBeNull();
  });

  it('has one number, however often it is said, and none from a call that is over', async () => {
    const ilze = await world.specialist();
    const other = await createWorld(api);
    const { consultationId } = await inCall(ilze);
    const first = await passOn(ilze, consultationId, other.service.id);
    const second = await passOn(ilze, consultationId, world.service.id);
    expect(second.ticketNumber).toBe(first.ticketNumber);
    expect((await room.view()).tickets).toMatchObject([{ service: { id: world.service.id } }]);
    await room.end(ilze, consultationId);
    expect(await problemOf(passOn(ilze, consultationId, other.service.id))).toBe('illegal-transition');
  });

  it('is called from the waiting room when the kiosk has been left', async () => {
    const ilze = await world.specialist();
    const other = await createWorld(api);
    const { consultationId } = await inCall(ilze);
    await passOn(ilze, consultationId, other.service.id);
    await other.specialist();
    await pass(1);
    expect((await room.view()).tickets).toMatchObject([{ state: 'waiting' }]);
    await room.end(kiosk, consultationId);
    await room.wipe(kiosk);
    await pass(1);
    expect((await room.view()).tickets).toMatchObject([{ state: 'called' }]);
  });

  it('can be given to colleagues who can serve them, not to oneself', async () => {
    const [ilze, juris] = [await world.specialist(), await world.specialist({ atWork: false })];
    const { consultationId } = await inCall(ilze);
    const list = (who: WorldSpecialist) =>
      who.client.call(queueRoutes.listTransferColleagues, {
        params: { consultationId },
        query: { serviceId: world.service.id },
      });
    expect((await list(ilze)).specialists).toMatchObject([{ id: juris.id, atWork: false }]);
    expect(await problemOf(list(juris))).toBe('not-found');
  });
});

describe('who is rung', () => {
  it('after a call that broke off is the one who had it', async () => {
    const ilze = await world.specialist();
    api.clock.advance(1_000);
    const { consultationId, roomId } = await inCall(ilze);
    const juris = await world.specialist();
    await node.report({ kind: 'peer.gone', roomId, consultationId, role: 'citizen', left: false });
    await pass(90, [roomId]);
    expect((await kiosk.view()).consultation?.state).toBe('dropped');
    await pass(twoMinutesOfWritingUp);
    const again = await kiosk.ask();
    expect((await ilze.desk()).ring).toMatchObject({ consultationId: again.consultationId, forMe: true });
    expect((await juris.desk()).ring).toBeNull();
  });

  it('ten minutes later is the one idle longest', async () => {
    const ilze = await world.specialist();
    api.clock.advance(1_000);
    const { consultationId, roomId } = await inCall(ilze);
    const juris = await world.specialist();
    await node.report({ kind: 'peer.gone', roomId, consultationId, role: 'citizen', left: false });
    await pass(90, [roomId]);
    await pass(10 * 60 + 1);
    await kiosk.ask();
    expect((await juris.desk()).ring).toMatchObject({ forMe: false });
  });

  it('is a backup only after five minutes, while another is at work', async () => {
    const ilze = await world.specialist();
    const backup = await world.specialist({ atWork: false });
    await api.context.db.connection('specialist_services').where({ specialist_id: backup.id }).update({ backup: true });
    await inCall(ilze);
    const socket = await backup.connect();
    await backup.client.call(consultationRoutes.setAvailability, { body: { available: true } });
    const second = await world.kiosk();
    const { consultationId } = await second.ask();
    await pass(299);
    expect((await backup.desk()).ring).toBeNull();
    await pass(1);
    expect((await backup.desk()).ring?.consultationId).toBe(consultationId);
    socket.close();
  });
});

describe('what a citizen is told of a service', () => {
  const offered = async () => {
    const { services } = await kiosk.client.call(kioskRoutes.listKioskServices, {});
    const found = services.find(({ id }) => id === world.service.id);
    if (!found) throw new Error('not offered');
    return found;
  };

  it('is when somebody comes, while nobody is there', async () => {
    const ilze = await world.specialist({ atWork: false });
    expect((await offered()).opensAt).toBeNull();
    await giveSchedule(world, ilze.id, { from: '13:00' });
    expect(await offered()).toMatchObject({ staffed: false, wait: null, opensAt: '2027-03-01T11:00:00.000Z' });
  });

  it('is a wait made from what consultations took in the last weeks', async () => {
    const ilze = await world.specialist();
    await inCall(ilze);
    await api.jobs.tick();
    expect((await offered()).wait).toEqual({ from: 0, to: 10 });
    const [pattern] = await api.context.db.connection('consultations');
    for (let minutes = 1; minutes <= 21; minutes += 1) {
      const began = Date.parse(api.clock.now()) - 86_400_000;
      await api.context.db.connection('consultations').insert({
        ...pattern,
        id: randomUUID(),
        room_id: null,
        state: 'ended',
        live_at: new Date(began).toISOString(),
        ended_at: new Date(began + minutes * 60_000).toISOString(),
      });
    }
    await world.services.times.measure();
    // A quarter took six minutes or less, a quarter sixteen or more.
    expect((await offered()).wait).toEqual({ from: 0, to: 16 });
  });

  it('is how long the contact point is open today', async () => {
    expect((await kiosk.view()).openToday).toEqual([
      { from: '2027-03-01T06:30:00.000Z', until: '2027-03-01T15:00:00.000Z' },
    ]);
  });
});
