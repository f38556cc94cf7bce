import { queueRoutes } from '@remote-clerk/shared/contracts/http/queue.ts';
import { KioskView } from '@remote-clerk/shared/contracts/views.ts';
import { headStartMinutes } from '@remote-clerk/shared/domain/queue-ticket.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { organisationScope } from '../db/scope.ts';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { problemOf, type WaitingRoom, waitingRoom } from '../testing/queue.ts';
import { createWorld, type World } from '../testing/world.ts';

let api: TestApi;
let world: World;
let room: WaitingRoom;
let node: Awaited<ReturnType<World['node']>>;
beforeEach(async () => {
  api = await bootApi();
  world = await createWorld(api);
  node = await world.node();
  room = waitingRoom(world, await world.clerk());
});
afterEach(() => api.close());

/** Time goes by. */
const pass = async (seconds: number) => {
  api.clock.advance(seconds * 1000);
  await node.heartbeat();
  await api.jobs.tick();
};

describe('a number', () => {
  it('is the next of the day, and tells place and wait', async () => {
    const letter = world.institution.code.slice(0, 1);
    const first = await room.issue();
    api.clock.advance(1_000);
    const kiosk = await world.kiosk();
    const second = await room.take(kiosk);
    expect([first.number, second.number]).toEqual([`${letter}001`, `${letter}002`]);
    expect(second).toMatchObject({ state: 'waiting', place: 2, wait: null });
    await world.specialist({ atWork: true, languages: ['lv'] });
    expect((await room.ticket(first.id)).state).toBe('called');
  });

  it('is called to a free kiosk when somebody is free, begins there, and is served when the call is over', async () => {
    const kiosk = await world.kiosk();
    const ticket = await room.issue();
    expect(await room.state(ticket.id)).toBe('waiting');
    const ilze = await world.specialist();
    await kiosk.socket?.told('kiosk', KioskView, (view) => view.calledTicket?.id === ticket.id);
    expect(await room.ticket(ticket.id)).toMatchObject({ state: 'called', calls: 1, kiosk: { id: kiosk.id } });
    expect((await kiosk.view()).calledTicket).toMatchObject({ number: ticket.number });

    const { consultationId, view } = await room.begin(kiosk, ticket.id);
    expect(view.calledTicket).toBeNull();
    const { ring } = await ilze.desk();
    expect(ring).toMatchObject({ consultationId, ticket: { number: ticket.number, priority: 'walk-in' } });
    const { call } = await room.accept(ilze, consultationId);
    await node.report({ kind: 'room.live', roomId: call.roomId, consultationId });
    await room.end(ilze, consultationId);
    expect(await room.state(ticket.id)).toBe('gone');
    expect((await room.view()).tickets).toEqual([]);
  });

  it('waits while the only kiosk is in use, and is called when it is free again', async () => {
    const kiosk = await world.kiosk();
    const { consultationId } = await kiosk.ask();
    const ilze = await world.specialist();
    await world.specialist();
    const ticket = await room.issue();
    await room.accept(ilze, consultationId);
    await pass(1);
    // One specialist is free, but no kiosk is.
    expect(await room.ticket(ticket.id)).toMatchObject({ state: 'waiting', place: 1, wait: { from: 0, to: 5 } });
    await room.end(ilze, consultationId);
    await room.wipe(kiosk);
    await pass(1);
    expect(await room.state(ticket.id)).toBe('called');
  });

  it('is not called where nobody could serve it, though others behind it are', async () => {
    const kiosk = await world.kiosk();
    const other = await createWorld(api);
    const theirs = await room.issue('walk-in', other.service.id);
    const ours = await room.issue();
    await world.specialist();
    expect([await room.state(theirs.id), await room.state(ours.id)]).toEqual(['waiting', 'called']);
    expect((await kiosk.view()).calledTicket?.id).toBe(ours.id);
  });

  it('goes ahead with priority, but not of one who has waited longer by more than the head start', async () => {
    const first = await room.issue();
    api.clock.advance(headStartMinutes.priority * 60_000);
    const walkIn = await room.issue();
    api.clock.advance(headStartMinutes.priority * 60_000 - 1);
    const priority = await room.issue('priority');
    const { tickets } = await room.view();
    expect(tickets.map(({ id }) => id)).toEqual([first.id, priority.id, walkIn.id]);
    expect(tickets.map(({ place }) => place)).toEqual([1, 2, 3]);
  });

  it('waits before a later one who walked up to a kiosk', async () => {
    const [kiosk] = [await world.kiosk(), await world.kiosk()];
    const ticket = await room.issue();
    api.clock.advance(60_000);
    await kiosk.ask();
    await world.specialist();
    expect(await room.state(ticket.id)).toBe('called');
    expect((await kiosk.view()).consultation).toMatchObject({ state: 'waiting', place: 2 });
  });

  it('is missed by whoever does not come in three minutes, and can be put back to its place', async () => {
    await world.kiosk();
    await world.specialist();
    const ticket = await room.issue();
    await pass(179);
    expect(await room.state(ticket.id)).toBe('called');
    await pass(1);
    expect(await room.state(ticket.id)).toBe('noshow');
    await room.step('putTicketBack', ticket.id);
    expect(await room.state(ticket.id)).toBe('called');
  });

  it('that was put back by the clerk is not called again at once, and that was called again has its three minutes', async () => {
    await world.kiosk();
    await world.specialist();
    const ticket = await room.issue();
    await room.step('putTicketBack', ticket.id);
    expect(await room.state(ticket.id)).toBe('waiting');
    await pass(60);
    expect(await room.ticket(ticket.id)).toMatchObject({ state: 'called', calls: 2 });
    await pass(120);
    expect(await room.call(ticket.id)).toMatchObject({ state: 'called', calls: 3 });
    await pass(120);
    expect(await room.state(ticket.id)).toBe('called');
  });

  it('is held, resumed, cancelled and missed as the state allows', async () => {
    const ticket = await room.issue();
    expect(await problemOf(room.step('resumeTicket', ticket.id))).toBe('illegal-transition');
    expect((await room.step('holdTicket', ticket.id)).state).toBe('held');
    await world.kiosk();
    await world.specialist();
    await pass(1);
    expect(await room.state(ticket.id)).toBe('held');
    expect(await problemOf(room.call(ticket.id))).toBe('illegal-transition');
    await room.step('resumeTicket', ticket.id);
    expect((await room.step('missTicket', ticket.id)).state).toBe('noshow');
    expect((await room.step('cancelTicket', ticket.id)).state).toBe('cancelled');
    expect(await problemOf(room.step('putTicketBack', ticket.id))).toBe('illegal-transition');
  });

  it('of an earlier day is not called', async () => {
    const [ticket, toCall] = [await room.issue(), await room.issue()];
    await room.callBack(toCall.id);
    // Ten in the morning in Riga: thirteen and a half hours later the day has half an hour left.
    await pass(13.5 * 3_600);
    room = waitingRoom(world, await world.clerk());
    expect(await room.state(ticket.id)).toBe('waiting');
    await pass(1_800);
    room = waitingRoom(world, await world.clerk());
    expect([await room.state(ticket.id), await room.state(toCall.id)]).toEqual(['gone', 'callback']);
    expect((await room.issue()).number.endsWith('001')).toBe(true);
  });
});

