import { randomUUID } from 'node:crypto';
import { rightsRoutes } from '@remote-clerk/shared/contracts/http/rights.ts';
import type { RightsReviewId } from '@remote-clerk/shared/domain/ids.ts';
import { describe, expect, it } from 'vitest';
import { bootApi } from '../testing/boot-api.ts';
import { openMailbox } from '../testing/mailbox.ts';
import { createRightsScene, dayMs, outcome, type RightsPerson } from '../testing/rights.ts';

/** A server that sends mail, where days pass. */
async function createTimeScene() {
  const mailbox = await openMailbox();
  const api = await bootApi({ config: { mail: mailbox.config } });
  const scene = await createRightsScene(api);
  const { db } = api.context;
  const told = () =>
    mailbox.mails.map(({ subject, envelope }) => `${envelope.to[0]}: ${subject?.split(' · ')[1]}`).toSorted();

  return {
    ...scene,
    api,
    mailbox,
    /** Whom what was told since it was last asked. */
    async told(): Promise<string[]> {
      for (let n = 0; n < 3; n += 1) {
        api.clock.advance(2_000);
        await api.jobs.tick();
      }
      const all = told();
      mailbox.mails.length = 0;
      return all;
    },
    /** Days pass, one after another, with all that the server does by itself. */
    async pass(days: number): Promise<void> {
      for (let day = 0; day < days; day += 1) {
        api.clock.advance(dayMs);
        await api.jobs.tick();
      }
    },
    /** Somebody is at work again. */
    async signsIn(of: RightsPerson): Promise<void> {
      await db.connection('accounts').where({ id: of.id }).update({ last_signed_in_at: api.clock.now() });
    },
    async endsAt(of: RightsPerson, days: number): Promise<void> {
      await db
        .connection('role_assignments')
        .where({ account_id: of.id })
        .update({ valid_until: scene.inDays(days) });
    },
    async held(of: RightsPerson): Promise<number> {
      const rows = await db
        .connection('role_assignments')
        .where({ account_id: of.id, withdrawn_at: null })
        .where('valid_until', '>', api.clock.now())
        .select('id');
      return rows.length;
    },
    async [Symbol.asyncDispose]() {
      await api.close();
      await mailbox.close();
    },
  };
}

describe('mail about rights', () => {
  it('goes to those who decide, and then to who asked and who gets it, in Latvian and English', async () => {
    await using scene = await createTimeScene();
    const { id } = scene.municipality;
    const boss = await scene.person('manager', id, 'boss@kuldiga.example');
    await scene.person('clerk', id, 'clerk@kuldiga.example');
    await scene.person('manager', scene.unit.id, 'below@kuldiga.example');
    const anna = await scene.person(null, id, 'anna@kuldiga.example');
    const asked = await scene.ask(anna);
    expect(await scene.told()).toEqual(['boss@kuldiga.example: A request for rights waits for your decision']);

    await scene.refuse(boss, asked.id);
    await scene.api.jobs.tick();
    scene.api.clock.advance(2_000);
    await scene.api.jobs.tick();
    const [mail] = scene.mailbox.mails;
    expect(mail?.envelope.to).toEqual(['anna@kuldiga.example']);
    for (const words of [
      'Tiesību pieprasījums ir noraidīts.',
      'Loma: speciālists',
      'Iemesls: Nav vajadzīgs',
      'The request for rights was refused.',
    ])
      expect(mail?.text).toContain(words);
    expect(mail?.html).toContain('<section lang="en">');
  });

  it('is not sent about what was taken back meanwhile, and not to who has no address', async () => {
    await using scene = await createTimeScene();
    await scene.person('manager', scene.municipality.id, 'boss@kuldiga.example');
    await scene.person('manager');
    const anna = await scene.person(null);
    await scene.takeBack(anna, (await scene.ask(anna)).id);
    expect(await scene.told()).toEqual([]);
  });

  it('tells the holder and the managers 30 and 7 days before the end of a term, each once', async () => {
    await using scene = await createTimeScene();
    const { id } = scene.municipality;
    await scene.person('manager', id, 'boss@kuldiga.example');
    const anna = await scene.person('specialist', id, 'anna@kuldiga.example');
    await scene.endsAt(anna, 32);
    await scene.pass(1);
    expect(await scene.told()).toEqual([]);
    const both = ['anna@kuldiga.example: Rights end soon', 'boss@kuldiga.example: Rights end soon'];
    await scene.pass(2);
    expect(await scene.told()).toEqual(both);
    await scene.pass(20);
    expect(await scene.told()).toEqual([]);
    await scene.pass(4);
    expect(await scene.told()).toEqual(both);
  });

  it('tells nothing of the end of a right that goes on under another term', async () => {
    await using scene = await createTimeScene();
    const { id } = scene.municipality;
    const boss = await scene.person('manager', id);
    const anna = await scene.person('specialist', id, 'anna@kuldiga.example');
    await scene.endsAt(anna, 40);
    const asked = await scene.ask(anna, { until: scene.inDays(300) });
    expect(asked.kind).toBe('renewal');
    await scene.approve(boss, asked.id);
    expect(await scene.told()).toEqual(['anna@kuldiga.example: A decision about rights']);
    await scene.pass(35);
    expect(await scene.told()).toEqual([]);
  });
});

