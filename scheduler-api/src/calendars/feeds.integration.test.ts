import { randomBytes, randomUUID } from 'node:crypto';
import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import { calendarRoutes } from '@remote-clerk/shared/contracts/http/calendars.ts';
import ical from 'node-ical';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../logger.ts';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { giveSchedule } from '../testing/schedules.ts';
import { createWorld, type World, type WorldSpecialist } from '../testing/world.ts';

let api: TestApi;
let world: World;
let specialist: WorldSpecialist;
const log: string[] = [];
beforeEach(async () => {
  log.length = 0;
  const logger = createLogger('debug', { write: (line) => void log.push(line) });
  api = await bootApi({ config: { rateLimits: true }, overrides: { logger } });
  world = await createWorld(api);
  await world.kiosk({ online: false });
  specialist = await world.specialist({ atWork: false });
  await giveSchedule(world, specialist.id);
});
afterEach(() => api.close());

const citizen = { name: 'Jānis Ķēniņš', email: null, phone: null };
async function book(time: string) {
  const clerk = await world.clerk();
  const key = () => ({ idempotencyKey: randomUUID() });
  const held = await clerk.client.call(appointmentRoutes.holdAppointment, {
    body: {
      serviceId: world.service.id,
      contactPointId: world.contactPoint.id,
      language: 'lv',
      startsAt: `2027-03-01T${time}:00.000Z`,
    },
    ...key(),
  });
  const params = { appointmentId: held.id };
  const booked = await clerk.client.call(appointmentRoutes.confirmAppointment, { params, body: { citizen }, ...key() });
  return {
    ...booked,
    cancel: () =>
      clerk.client.call(appointmentRoutes.cancelAppointment, { params, body: { version: booked.version }, ...key() }),
  };
}

/** Makes the specialist's feed. @returns its address below the server's */
async function makeFeed({ client } = specialist): Promise<string> {
  const { address } = await client.call(calendarRoutes.createCalendarFeed, { body: {} });
  expect(address).toMatch(/^http:\/\/localhost:4000\/calendar-feeds\/[\w-]{43}\.ics$/);
  return new URL(address).pathname;
}
const get = (path: string, init?: RequestInit) => fetch(api.url + path, init);
const read = async (path: string) => (await get(path)).text();

describe('a specialist’s feed', () => {
  it('has the appointments, and nothing of whom they are with', async () => {
    const { id } = await book('09:00');
    const response = await get(await makeFeed());
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const text = await response.text();
    expect(text).not.toMatch(/METHOD|Ķēniņš/);
    expect(ical.sync.parseICS(text)[`${id}@localhost`]).toMatchObject({
      summary: 'Pieraksts · Vecuma pensija',
      location: 'Kuldīga, Pilsētas laukums 4',
      start: new Date('2027-03-01T09:00:00Z'),
      end: new Date('2027-03-01T09:10:00Z'),
      status: 'CONFIRMED',
    });
  });

  it('has those of no colleague, and none that was cancelled', async () => {
    const path = await makeFeed();
    const { id, cancel } = await book('09:00');
    expect(await read(await makeFeed(await world.specialist({ atWork: false })))).not.toContain(id);
    expect(await read(path)).toContain(id);
    await cancel();
    expect(await read(path)).not.toContain(id);
  });

  it('is sent again only when it has changed', async () => {
    const path = await makeFeed();
    await book('09:00');
    const etag = (await get(path)).headers.get('etag') ?? '';
    api.clock.advance(60_000);
    const again = () => get(path, { headers: { 'If-None-Match': etag } });
    expect((await again()).status).toBe(304);
    await book('10:00');
    expect((await again()).status).toBe(200);
  });

  it('has one address at a time', async () => {
    const first = await makeFeed();
    const second = await makeFeed();
    expect((await get(first)).status).toBe(404);
    expect((await get(second)).status).toBe(200);
  });

  it('ends with the account', async () => {
    const path = await makeFeed();
    await api.context.db.connection('accounts').where({ id: specialist.id }).update({ disabled_at: api.clock.now() });
    expect((await get(path)).status).toBe(404);
  });

  it('is only read', async () => {
    const path = await makeFeed();
    expect((await get(path, { method: 'HEAD' })).status).toBe(200);
    const refused = await get(path, { method: 'POST' });
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('leaves its token in no log and in no row', async () => {
    const path = await makeFeed();
    await get(path);
    await get(path, { method: 'POST' });
    await specialist.client.call(calendarRoutes.createCalendarFeed, { body: {} });
    await get(path);
    const token = path.slice('/calendar-feeds/'.length, -'.ics'.length);
    expect(log.join()).toContain('/calendar-feeds/….ics');
    expect(log.join()).not.toContain(token);
    const rows = await api.context.db.connection('calendar_feeds').select('*');
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('an address that is guessed', () => {
  const guess = () => get(`/calendar-feeds/${randomBytes(32).toString('base64url')}.ics`);

  it('has nothing, and the guesser soon has to wait', async () => {
    const statuses = [];
    for (let tries = 0; tries < 21; tries += 1) statuses.push((await guess()).status);
    expect(statuses).toEqual([...Array(20).fill(404), 429]);
  });

  it('may be anything', async () => {
    for (const path of [
      '/calendar-feeds/x.ics',
      '/calendar-feeds/%00.ics',
      '/calendar-feeds/%zz.ics',
      '/calendar-feeds/',
      `/calendar-feeds/${'a'.repeat(9_000)}.ics`,
    ])
      expect([400, 404]).toContain((await get(path)).status);
  });
});
