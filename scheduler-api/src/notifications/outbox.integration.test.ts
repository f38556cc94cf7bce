import type { OrganisationId } from '@remote-clerk/shared/domain/ids.ts';
import { addMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import { describe, expect, it } from 'vitest';
import { organisationScope } from '../db/scope.ts';
import { createLogger } from '../logger.ts';
import { openMailbox } from '../testing/mailbox.ts';
import { createMailScene, friday, hourMs, minuteMs, saturday } from './testing/mail-scene.ts';

const confirmation = 'Pieraksts piektdien, 5. martā plkst. 14.30';
const change = 'Pieraksts mainīts: tagad sestdien, 6. martā plkst. 10.00';

describe('a reminder', () => {
  it('comes a day before, once, without a calendar entry', async () => {
    await using scene = await createMailScene();
    await scene.book();
    await scene.run();
    scene.clock.advance(76.5 * hourMs - 1);
    await scene.run();
    expect(scene.subjects()).toEqual([confirmation]);
    scene.clock.advance(1);
    await scene.run();
    await scene.run();
    expect(scene.subjects()).toEqual([confirmation, 'Atgādinājums: pieraksts piektdien, 5. martā plkst. 14.30']);
    expect(scene.mails[1]?.attachments).toEqual([]);
  });

  it('does not come to who has booked for today or tomorrow', async () => {
    await using scene = await createMailScene();
    const [tomorrow, later] = [
      await scene.book({ startsAt: addMilliseconds(scene.clock.now(), 26 * hourMs - 1) }),
      await scene.book({ startsAt: addMilliseconds(scene.clock.now(), 27 * hourMs) }),
    ];
    expect((await tomorrow.deliveries()).map(({ kind }) => kind)).toEqual(['confirmation']);
    expect((await later.deliveries()).map(({ kind }) => kind)).toEqual(['confirmation', 'reminder']);
  });

  it('of a time that has changed is dropped, and comes before the new time', async () => {
    await using scene = await createMailScene();
    const appointment = await scene.book();
    await scene.run();
    await appointment.move(saturday);
    await scene.run();
    scene.clock.advance(3.5 * 24 * hourMs);
    await scene.run();
    expect(scene.subjects()).toEqual([confirmation, change]);
    scene.clock.advance(0.5 * 24 * hourMs);
    await scene.run();
    expect(scene.subjects()).toEqual([confirmation, change, 'Atgādinājums: pieraksts sestdien, 6. martā plkst. 10.00']);
  });

  it('does not come for what is cancelled, nor to who has come already, nor when it is too late', async () => {
    await using scene = await createMailScene();
    const cancelled = await scene.book();
    const arrived = await scene.book({ startsAt: saturday });
    await scene.book({ startsAt: addMilliseconds(friday, hourMs) });
    await cancelled.cancel();
    await arrived.arrive();
    await scene.run();
    scene.clock.advance(7 * 24 * hourMs);
    await scene.run();
    expect(scene.subjects()).not.toContainEqual(expect.stringContaining('Atgādinājums'));
  });
});

describe('the outbox', () => {
  it('keeps mail while the mail server is down, and delivers it once when it is back', async () => {
    await using scene = await createMailScene();
    const appointment = await scene.book();
    await scene.mailbox.close();
    for (const wait of [0, 1, 5, 30, 120, 360, 360]) {
      scene.clock.advance(wait * minuteMs);
      await scene.run();
    }
    const [waiting] = await appointment.deliveries();
    expect(waiting).toMatchObject({ state: 'waiting', attempts: 7, problem: expect.stringContaining('ECONNREFUSED') });

    await using back = await openMailbox({ port: scene.mailbox.port });
    await scene.run();
    expect(back.mails).toEqual([]); // its time has not come yet
    scene.clock.advance(360 * minuteMs);
    await scene.run();
    await scene.run();
    expect(back.mails.map(({ subject }) => subject)).toEqual([confirmation]);
    expect((await appointment.deliveries())[0]).toMatchObject({ state: 'sent', attempts: 8, problem: null });
  });

  it('sends the change alone when both it and the confirmation have waited', async () => {
    await using scene = await createMailScene();
    const appointment = await scene.book();
    await appointment.move(saturday);
    await scene.run();
    expect(scene.subjects()).toEqual([change]);
    expect((await appointment.deliveries()).map(({ kind, state }) => [kind, state])).toEqual([
      ['change', 'sent'],
      ['reminder', 'waiting'],
    ]);
  });

  it('is shown to the institution and the contact point, and to nobody else', async () => {
    await using scene = await createMailScene();
    const { world, api } = scene;
    const appointment = await scene.book();
    const seenBy = async ({ id }: { id: OrganisationId }) =>
      (await appointment.deliveries(organisationScope(id))).length;
    expect(await seenBy(world.state)).toBe(2);
    expect(await seenBy(world.municipality)).toBe(2);
    expect(await seenBy(await api.build.organisation())).toBe(0);
  });

  it('gives up after six refusals, with the server’s words but nobody’s address', async () => {
    const log: string[] = [];
    await using scene = await createMailScene({
      refuse: (address) => `451 Try later, <${address}> is greylisted`,
      overrides: { logger: createLogger('info', { write: (line) => void log.push(line) }) },
    });
    const appointment = await scene.book();
    for (const wait of [0, 1, 5, 30, 120, 360]) {
      expect((await appointment.deliveries())[0]?.state).toBe('waiting');
      scene.clock.advance(wait * minuteMs);
      await scene.run();
    }
    const [failed] = await appointment.deliveries();
    expect(failed).toMatchObject({ state: 'failed', attempts: 6, problem: expect.stringContaining('greylisted') });
    expect(failed?.problem).not.toContain('anna');
    expect(log.join()).toContain('greylisted');
    expect(log.join()).not.toContain('anna@');
  });

  it('gives up at once where there is no such address, and goes on with the others', async () => {
    await using scene = await createMailScene({
      refuse: (address) => (address.startsWith('anna') ? '550 5.1.1 No such mailbox' : undefined),
    });
    const wrong = await scene.book();
    await scene.book({ startsAt: saturday, email: 'janis@example.lv' });
    await scene.run();
    expect((await wrong.deliveries())[0]).toMatchObject({ state: 'failed', attempts: 1 });
    expect(scene.mails.map(({ envelope }) => envelope.to)).toEqual([['janis@example.lv']]);
  });

  it('sends nothing twice when several servers look at once', async () => {
    await using scene = await createMailScene();
    for (let day = 0; day < 8; day += 1) await scene.book({ startsAt: addMilliseconds(friday, day * 24 * hourMs) });
    await Promise.all([scene.run(), scene.run(), scene.api.jobs.tick()]);
    expect(scene.mails).toHaveLength(8);
    expect(new Set(scene.mails.map(({ messageId }) => messageId)).size).toBe(8);
  });

  it('sends again, as the same message, what a server that vanished had taken', async () => {
    await using scene = await createMailScene();
    const appointment = await scene.book();
    await scene.run();
    await scene.api.context.db.connection('outbox').where({ state: 'sent' }).update({ state: 'waiting' });
    scene.clock.advance(minuteMs);
    await scene.run();
    const [first, second] = scene.mails;
    expect(second?.messageId).toBe(first?.messageId);
    expect((await appointment.deliveries())[0]).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('waits where no mail server is set, and says so once', async () => {
    const log: string[] = [];
    const logger = createLogger('warn', { write: (line) => void log.push(line) });
    await using scene = await createMailScene({ withMailServer: false, overrides: { logger } });
    await scene.run();
    expect(log).toEqual([]);
    const appointment = await scene.book();
    for (let time = 0; time < 3; time += 1) await scene.run();
    expect(log).toEqual([expect.stringContaining('SMTP_URL')]);
    expect((await appointment.deliveries())[0]).toMatchObject({ state: 'waiting', attempts: 0 });
    const metrics = await scene.api.context.metrics.registry.metrics();
    expect(metrics).toMatch(/^mail_server_set 0$/m);
    expect(metrics).toMatch(/^mail_overdue 1$/m);
  });
});