describe('who does not sign in', () => {
  it('is told two weeks before, and then has no right any more: of that it is on record that nobody took it', async () => {
    await using scene = await createTimeScene();
    const { id } = scene.municipality;
    const boss = await scene.person('manager', id);
    const anna = await scene.person('specialist', id, 'anna@kuldiga.example');
    const settings = { body: { absenceDays: 60 } };
    expect(await boss.client.call(rightsRoutes.readRightsSettings, {})).toEqual({ absenceDays: 180 });
    expect(await boss.client.call(rightsRoutes.changeRightsSettings, settings)).toEqual({ absenceDays: 60 });
    await scene.pass(45);
    expect(await scene.told()).toEqual([]);
    await scene.pass(1);
    expect(await scene.told()).toEqual(['anna@kuldiga.example: Rights that are not used are soon withdrawn']);
    await scene.signsIn(boss);
    await scene.pass(13);
    expect(await scene.held(anna)).toBe(1);
    await scene.pass(1);
    expect(await scene.held(anna)).toBe(0);
    expect(await scene.held(boss)).toBe(1);
    const [entry] = await scene.api.context.db
      .connection('audit_entries')
      .where({ action: 'right.withdraw', subject_id: anna.id });
    expect(entry).toMatchObject({ actor_kind: 'system', actor_id: null });
  });

  it('keeps it by signing in', async () => {
    await using scene = await createTimeScene();
    const anna = await scene.person('specialist');
    await scene.pass(170);
    await scene.signsIn(anna);
    await scene.pass(20);
    expect(await scene.held(anna)).toBe(1);
  });

  it('keeps it as the last who manages rights', async () => {
    await using scene = await createTimeScene();
    const boss = await scene.person('manager');
    await scene.pass(200);
    expect(await scene.held(boss)).toBe(1);
  });
});

