import { SlotQuery } from '@remote-clerk/shared/contracts/http/appointments.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { giveSchedule } from '../testing/schedules.ts';
import { createWorld, type World } from '../testing/world.ts';

let api: TestApi;
let world: World;
beforeAll(async () => {
  api = await bootApi();
  world = await createWorld(api);
  await world.kiosk({ online: false });
  const hours = { from: '02:00', until: '05:00' };
  const open = (day: string) => ({
    kind: 'open',
    reason: 'extra-hours',
    firstDay: day,
    lastDay: day,
    hours,
    channels: ['telephone'],
  });
  await giveSchedule(world, (await world.specialist({ atWork: false })).id, {
    weekdays: [1, 2],
    channels: ['telephone'],
    exceptions: [open('2027-03-27'), open('2027-03-28')],
    limits: { walkInShare: 20, bufferAfter: 5 },
  });
  await api.context.db.connection('public_services').update({ channels: '["telephone"]' });
});
afterAll(() => api.close());

it.each([
  ['an ordinary day', '2027-03-02'],
  ['the day before the clock goes forward', '2027-03-27'],
  ['the night in which it does', '2027-03-28'],
  ['the first working day by summer time', '2027-03-30'],
])('any time that a search gives can be booked: %s', async (_what, day) => {
  const { slotSearch, appointments } = world.services;
  const query = { serviceId: world.service.id, channel: 'telephone', language: 'lv', firstDay: day, lastDay: day };
  const { slots } = await slotSearch.find(SlotQuery.parse({ ...query, limit: '500' }));
  expect(slots.length).toBeGreaterThan(3);
  for (const { startsAt } of slots) {
    const wish = { serviceId: world.service.id, channel: 'telephone', language: 'lv', startsAt } as const;
    const held = await appointments.hold(
      { ...wish, contactPointId: null, specialistId: null },
      { through: 'web', accountId: null, organisationId: null },
    );
    expect(held.startsAt).toBe(startsAt);
    // The walk-ins' share allows any of them, but not all.
    await appointments.changeByCode(held.code, { kind: 'cancel' });
  }
});
