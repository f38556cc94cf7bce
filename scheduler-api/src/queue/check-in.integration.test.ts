import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { DeskView } from '@remote-clerk/shared/contracts/views.ts';
import { type Instant, Instant as InstantSchema } from '@remote-clerk/shared/domain/time.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { problemOf, type WaitingRoom, waitingRoom } from '../testing/queue.ts';
import { giveSchedule } from '../testing/schedules.ts';
import { createWorld, type World, type WorldKiosk, type WorldSpecialist } from '../testing/world.ts';

let api: TestApi;
let world: World;
let room: WaitingRoom;
let kiosk: WorldKiosk;
let ilze: WorldSpecialist;
let node: Awaited<ReturnType<World['node']>>;
beforeEach(async () => {
  // Nobody is to be signed out only because the test's clock goes on.
  const hours = 12 * 3_600_000;
  const session = { idleMs: hours, longestMs: hours };
  api = await bootApi({ config: { session, kiosk: { codeMs: hours, tokenMs: hours } } });
  world = await createWorld(api);
  node = await world.node();
  room = waitingRoom(world, await world.clerk());
  kiosk = await world.kiosk();
  ilze = await world.specialist({ atWork: false });
  await giveSchedule(world, ilze.id);
});
afterEach(() => api.close());

/** Monday 1 March 2027; it is 08:00 at first, ten in Riga. */
const at = (time: string): Instant => InstantSchema.parse(`2027-03-01T${time}:00.000Z`);
/** Time goes by. */
const pass = async (minutes: number, rooms: string[] = []) => {
  api.clock.advance(minutes * 60_000);
  await node.heartbeat(rooms);
  await api.jobs.tick();
};
const atWork = async (who: WorldSpecialist) => {
  const socket = await who.connect();
  await who.client.call(consultationRoutes.setAvailability, { body: { available: true } });
  await socket.told('desk', DeskView, (desk) => desk.available);
};

describe('somebody who has checked in and goes', () => {
  it('leaves the line with the appointment, whichever is cancelled', async () => {
    const { appointments } = world.services;
    const [first, second] = [await room.book(at('08:10')), await room.book(at('08:30'))];
    const { ticket } = await room.checkIn(first.id);
    await room.checkIn(second.id);
    await room.step('cancelTicket', ticket.id);
    expect(await appointments.present(first.id)).toMatchObject({ state: 'noshow' });
    const { code } = await appointments.present(second.id);
    await appointments.changeByCode(code, { kind: 'cancel' });
    expect((await room.view()).tickets).toEqual([]);
  });
});