describe('calling by hand', () => {
  it('goes to the kiosk that is chosen, or to any; nobody is called to a kiosk in use', async () => {
    const [one, two] = [await world.kiosk(), await world.kiosk()];
    const [first, second, third] = [await room.issue(), await room.issue(), await room.issue()];
    expect((await room.call(second.id, two.id)).kiosk?.id).toBe(two.id);
    expect(await problemOf(room.call(first.id, two.id))).toBe('kiosk-busy');
    expect((await room.call(first.id)).kiosk?.id).toBe(one.id);
    expect(await problemOf(room.call(third.id))).toBe('kiosk-busy');
    await room.step('holdTicket', second.id);
    expect((await room.call(first.id, two.id)).kiosk?.id).toBe(two.id);
    expect((await one.view()).calledTicket).toBeNull();
    await one.ask();
    expect(await problemOf(room.call(third.id, one.id))).toBe('kiosk-busy');
  });

  it('by two clerks at once to one kiosk succeeds for exactly one', async () => {
    const kiosk = await world.kiosk();
    const clerks = [await world.clerk(), await world.clerk()];
    for (let round = 0; round < 5; round += 1) {
      const tickets = [await room.issue(), await room.issue()];
      const outcomes = await Promise.all(
        tickets.map((ticket, index) => problemOf(room.call(ticket.id, kiosk.id, clerks[index]))),
      );
      expect(outcomes.toSorted()).toEqual(['kiosk-busy', 'not refused']);
      for (const { id } of tickets) await room.step('cancelTicket', id);
    }
  });

  it('of one number to two kiosks at once leaves it called to exactly one', async () => {
    const kiosks = [await world.kiosk(), await world.kiosk()];
    for (let round = 0; round < 5; round += 1) {
      const ticket = await room.issue();
      await Promise.all(kiosks.map((kiosk) => problemOf(room.call(ticket.id, kiosk.id))));
      const shown = await Promise.all(kiosks.map(async (kiosk) => (await kiosk.view()).calledTicket?.id));
      expect(shown.filter((id) => id === ticket.id)).toHaveLength(1);
      await room.step('cancelTicket', ticket.id);
    }
  });

  it('and by itself at once, by two servers, calls each number and each kiosk once', async () => {
    const kiosks = [await world.kiosk(), await world.kiosk()];
    const tickets = [await room.issue(), await room.issue(), await room.issue()];
    const twin = await createWorld(api);
    for (let count = 0; count < 3; count += 1) await world.specialist({ atWork: true });
    await Promise.all([
      world.services.dispatch(world.institution.id),
      twin.services.dispatch(world.institution.id),
      problemOf(room.call(tickets[2]?.id ?? '')),
    ]);
    const states = await Promise.all(tickets.map(({ id }) => room.state(id)));
    expect(states.filter((state) => state === 'called')).toHaveLength(2);
    const called = await Promise.all(kiosks.map(async (kiosk) => (await kiosk.view()).calledTicket?.id));
    expect(new Set(called).size).toBe(2);
  });
});

