import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import { nodeNotifications } from '@remote-clerk/shared/contracts/node/messages.ts';
import type { Permission } from '@remote-clerk/shared/contracts/permissions.ts';
import { KioskView } from '@remote-clerk/shared/contracts/views.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { beginCall } from '../testing/live-call.ts';
import { bringInColleague } from '../testing/people.ts';
import { createRightsScene, dayMs, outcome, type RightsPerson, type RightsScene } from '../testing/rights.ts';
import { createWorld, type World, type WorldSpecialist } from '../testing/world.ts';

let api: TestApi;
let world: World;
let scene: RightsScene;
let node: Awaited<ReturnType<World['node']>>;
beforeAll(async () => {
  api = await bootApi();
  world = await createWorld(api);
  scene = await createRightsScene(api);
  node = await world.node();
});
afterAll(() => api.close());

const asPerson = ({ id, client }: WorldSpecialist): RightsPerson => ({ id, client, organisationId: world.state.id });
const available = async ({ id }: WorldSpecialist): Promise<unknown> => {
  const [row] = await api.context.db.connection('specialists').where({ account_id: id }).select('available');
  return Boolean(row.available);
};

describe('withdrawing a right', () => {
  it('closes the console’s socket and refuses what it allowed, at once', async () => {
    const specialist = await world.specialist();
    const boss = await scene.person('manager', world.state.id);
    const rightId = await scene.rightOf(asPerson(specialist));
    const withdrawn = await scene.withdraw(boss, rightId);
    expect(withdrawn).toMatchObject({
      state: 'withdrawn',
      withdrawnBy: { id: boss.id },
      withdrawnReason: 'Cits darbs',
    });
    await specialist.socket?.closed();
    expect(await outcome(specialist.desk())).toBe('not-allowed');
    expect(await available(specialist)).toBe(false);
    expect(await outcome(scene.withdraw(boss, rightId))).toBe('illegal-transition');
    expect(await scene.recorded(asPerson(specialist))).toEqual(['right.withdraw']);
  });

  it('ends a live call in order: the citizen is told, the room is closed, the case stays, and another can be found', async () => {
    const call = await beginCall(world, node);
    const boss = await scene.person('manager', world.state.id);
    await scene.withdraw(boss, await scene.rightOf(asPerson(call.specialist)));

    await node.socket.told('room.close', nodeNotifications['room.close'], ({ roomId }) => roomId === call.roomId);
    await call.kiosk.socket?.told('kiosk', KioskView, ({ consultation }) => consultation?.state === 'dropped');
    await call.specialist.socket?.closed();
    expect(await outcome(call.ticket(call.specialist))).toBe('not-allowed');
    const [row] = await api.context.db.connection('service_cases').where({ id: call.caseId }).select('closed_at');
    expect(row).toEqual({ closed_at: null });

    const other = await world.specialist();
    const { consultationId } = await call.kiosk.ask();
    await other.client.call(consultationRoutes.acceptConsultation, { params: { consultationId }, body: {} });
    expect((await call.kiosk.view()).consultation).toMatchObject({ id: consultationId, state: 'accepted' });
    await other.client.call(consultationRoutes.setAvailability, { body: { available: false } });
  });

  it('puts a citizen who was only accepted back into the line, in a room that the console does not know', async () => {
    const specialist = await world.specialist();
    const kiosk = await world.kiosk();
    const { consultationId, call } = await kiosk.ask();
    await specialist.client.call(consultationRoutes.acceptConsultation, { params: { consultationId }, body: {} });
    const boss = await scene.person('manager', world.state.id);
    await scene.withdraw(boss, await scene.rightOf(asPerson(specialist)));
    await node.socket.told('room.close', nodeNotifications['room.close'], ({ roomId }) => roomId === call?.roomId);
    await kiosk.socket?.told('kiosk', KioskView, ({ consultation }) => consultation?.state === 'waiting');
    const [row] = await api.context.db
      .connection('consultations')
      .where({ id: consultationId })
      .select('room_id', 'specialist_id');
    expect(row.specialist_id).toBeNull();
    expect(row.room_id).not.toBe(call?.roomId);
  });

  it('sends a colleague who was asked in out of the call', async () => {
    const call = await beginCall(world, node);
    const colleague = await world.specialist();
    const page = await bringInColleague(api, call.specialist, call.consultationId, colleague);
    const boss = await scene.person('manager', world.state.id);
    await scene.withdraw(boss, await scene.rightOf(asPerson(colleague)));
    await node.socket.told('peer.remove', nodeNotifications['peer.remove'], ({ subject }) => subject === page.id);
    expect(await outcome(page.ticket())).toBe('not-signed-in');
    expect((await call.kiosk.view()).consultation?.state).toBe('live');
  });

  it('is not for one’s own organisation’s last who manages rights, also not when two withdraw from each other at once', async () => {
    const alone = await api.build.organisation();
    const [one, two] = [await scene.person('manager', alone.id), await scene.person('manager', alone.id)];
    const [rightOfOne, rightOfTwo] = [await scene.rightOf(one), await scene.rightOf(two)];
    const outcomes = await Promise.all([
      outcome(scene.withdraw(one, rightOfTwo)),
      outcome(scene.withdraw(two, rightOfOne)),
    ]);
    expect(outcomes.filter((result) => result === 'done')).toHaveLength(1);
    const left = outcomes[0] === 'done' ? one : two;
    expect(await outcome(scene.withdraw(left, outcomes[0] === 'done' ? rightOfOne : rightOfTwo))).toBe('conflict');
  });

  it('of an organisation below is possible, since those above manage it too', async () => {
    const below = await scene.person('manager', scene.unit.id);
    const top = await scene.person('manager');
    expect((await scene.withdraw(top, await scene.rightOf(below))).state).toBe('withdrawn');
  });

  it('of others is not seen: they do not exist', async () => {
    const stranger = await scene.person('manager', (await api.build.organisation()).id);
    expect(await outcome(scene.withdraw(stranger, await scene.rightOf(await scene.person('clerk'))))).toBe('not-found');
  });

  it('from who has left: a disabled account holds nothing and asks for nothing', async () => {
    const leaver = await scene.person('specialist');
    await scene.ask(leaver, { roleId: 'manager' });
    const administrator = await scene.person('administrator');
    const { services } = world;
    await services.staff.disable(
      { kind: 'organisation', organisationId: scene.municipality.id, within: [scene.municipality.id] },
      leaver.id,
    );
    const { db } = api.context;
    expect(await db.connection('role_assignments').where({ account_id: leaver.id, withdrawn_at: null })).toEqual([]);
    expect(await db.connection('right_requests').where({ account_id: leaver.id }).select('state')).toEqual([
      { state: 'withdrawn' },
    ]);
    const { steps } = await administrator.client.call(rightsRoutes.readRightsHistory, {
      params: { accountId: leaver.id },
      query: {},
    });
    expect(steps.map(({ step }) => step).toSorted()).toEqual(['asked', 'granted', 'request-withdrawn', 'withdrawn']);
  });
});

