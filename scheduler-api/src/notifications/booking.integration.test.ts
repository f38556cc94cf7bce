import { randomUUID } from 'node:crypto';
import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { expect, it } from 'vitest';
import { bootApi } from '../testing/boot-api.ts';
import { openMailbox } from '../testing/mailbox.ts';
import { giveSchedule } from '../testing/schedules.ts';
import { createWorld } from '../testing/world.ts';

const key = () => ({ idempotencyKey: randomUUID() });

it('a citizen who books on the web comes back by the link in the mail, and the clerk sees what was sent', async () => {
  await using mailbox = await openMailbox();
  await using api = await bootApi({ config: { mail: mailbox.config } });
  const world = await createWorld(api);
  await world.kiosk({ online: false });
  await giveSchedule(world, (await world.specialist({ atWork: false })).id);
  const [clerk, web] = [await world.clerk(), api.client()];
  const sendMail = async () => {
    api.clock.advance(2_000);
    await api.jobs.tick();
  };

  const held = await web.call(appointmentRoutes.holdPublicly, {
    body: {
      serviceId: world.service.id,
      contactPointId: world.contactPoint.id,
      startsAt: Instant.parse('2027-03-05T12:30:00.000Z'),
      channel: 'kiosk',
      language: 'lv',
    },
    ...key(),
  });
  await sendMail();
  expect(mailbox.mails).toEqual([]); // a hold is nothing to tell of

  const citizen = { name: 'Anna Bērziņa', email: 'anna@example.lv', phone: null };
  await web.call(appointmentRoutes.confirmPublicly, { body: { code: held.code, citizen }, ...key() });
  await sendMail();
  const [, code = ''] = /\/booking\/#\/(\w+)/.exec(mailbox.mails[0]?.text ?? '') ?? [];
  const found = await web.call(appointmentRoutes.findPublicly, { body: { code } });
  expect(found).toMatchObject({ state: 'booked', startsAt: '2027-03-05T12:30:00.000Z' });

  const startsAt = Instant.parse('2027-03-04T08:00:00.000Z');
  await web.call(appointmentRoutes.movePublicly, { body: { code, startsAt }, ...key() });
  await sendMail();
  await web.call(appointmentRoutes.cancelPublicly, { body: { code }, ...key() });
  await sendMail();
  expect(mailbox.mails.map(({ subject }) => subject)).toEqual([
    'Pieraksts piektdien, 5. martā plkst. 14.30',
    'Pieraksts mainīts: tagad ceturtdien, 4. martā plkst. 10.00',
    'Atcelts pieraksts ceturtdien, 4. martā plkst. 10.00',
  ]);

  const { id } = await api.context.db.connection('appointments').where({ code }).first('id');
  const { deliveries } = await clerk.client.call(appointmentRoutes.readAppointment, { params: { appointmentId: id } });
  expect(deliveries.map(({ kind, state }) => [kind, state])).toEqual([
    ['confirmation', 'sent'],
    ['change', 'sent'],
    ['cancellation', 'sent'],
  ]);
});