describe('a kiosk to which a number is called', () => {
  it('lets somebody else begin, and the number waits again', async () => {
    const kiosk = await world.kiosk();
    await world.specialist();
    const ticket = await room.issue();
    await kiosk.ask();
    expect(await room.state(ticket.id)).toBe('waiting');
    expect((await kiosk.view()).calledTicket).toBeNull();
  });

  it('sends the number back when somebody else stands there', async () => {
    const kiosk = await world.kiosk();
    const other = await world.kiosk();
    await world.specialist();
    const ticket = await room.issue();
    const [here, there] = (await kiosk.view()).calledTicket ? [kiosk, other] : [other, kiosk];
    const dismiss = (at: typeof kiosk) =>
      at.client.call(queueRoutes.dismissCall, { params: { ticketId: ticket.id }, body: {} });
    expect(await problemOf(dismiss(there))).toBe('not-found');
    expect((await dismiss(here)).calledTicket).toBeNull();
    expect(await room.state(ticket.id)).toBe('waiting');
    await pass(59);
    expect(await room.state(ticket.id)).toBe('waiting');
    expect(await problemOf(dismiss(here))).toBe('illegal-transition');
  });

  it('is not wiped of the call by itself', async () => {
    const kiosk = await world.kiosk();
    await world.specialist();
    const ticket = await room.issue();
    await room.wipe(kiosk);
    expect(await room.state(ticket.id)).toBe('called');
  });
});