describe('all rights of an organisation', () => {
  it('are listed page by page, by holder, role, place and state', async () => {
    const top = await api.build.organisation({ name: 'Ventspils' });
    const below = await api.build.organisation({ name: 'Nodaļa', parentId: top.id });
    const boss = await scene.person('manager', top.id);
    const people = [await scene.person('clerk', top.id), await scene.person('specialist', below.id)];
    for (let n = 0; n < 5; n += 1) people.push(await scene.person('clerk', top.id));
    const list = (query: Record<string, string>) => boss.client.call(rightsRoutes.listRights, { query });
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Awaited<ReturnType<typeof list>> = await list({ limit: '3', ...(cursor && { cursor }) });
      seen.push(...page.rights.map(({ account }) => account.id));
      cursor = page.nextCursor;
    }
    expect(seen.toSorted()).toEqual([boss, ...people].map(({ id }) => id).toSorted());
    expect((await list({ organisationId: below.id })).rights).toMatchObject([{ account: { id: people[1]?.id } }]);
    expect((await list({ roleId: 'manager' })).rights).toHaveLength(1);
    expect((await list({ search: 'persona' })).rights).toHaveLength(8);
    expect((await list({ state: 'withdrawn' })).rights).toEqual([]);
    await scene.withdraw(boss, await scene.rightOf(people[0] ?? boss));
    expect((await list({ state: 'withdrawn' })).rights).toHaveLength(1);
    expect(await outcome(list({ cursor: 'nonsense' }))).toBe('invalid-request');
  });
});