describe('a review', () => {
  const open = ({ client, organisationId }: RightsPerson, dueAt: string) =>
    client.call(rightsRoutes.openRightsReview, { body: { organisationId, dueAt }, idempotencyKey: randomUUID() });
  const read = ({ client }: RightsPerson, reviewId: RightsReviewId) =>
    client.call(rightsRoutes.readRightsReview, { params: { reviewId }, query: {} });

  it('has each right confirmed or withdrawn by somebody else, and withdraws the others when it is due', async () => {
    await using scene = await createTimeScene();
    const { id } = scene.municipality;
    const [boss, second] = [
      await scene.person('manager', id, 'boss@kuldiga.example'),
      await scene.person('manager', id),
    ];
    const people = [
      await scene.person('clerk'),
      await scene.person('specialist', scene.unit.id),
      await scene.person('auditor'),
    ];
    const [clerk, specialist, auditor] = people;
    const stranger = await scene.person('manager', (await scene.api.build.organisation()).id);
    const review = await open(boss, scene.inDays(0.25));
    expect(review.progress).toEqual({ open: 5, confirmed: 0, withdrawn: 0, gone: 0 });
    expect(await outcome(open(second, scene.inDays(10)))).toBe('conflict');
    expect(await outcome(read(stranger, review.id))).toBe('not-found');
    expect(await boss.client.call(rightsRoutes.readRightsCounts, {})).toMatchObject({ toReview: 4 });

    const { items } = await read(boss, review.id);
    const decide = ({ client }: RightsPerson, of: RightsPerson | undefined, how: 'confirm' | 'withdraw') => {
      const item = items.find(({ right }) => right.account.id === of?.id);
      if (!item) throw new Error('Their right is not in the review');
      const params = { reviewId: review.id, itemId: item.id };
      return how === 'confirm'
        ? client.call(rightsRoutes.confirmReviewedRight, { params, body: {} })
        : client.call(rightsRoutes.withdrawReviewedRight, { params, body: { reason: 'Vairs nestrādā' } });
    };
    expect((await decide(boss, clerk, 'confirm')).state).toBe('confirmed');
    expect((await decide(boss, specialist, 'withdraw')).state).toBe('withdrawn');
    expect(await outcome(decide(boss, boss, 'confirm'))).toBe('not-allowed');
    expect(await outcome(decide(second, clerk, 'withdraw'))).toBe('illegal-transition');
    expect(await outcome(decide(stranger, auditor, 'withdraw'))).toBe('not-found');
    await decide(second, boss, 'confirm');
    expect((await read(boss, review.id)).review.progress).toEqual({ open: 2, confirmed: 2, withdrawn: 1, gone: 0 });
    expect(await scene.held(specialist ?? boss)).toBe(0);

    await scene.pass(1);
    expect([await scene.held(boss), await scene.held(second), await scene.held(auditor ?? boss)]).toEqual([1, 0, 0]);
    const [row] = await scene.api.context.db.connection('rights_reviews').where({ id: review.id }).select('closed_at');
    expect(row.closed_at).not.toBeNull();
    expect(await scene.told()).toContain('boss@kuldiga.example: The rights of staff have to be reviewed');
  });

  it('leaves the last who manages rights with theirs, and stays open for it', async () => {
    await using scene = await createTimeScene();
    const boss = await scene.person('manager');
    const review = await open(boss, scene.inDays(2));
    await scene.pass(3);
    expect(await scene.held(boss)).toBe(1);
    const [row] = await scene.api.context.db.connection('rights_reviews').where({ id: review.id }).select('closed_at');
    expect(row.closed_at).toBeNull();
  });

  it('opens by itself each half year, and reminds', async () => {
    await using scene = await createTimeScene();
    const boss = await scene.person('manager', scene.municipality.id, 'boss@kuldiga.example');
    await scene.pass(181);
    expect(await scene.api.context.db.connection('rights_reviews').select('id')).toEqual([]);
    await scene.signsIn(boss);
    await scene.told();
    await scene.pass(1);
    const rows = await scene.api.context.db.connection('rights_reviews').select('organisation_id', 'opened_by');
    expect(rows).toEqual([{ organisation_id: scene.municipality.id, opened_by: null }]);
    const reminder = 'boss@kuldiga.example: The rights of staff have to be reviewed';
    expect(await scene.told()).toEqual([reminder]);
    await scene.pass(23);
    expect(await scene.told()).toEqual([reminder]);
    await scene.pass(6);
    expect(await scene.told()).toEqual([reminder]);
  });
});