describe('a consultation that does not come about', () => {
  it('puts the ticket back when the kiosk is lost, and misses it when the citizen leaves', async () => {
    const kiosk = await world.kiosk();
    const ticket = await room.issue();
    const { consultationId } = await room.begin(kiosk, ticket.id);
    kiosk.socket?.close();
    await expect.poll(async () => (await world.services.kiosks.list({ kind: 'system' }))[0]?.online).toBe(false);
    await pass(15);
    expect(await room.state(ticket.id)).toBe('waiting');
    const again = await world.kiosk();
    const second = await room.begin(again, ticket.id);
    expect(second.consultationId).not.toBe(consultationId);
    await room.end(again, second.consultationId);
    expect(await room.state(ticket.id)).toBe('noshow');
  });

  it('can be begun with a ticket once only', async () => {
    const [one, two] = [await world.kiosk(), await world.kiosk()];
    const ticket = await room.issue();
    const outcomes = await Promise.all([one, two].map((kiosk) => problemOf(room.begin(kiosk, ticket.id))));
    expect(outcomes.toSorted()).toEqual(['illegal-transition', 'not refused']);
  });
});

describe('calling back', () => {
  it('is on the desks of those who can do it, until one has', async () => {
    const ilze = await world.specialist();
    const other = await world.specialist({ languages: ['uk'] });
    const ticket = await room.issue();
    expect(await room.callBack(ticket.id, 'Pēc pulksten trijiem')).toMatchObject({
      state: 'callback',
      phone: '+371 20000000',
      note: 'Pēc pulksten trijiem',
    });
    expect((await ilze.desk()).callBacks.map(({ number }) => number)).toEqual([ticket.number]);
    expect((await other.desk()).callBacks).toEqual([]);
    const finish = (who: typeof ilze) =>
      who.client.call(queueRoutes.finishCallBack, { params: { ticketId: ticket.id }, body: {} });
    expect(await problemOf(finish(other))).toBe('not-found');
    expect((await finish(ilze)).callBacks).toEqual([]);
    expect(await problemOf(finish(ilze))).toBe('illegal-transition');
  });
});

describe('the waiting room’s screen', () => {
  it('shows numbers only, by an address that a newer one replaces', async () => {
    const clerk = await world.clerk();
    const link = async () => {
      const { address } = await clerk.client.call(queueRoutes.createDisplayLink, {
        params: { contactPointId: world.contactPoint.id },
        body: {},
      });
      return address.split('#')[1] ?? '';
    };
    const read = (token: string) => api.client().call(queueRoutes.readDisplay, { body: { token } });
    const first = await link();
    const token = await link();
    expect(token).toHaveLength(22);
    expect(await problemOf(read(first))).toBe('not-found');

    const kiosk = await world.kiosk();
    const called = await room.issue();
    const next = await room.issue();
    await room.call(called.id, kiosk.id);
    const display = await read(token);
    expect(display).toMatchObject({
      contactPoint: { name: 'Kuldīga' },
      called: [{ number: called.number, kiosk: 'Kiosks', calls: 1 }],
      next: [{ number: next.number }],
      waiting: 1,
    });
    expect(JSON.stringify(display)).not.toContain(called.id);
  });
});

describe('other organisations', () => {
  it('do not see a contact point’s tickets, nor do clerks of other contact points', async () => {
    const ticket = await room.issue();
    const theirs = await createWorld(api);
    const stranger = await theirs.clerk();
    const { id: elsewhere } = await world.services.contactPoints.create(organisationScope(world.municipality.id), {
      name: 'Alsunga',
      address: 'Pils iela 1',
      timeZone: 'Europe/Riga',
    });
    const neighbour = await world.clerk({ contactPointId: elsewhere });
    for (const other of [stranger, neighbour]) {
      expect(await problemOf(room.call(ticket.id, null, other))).toBe('not-found');
      expect(await problemOf(room.step('cancelTicket', ticket.id, other))).toBe('not-found');
      expect(await problemOf(room.issue('walk-in', world.service.id, other))).toBe('not-found');
    }
    const kiosk = await theirs.kiosk();
    expect(await problemOf(room.begin(kiosk, ticket.id))).toBe('not-found');
    expect((await kiosk.view()).consultation).toBeNull();
  });
});