describe('a right that runs out', () => {
  it('lets nobody do anything from that moment, closes the socket, ends the call, and is on record once', async () => {
    const call = await beginCall(world, node);
    const person = asPerson(call.specialist);
    const { db } = api.context;
    await db
      .connection('role_assignments')
      .where({ account_id: person.id })
      .update({ valid_until: scene.inDays(0.005) });
    await api.context.sessions.forget(person.id);
    expect(await outcome(call.specialist.desk())).toBe('done');
    api.clock.advance(0.005 * dayMs);
    expect(await outcome(call.specialist.desk())).toBe('not-allowed');
    await api.jobs.tick();
    await api.jobs.tick();
    await call.specialist.socket?.closed();
    await node.socket.told('room.close', nodeNotifications['room.close'], ({ roomId }) => roomId === call.roomId);
    expect(await scene.recorded(person)).toEqual(['right.expire']);
  });

  it('begins when its term does', async () => {
    const [anna, boss] = [await scene.person(null), await scene.person('manager')];
    const asked = await scene.ask(anna, { roleId: 'auditor', from: scene.inDays(0.005) });
    await scene.approve(boss, asked.id);
    const second = await scene.person('manager');
    await scene.approve(second, asked.id);
    expect((await scene.own(anna)).rights).toMatchObject([{ state: 'coming' }]);
    api.clock.advance(0.005 * dayMs);
    expect((await scene.own(anna)).rights).toMatchObject([{ state: 'effective' }]);
  });
});

describe('an organisation’s own role', () => {
  const create = ({ client }: RightsPerson, name: string, permissions: Permission[]) =>
    client.call(rightsRoutes.createRole, {
      body: { name, permissions },
      idempotencyKey: crypto.randomUUID(),
    });

  it('is of what one holds oneself, is asked for like any other, and changes live rights at once', async () => {
    const [boss, anna] = [await scene.person('manager'), await scene.person(null)];
    expect(await outcome(create(boss, 'Viss', ['organisation.manage']))).toBe('not-allowed');
    const role = await create(boss, 'Pieraksti', ['session.own', 'appointment.book', 'calendar.manage']);
    expect(role).toMatchObject({ organisationId: scene.municipality.id, high: false, retired: false });
    expect(await outcome(create(boss, 'Pieraksti', ['session.own']))).toBe('conflict');

    const asked = await scene.ask(anna, { roleId: role.id });
    await scene.approve(boss, asked.id);
    const load = () => anna.client.call(rightsRoutes.listRights, { query: {} });
    expect(await outcome(load())).toBe('not-allowed');
    const change = (name: string, permissions: Permission[]) =>
      boss.client.call(rightsRoutes.changeRole, {
        params: { roleId: role.id },
        body: { name, permissions },
      });
    // Nobody has approved twice what needs two approvals.
    expect(await outcome(change('Pieraksti', ['session.own', 'rights.manage']))).toBe('conflict');
    const changed = await change('Pieraksti un izmaksas', ['session.own', 'costs.read']);
    expect(changed.permissions).toEqual(['session.own', 'costs.read']);

    expect((await boss.client.call(rightsRoutes.retireRole, { params: { roleId: role.id } })).retired).toBe(true);
    expect(await outcome(scene.ask(await scene.person(null), { roleId: role.id }))).toBe('not-found');
    expect((await scene.own(anna)).rights).toMatchObject([
      { role: { name: 'Pieraksti un izmaksas' }, state: 'effective' },
    ]);
  });

  it('of another organisation is not there', async () => {
    const stranger = await scene.person('manager', (await api.build.organisation()).id);
    const role = await create(stranger, 'Svešs', ['session.own']);
    const boss = await scene.person('manager');
    expect(await outcome(scene.ask(await scene.person(null), { roleId: role.id }))).toBe('not-found');
    expect(await outcome(boss.client.call(rightsRoutes.retireRole, { params: { roleId: role.id } }))).toBe('not-found');
    expect((await boss.client.call(rightsRoutes.listRoles, {})).roles.map(({ id }) => id)).not.toContain(role.id);
  });
});