describe('checking in', () => {
  it('in time gives a place ahead of those who walked in, with one’s own specialist', async () => {
    const walkIn = await room.issue();
    const booked = await room.book(at('08:10'), { specialistId: ilze.id });
    const { arrival, appointment, ticket } = await room.checkIn(booked.id);
    expect(arrival).toBe('on-time');
    expect(appointment).toMatchObject({ state: 'arrived', arrivedAt: at('08:00') });
    expect(ticket).toMatchObject({
      priority: 'booked',
      place: 1,
      specialist: { id: ilze.id },
      appointment: { id: booked.id, startsAt: at('08:10'), citizenName: 'Jānis Ķēniņš' },
    });
    expect(await room.ticket(walkIn.id)).toMatchObject({ place: 2 });
    expect((await room.view()).appointments).toMatchObject([{ id: booked.id, state: 'arrived' }]);
  });

  it('early counts from the time that was booked: nobody who came long before is passed', async () => {
    const booked = await room.book(at('09:00'));
    const { arrival, ticket } = await room.checkIn(booked.id);
    expect(arrival).toBe('early');
    const walkIn = await room.issue();
    expect(await room.ticket(walkIn.id)).toMatchObject({ place: 1 });
    expect(await room.ticket(ticket.id)).toMatchObject({ place: 2 });
  });

  it('late has a small head start, and nobody is kept for it who is in a call', async () => {
    const booked = await room.book(at('08:10'));
    await pass(25);
    const walkIn = await room.issue();
    const { arrival, ticket } = await room.checkIn(booked.id);
    expect([arrival, ticket.priority]).toEqual(['late', 'late']);
    expect((await room.ticket(walkIn.id)).place).toBe(2);
  });

  it('too early, too late or at another contact point says when and where', async () => {
    const later = await room.book(at('13:00'));
    const sooner = await room.book(at('08:10'));
    expect(await problemOf(room.checkIn(later.id))).toBe('not-the-day');
    await expect(room.checkInAtKiosk(kiosk, later.code)).rejects.toThrow('2027-03-01 at 15:00');
    const theirs = await createWorld(api);
    const elsewhere = await theirs.kiosk();
    await expect(room.checkInAtKiosk(elsewhere, sooner.code)).rejects.toThrow('Kuldīga, Pilsētas laukums 4');
    await pass(41);
    await expect(room.checkInAtKiosk(kiosk, sooner.code)).rejects.toThrow('was on 2027-03-01 at 10:10');
  });

  it('by a code that nobody has, or of an appointment that was cancelled, is refused', async () => {
    expect(await problemOf(room.checkInAtKiosk(kiosk, 'AAA-AAA-AAA'))).toBe('not-found');
    const booked = await room.book(at('08:10'));
    await world.services.appointments.changeByCode(booked.code, { kind: 'cancel' });
    expect(await problemOf(room.checkInAtKiosk(kiosk, booked.code))).toBe('illegal-transition');
    expect(await problemOf(room.checkIn(booked.id))).toBe('illegal-transition');
  });

  it('twice gives one place, also by clerk and kiosk at once', async () => {
    const booked = await room.book(at('08:10'));
    const [one, two] = await Promise.all([room.checkIn(booked.id), room.checkInAtKiosk(kiosk, booked.code)]);
    expect(one.ticket.id).toBe(two.ticket.id);
    expect((await room.checkIn(booked.id)).ticket.id).toBe(one.ticket.id);
    expect((await room.view()).tickets).toHaveLength(1);
  });

  it('at the kiosk may begin there when somebody is free, and fulfils the appointment when it has taken place', async () => {
    await atWork(ilze);
    const booked = await room.book(at('08:10'));
    const { ticket, canBegin, appointment } = await room.checkInAtKiosk(kiosk, booked.code);
    expect(canBegin).toBe(true);
    expect(appointment).toMatchObject({ state: 'arrived', citizenName: 'Jānis Ķēniņš' });
    expect((await ilze.desk()).appointments).toMatchObject([{ id: booked.id, state: 'arrived' }]);
    const { consultationId } = await room.begin(kiosk, ticket.id);
    expect((await ilze.desk()).ring).toMatchObject({
      forMe: true,
      ticket: { priority: 'booked', appointmentStartsAt: at('08:10') },
    });
    const { call } = await room.accept(ilze, consultationId);
    await node.report({ kind: 'room.live', roomId: call.roomId, consultationId });
    await room.end(kiosk, consultationId);
    expect((await room.view()).appointments).toMatchObject([{ id: booked.id, state: 'fulfilled' }]);
    expect((await ilze.desk()).appointments).toEqual([]);
  });

  it('at the kiosk waits for its number while nobody is free and it is not time', async () => {
    const booked = await room.book(at('08:10'));
    expect((await room.checkInAtKiosk(kiosk, booked.code)).canBegin).toBe(false);
  });
});

describe('the specialist of an appointment', () => {
  it('is kept for a citizen who has come, and rung for others before that last of all', async () => {
    await atWork(ilze);
    const booked = await room.book(at('08:10'), { specialistId: ilze.id });
    await pass(5);
    const juris = await world.specialist();
    const second = await world.kiosk();
    // Ilze is idle longer, but her appointment would begin before the service is over.
    const { consultationId } = await second.ask();
    expect((await juris.desk()).ring?.consultationId).toBe(consultationId);
    await room.accept(juris, consultationId);
    await pass(2);
    const { ticket } = await room.checkIn(booked.id);
    expect(await room.ticket(ticket.id)).toMatchObject({ state: 'called', kiosk: { id: kiosk.id } });
    const third = await world.kiosk();
    await third.ask();
    expect((await ilze.desk()).ring).toBeNull();
    await room.begin(kiosk, ticket.id);
    expect((await ilze.desk()).ring).toMatchObject({ forMe: true });
  });

  it('is rung for their own citizen when it is time, before one who has waited longer', async () => {
    const booked = await room.book(at('09:00'), { specialistId: ilze.id });
    await pass(30);
    const other = await world.kiosk();
    await other.ask();
    await pass(28);
    const { ticket } = await room.checkIn(booked.id);
    const { consultationId } = await room.begin(kiosk, ticket.id);
    await atWork(ilze);
    expect((await ilze.desk()).ring).toMatchObject({ consultationId, forMe: true });
  });

  it('is waited for two minutes, then others are rung', async () => {
    await atWork(ilze);
    const other = await world.kiosk();
    const busy = await other.ask();
    const { call } = await room.accept(ilze, busy.consultationId);
    await node.report({ kind: 'room.live', roomId: call.roomId, consultationId: busy.consultationId });
    const juris = await world.specialist();
    const booked = await room.book(at('08:10'), { specialistId: ilze.id });
    const { ticket } = await room.checkIn(booked.id);
    const { consultationId } = await room.begin(kiosk, ticket.id);
    expect((await juris.desk()).ring).toBeNull();
    expect((await juris.desk()).waiting).toMatchObject([{ consultationId, forMe: false }]);
    await pass(2, [call.roomId]);
    expect((await juris.desk()).ring?.consultationId).toBe(consultationId);
  });
});
