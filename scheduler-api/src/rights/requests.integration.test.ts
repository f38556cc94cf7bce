import { randomUUID } from 'node:crypto';
import { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { createRightsScene, dayMs, outcome, type RightsPerson, type RightsScene } from '../testing/rights.ts';

let api: TestApi;
let scene: RightsScene;
let manager: RightsPerson;
let other: RightsPerson;
beforeAll(async () => {
  api = await bootApi();
  scene = await createRightsScene(api);
  manager = await scene.person('manager');
  other = await scene.person('administrator');
});
afterAll(() => api.close());

const pending = ({ client }: RightsPerson) => client.call(rightsRoutes.listRightRequests, { query: { mine: 'true' } });

describe('a right that is asked for', () => {
  it('is held as soon as a manager has approved it, and lets one work at once', async () => {
    const anna = await scene.person(null);
    const asked = await scene.ask(anna, { roleId: 'clerk' });
    expect(asked).toMatchObject({
      state: 'asked',
      kind: 'grant',
      approvalsNeeded: 1,
      decidable: false,
      withdrawable: true,
    });
    expect((await pending(manager)).requests.map(({ id }) => id)).toContain(asked.id);
    expect(await outcome(anna.client.call(rightsRoutes.listRights, { query: {} }))).toBe('not-allowed');

    const approved = await scene.approve(manager, asked.id);
    expect(approved).toMatchObject({ state: 'effective', decisions: [{ approved: true, by: { id: manager.id } }] });
    const { rights } = await scene.own(anna);
    expect(rights).toMatchObject([
      { id: approved.rightId, role: { id: 'clerk', name: null }, state: 'effective', withdrawable: false },
    ]);
    expect(await scene.recorded(anna)).toEqual(['right.ask', 'right.approve']);
  });

  it('is not approved by who asks, by who gets it, by who manages no rights, or elsewhere', async () => {
    const asked = await scene.ask(manager, { roleId: 'auditor' });
    expect(await outcome(scene.approve(manager, asked.id))).toBe('not-allowed');

    const colleague = await scene.person('manager');
    const forColleague = await scene.ask(manager, { roleId: 'specialist', for: colleague });
    expect(await outcome(scene.approve(colleague, forColleague.id))).toBe('not-allowed');
    expect(await outcome(scene.approve(manager, forColleague.id))).toBe('not-allowed');

    const clerk = await scene.person('clerk');
    expect(await outcome(scene.approve(clerk, forColleague.id))).toBe('not-allowed');
    const below = await scene.person('manager', scene.unit.id);
    expect(await outcome(scene.approve(below, forColleague.id))).toBe('not-found');
    const stranger = await scene.person('manager', (await api.build.organisation()).id);
    expect(await outcome(scene.approve(stranger, forColleague.id))).toBe('not-found');
  });

  it('needs two different people where the role is high', async () => {
    const anna = await scene.person(null);
    const asked = await scene.ask(anna, { roleId: 'administrator' });
    expect(asked.approvalsNeeded).toBe(2);
    expect(await scene.approve(manager, asked.id)).toMatchObject({
      state: 'approved',
      rightId: null,
      decidable: false,
    });
    expect(await outcome(scene.approve(manager, asked.id))).toBe('not-allowed');
    expect((await scene.own(anna)).rights).toEqual([]);
    expect(await scene.approve(other, asked.id)).toMatchObject({ state: 'effective' });
  });

  it('is refused with a reason, and can then be asked for again', async () => {
    const anna = await scene.person(null);
    const asked = await scene.ask(anna);
    expect(await outcome(scene.ask(anna))).toBe('conflict');
    expect(await scene.refuse(manager, asked.id)).toMatchObject({
      state: 'refused',
      decisions: [{ approved: false, reason: 'Nav vajadzīgs' }],
    });
    expect(await outcome(scene.approve(other, asked.id))).toBe('illegal-transition');
    expect((await scene.ask(anna)).state).toBe('asked');
  });

  it('is asked once however often one presses', async () => {
    const anna = await scene.person(null);
    const idempotencyKey = randomUUID();
    const [one, two] = await Promise.all([scene.ask(anna, { idempotencyKey }), scene.ask(anna, { idempotencyKey })]);
    expect(two.id).toBe(one.id);
  });

  it('is taken back by who asked, and by nobody else', async () => {
    const anna = await scene.person(null);
    const asked = await scene.ask(anna);
    expect(await outcome(scene.takeBack(manager, asked.id))).toBe('not-found');
    expect(await scene.takeBack(anna, asked.id)).toMatchObject({ state: 'withdrawn' });
    expect(await outcome(scene.approve(manager, asked.id))).toBe('illegal-transition');
  });

  it('is over when nobody decides in time', async () => {
    const anna = await scene.person(null);
    const asked = await scene.ask(anna, { until: scene.inDays(2) });
    api.clock.advance(2 * dayMs);
    await api.jobs.tick();
    const [row] = await api.context.db.connection('right_requests').where({ id: asked.id }).select('state');
    expect(row).toEqual({ state: 'expired' });
  });

  it.each([
    ['longer than 366 days', { until: 367 }],
    ['over already', { until: 0 }],
    ['over before it begins', { from: 10, until: 9 }],
  ])('is not %s', async (_what, { until, from }: { until: number; from?: number }) => {
    const anna = await scene.person(null);
    const wish = { until: scene.inDays(until), from: from === undefined ? null : scene.inDays(from) };
    expect(await outcome(scene.ask(anna, wish))).toBe('invalid-request');
  });

  it('is asked for at one’s own organisation, above it or below it, not elsewhere', async () => {
    const anna = await scene.person(null, scene.unit.id);
    expect((await scene.ask(anna, { at: scene.municipality.id })).organisation.name).toBe('Kuldīgas novads');
    const stranger = await api.build.organisation();
    expect(await outcome(scene.ask(anna, { at: stranger.id }))).toBe('not-found');
    const { roles, organisations } = await anna.client.call(rightsRoutes.listRightsChoices, {});
    expect(organisations.map(({ id }) => id).toSorted()).toEqual([scene.municipality.id, scene.unit.id].toSorted());
    expect(roles.map(({ id }) => id)).toEqual(['clerk', 'specialist', 'manager', 'administrator', 'auditor']);
  });

  it('for somebody else is asked by who manages them only', async () => {
    const [anna, clerk] = [await scene.person(null), await scene.person('clerk')];
    expect(await outcome(scene.ask(clerk, { for: anna }))).toBe('not-found');
    const manages = await scene.person('manager');
    expect((await scene.ask(manages, { for: anna })).askedBy.id).toBe(manages.id);
  });

  it('reaches all organisations below, and is decided by who manages above', async () => {
    const top = await scene.person('manager');
    const anna = await scene.person(null, scene.unit.id);
    const asked = await scene.ask(anna);
    expect((await scene.approve(top, asked.id)).state).toBe('effective');
  });
});

describe('at the same moment', () => {
  it('two approvals of one that needs two give one right', async () => {
    const [anna, one, two] = [await scene.person(null), await scene.person('manager'), await scene.person('manager')];
    const asked = await scene.ask(anna, { roleId: 'manager' });
    await Promise.all([scene.approve(one, asked.id), scene.approve(two, asked.id)]);
    expect((await scene.own(anna)).rights).toHaveLength(1);
  });

  it('two presses of one person count once', async () => {
    const [anna, one] = [await scene.person(null), await scene.person('manager')];
    const asked = await scene.ask(anna, { roleId: 'manager' });
    const outcomes = await Promise.all([outcome(scene.approve(one, asked.id)), outcome(scene.approve(one, asked.id))]);
    expect(outcomes.toSorted()).toEqual(['done', 'not-allowed']);
    expect((await scene.own(anna)).rights).toEqual([]);
  });

  it('approving and refusing, and approving and taking back, end in one of both', async () => {
    const [anna, one, two] = [await scene.person(null), await scene.person('manager'), await scene.person('manager')];
    const asked = await scene.ask(anna);
    const decided = await Promise.all([outcome(scene.approve(one, asked.id)), outcome(scene.refuse(two, asked.id))]);
    expect(decided.toSorted()).toEqual(['done', 'illegal-transition']);

    const again = await scene.ask(anna, { roleId: 'clerk' });
    const ended = await Promise.all([outcome(scene.approve(one, again.id)), outcome(scene.takeBack(anna, again.id))]);
    expect(ended.toSorted()).toEqual(['done', 'illegal-transition']);
    const { rights, requests } = await scene.own(anna);
    const held = rights.some(({ role }) => role.id === 'clerk');
    expect(requests.find(({ id }) => id === again.id)?.state).toBe(held ? 'effective' : 'withdrawn');
  });

  it('approving and losing the right to approve: whoever is first, no right comes of somebody who had none', async () => {
    const [anna, one, two] = [await scene.person(null), await scene.person('manager'), await scene.person('manager')];
    const rightId = await scene.rightOf(one);
    const asked = await scene.ask(anna);
    const [approved, withdrawn] = await Promise.all([
      outcome(scene.approve(one, asked.id)),
      outcome(scene.withdraw(two, rightId)),
    ]);
    expect(withdrawn).toBe('done');
    expect(['done', 'not-allowed']).toContain(approved);
    expect((await scene.own(anna)).rights).toHaveLength(approved === 'done' ? 1 : 0);
    expect(await outcome(scene.approve(one, asked.id))).toBe('not-allowed');
  });
});

describe('the database itself', () => {
  const rows = () => api.context.db.connection;

  it('takes no decision of the asker or the holder, and none twice', async () => {
    const [anna, boss] = [await scene.person(null), await scene.person('manager')];
    const asked = await scene.ask(boss, { for: anna, roleId: 'administrator' });
    const decision = (by: string, more = {}) => ({
      request_id: asked.id,
      organisation_id: scene.municipality.id,
      asked_by: boss.id,
      account_id: anna.id,
      decided_by: by,
      approved: true,
      decided_at: api.clock.now(),
      ...more,
    });
    for (const wrong of [decision(anna.id), decision(boss.id), decision(boss.id, { asked_by: manager.id })])
      await expect(rows()('right_decisions').insert(wrong)).rejects.toThrow();
    await rows()('right_decisions').insert(decision(manager.id));
    await expect(rows()('right_decisions').insert(decision(manager.id))).rejects.toThrow();
  });

  it('makes nothing effective that not enough people have approved, and gives no right for it', async () => {
    const anna = await scene.person(null);
    const asked = await scene.ask(anna, { roleId: 'administrator' });
    await scene.approve(await scene.person('manager'), asked.id);
    await expect(rows()('right_requests').where({ id: asked.id }).update({ state: 'effective' })).rejects.toThrow();
    const right = {
      id: asked.id,
      organisation_id: scene.municipality.id,
      account_id: anna.id,
      role_id: 'administrator',
      valid_from: api.clock.now(),
      valid_until: scene.inDays(10),
      created_at: api.clock.now(),
      request_id: asked.id,
    };
    await expect(rows()('role_assignments').insert(right)).rejects.toThrow();
  });
});

describe('during leave', () => {
  const lend = async (from: RightsPerson, to: RightsPerson, days = 10) =>
    from.client.call(rightsRoutes.askForDelegation, {
      body: {
        rightId: await scene.rightOf(from),
        accountId: to.id,
        validFrom: api.clock.now(),
        validUntil: scene.inDays(days),
        why: 'Atvaļinājums',
      },
      idempotencyKey: randomUUID(),
    });

  it('a colleague holds one’s right when somebody else has approved it, until one is back', async () => {
    const [anna, zane] = [await scene.person('specialist'), await scene.person(null)];
    const boss = await scene.person('manager');
    const asked = await lend(anna, zane);
    expect(asked).toMatchObject({ kind: 'delegation', delegatedBy: { id: anna.id }, account: { id: zane.id } });
    expect(await outcome(scene.approve(zane, asked.id))).toBe('not-allowed');
    await scene.approve(boss, asked.id);
    expect((await scene.own(zane)).rights).toMatchObject([
      { role: { id: 'specialist' }, delegatedBy: { id: anna.id } },
    ]);

    const karlis = await scene.person(null);
    expect(await outcome(lend(zane, karlis, 5))).toBe('not-allowed');
    await scene.withdraw(boss, await scene.rightOf(anna));
    expect((await scene.own(zane)).rights).toEqual([]);
  });

  it('is not for somebody of another organisation, and not for longer than the right', async () => {
    const anna = await scene.person('specialist');
    expect(await outcome(lend(anna, await scene.person(null, scene.unit.id)))).toBe('not-found');
    expect(await outcome(lend(anna, anna))).toBe('not-found');
  });
});
