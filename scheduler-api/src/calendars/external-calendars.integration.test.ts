import type { RequestListener } from 'node:http';
import { appointmentRoutes } from '@remote-clerk/shared/contracts/http/appointments.ts';
import {
  type CalendarProblem,
  calendarProblemOf,
  calendarRoutes,
} from '@remote-clerk/shared/contracts/http/calendars.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { organisationScope } from '../db/scope.ts';
import { createLogger } from '../logger.ts';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { dumpDatabase } from '../testing/dump-database.ts';
import { serveHttp } from '../testing/http-server.ts';
import { giveSchedule } from '../testing/schedules.ts';
import { createWorld, type World, type WorldSpecialist } from '../testing/world.ts';

let api: TestApi;
let world: World;
let specialist: WorldSpecialist;
const log: string[] = [];
const closing: (() => void)[] = [];
beforeEach(async () => {
  log.length = 0;
  api = await bootApi({ overrides: { logger: createLogger('debug', { write: (line) => void log.push(line) }) } });
  world = await createWorld(api);
  specialist = await world.specialist({ atWork: false });
});
afterEach(async () => {
  for (const close of closing.splice(0)) close();
  await api.close();
});

const minutes = (count: number) => count * 60_000;
const at = (time: string, day = '2027-03-01') => Instant.parse(`${day}T${time}:00.000Z`);

let count = 0;
const event = (start: string, end: string, ...more: string[]) =>
  [
    'BEGIN:VEVENT',
    `UID:u${++count}`,
    `DTSTART:${start}`,
    `DTEND:${end}`,
    'SUMMARY:Zobārsts 🦷',
    ...more,
    'END:VEVENT',
  ].join('\r\n');
const calendarOf = (...events: string[]) => ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR', ''].join('\r\n');
const dentist = event('20270301T090000Z', '20270301T100000Z');
const lunch = event('20270301T110000Z', '20270301T113000Z');

async function serve(answer: RequestListener) {
  const server = await serveHttp(answer);
  closing.push(server.close);
  return server;
}
/** A server with a calendar that a test can change. */
async function serveCalendar(body: string) {
  const state = { body, status: 200 };
  const server = await serve((_request, response) => {
    response.writeHead(state.status, { 'Content-Type': 'text/calendar' }).end(state.body);
  });
  return { ...server, state, address: `${server.url}private-secret-token/basic.ics` };
}

const connect = (address: string, { client } = specialist, more = {}) =>
  client.call(calendarRoutes.connectExternalCalendar, { body: { kind: 'icalendar', address, ...more } });
const list = async ({ client } = specialist) => (await client.call(calendarRoutes.listExternalCalendars, {})).calendars;
/** Also when the session has ended long ago. */
const known = () => world.services.calendars.list(organisationScope(world.state.id), specialist.id);
const busy = async ({ id } = specialist) =>
  (await world.services.calendars.listBusy([id], at('00:00'), at('00:00', '2027-03-02'))).map(
    ({ from, until }) => `${from.slice(11, 16)}–${until.slice(11, 16)}`,
  );
const check = () => world.services.calendars.check();
const problemOf = (connecting: Promise<unknown>): Promise<CalendarProblem | null | 'none'> =>
  connecting.then(() => 'none' as const, calendarProblemOf);

describe('a calendar that is connected', () => {
  it('is read at once, and its times are not offered', async () => {
    await world.kiosk({ online: false });
    await giveSchedule(world, specialist.id);
    const { address } = await serveCalendar(calendarOf(dentist));
    expect(await connect(address)).toMatchObject({
      kind: 'icalendar',
      busyCount: 1,
      checkedAt: at('08:00'),
      problem: null,
    });
    expect(await busy()).toEqual(['09:00–10:00']);
    const { slots } = await api.client().call(appointmentRoutes.findSlots, {
      query: {
        serviceId: world.service.id,
        contactPointId: world.contactPoint.id,
        language: 'lv',
        firstDay: '2027-03-01',
        lastDay: '2027-03-01',
      },
    });
    const starts = slots.map(({ startsAt }) => startsAt);
    expect(starts).toContain(at('08:50'));
    expect(starts).not.toContain(at('09:30'));
    expect(starts).toContain(at('10:00'));
  });

  it('leaves neither its contents nor the way to it in clear anywhere', async () => {
    const { address, state } = await serveCalendar(calendarOf(dentist));
    const secrets = { username: 'anna-berzina', password: 'pārole-ārpus-visa' };
    const connected = await connect(address, specialist, secrets);
    expect(connected.shownAddress).toMatch(/^127\.0\.0\.1:\d+\/…ic\.ics$/);
    state.status = 500;
    api.clock.advance(minutes(19));
    await check();
    const kept = JSON.stringify([await dumpDatabase(api.context), await list(), connected, log]);
    for (const secret of ['Zobārsts', 'private-secret-token', ...Object.values(secrets)])
      expect(kept).not.toContain(secret);
  });

  it('sends user name and password, also when they stand in the address', async () => {
    const { requests, port } = await serveCalendar(calendarOf());
    await connect(`http://anna:par%C4%81dis@127.0.0.1:${port}/`);
    await connect(`http://127.0.0.1:${port}/`, specialist, { username: 'anna', password: 'parādis' });
    const expected = `Basic ${Buffer.from('anna:parādis').toString('base64')}`;
    expect(requests.map(({ headers }) => headers.authorization)).toEqual([expected, expected]);
    expect((await list()).map(({ shownAddress }) => shownAddress)).toEqual(Array(2).fill(`127.0.0.1:${port}/…`));
  });

  it('is read in the zone of the schedule, with its whole days', async () => {
    await giveSchedule(world, specialist.id);
    const day = ['BEGIN:VEVENT', 'UID:day', 'DTSTART;VALUE=DATE:20270328', 'END:VEVENT'].join('\r\n');
    const { address } = await serveCalendar(calendarOf(day));
    await connect(address);
    const found = await world.services.calendars.listBusy([specialist.id], at('00:00'), at('00:00', '2027-04-01'));
    expect(found).toEqual([
      { specialistId: specialist.id, from: at('22:00', '2027-03-27'), until: at('21:00', '2027-03-28') },
    ]);
  });

  it('is the specialist’s alone', async () => {
    const other = await world.specialist({ atWork: false });
    const { address } = await serveCalendar(calendarOf(dentist));
    const { id } = await connect(address);
    expect(await list(other)).toEqual([]);
    expect(await busy(other)).toEqual([]);
    const params = { calendarId: id };
    await expect(other.client.call(calendarRoutes.disconnectExternalCalendar, { params })).rejects.toMatchObject({
      type: 'not-found',
    });
    await specialist.client.call(calendarRoutes.disconnectExternalCalendar, { params });
    expect(await list()).toEqual([]);
    expect(await busy()).toEqual([]);
  });

  it('is one of ten at most', async () => {
    const { address } = await serveCalendar(calendarOf());
    for (let made = 0; made < 10; made += 1)
      await api.build.externalCalendar({ id: specialist.id, organisationId: world.state.id });
    await expect(connect(address)).rejects.toMatchObject({ type: 'invalid-request' });
    expect(await list()).toHaveLength(10);
  });

  it('may be as busy as anybody can be', async () => {
    const hourly = event('20270301T080000Z', '20270301T083000Z', 'RRULE:FREQ=HOURLY');
    const { address } = await serveCalendar(calendarOf(hourly));
    const { busyCount } = await connect(address);
    expect(busyCount).toBe(120 * 24);
  });
});

describe('an address at which there is no calendar', () => {
  const answers: [CalendarProblem, RequestListener][] = [
    ['refused', (_request, response) => response.writeHead(404).end()],
    ['refused', (_request, response) => response.writeHead(401).end()],
    ['unreachable', (_request, response) => response.writeHead(503).end()],
    ['unreachable', (request) => request.socket.destroy()],
    ['not-a-calendar', (_request, response) => response.end('<!doctype html><title>Pieslēgties</title>')],
    ['not-a-calendar', (_request, response) => response.end(Buffer.from([0xff, 0xfe, 0x00, 0x80]))],
    ['too-large', (_request, response) => response.writeHead(200, { 'Content-Length': 50_000_000 }).flushHeaders()],
    [
      'too-large',
      (_request, response) =>
        response.end(calendarOf(event('20270301T080000Z', '20270301T080001Z', 'RRULE:FREQ=SECONDLY'))),
    ],
    ['address-not-allowed', (_request, response) => response.writeHead(302, { Location: 'http://10.0.0.1/' }).end()],
  ];
  it.each(answers)('is told at once as %s, and nothing is kept', async (problem, answer) => {
    const { url } = await serve(answer);
    expect(await problemOf(connect(url))).toBe(problem);
    expect(await list()).toEqual([]);
  });

  it.each(['http://169.254.169.254/latest/meta-data/', 'http://[::1]:4000/', 'webcal://10.1.2.3/calendar.ics'])(
    'is not even asked where none may be: %s',
    async (address) => {
      expect(await problemOf(connect(address))).toBe('address-not-allowed');
    },
  );

  it('is none at all', async () => {
    for (const address of ['', 'kalendārs', 'file:///etc/passwd', 'javascript:alert(1)']) {
      await expect(connect(address)).rejects.toMatchObject({ type: 'invalid-request' });
    }
  });
});

describe('as time goes by', () => {
  it('a calendar is read again, and its new times take the place of the old', async () => {
    const { address, state, requests } = await serveCalendar(calendarOf(dentist));
    await connect(address);
    state.body = calendarOf(lunch);
    await check();
    expect(requests).toHaveLength(1);
    api.clock.advance(minutes(19));
    await check();
    expect(await busy()).toEqual(['11:00–11:30']);
    expect(await list()).toMatchObject([{ checkedAt: at('08:19'), busyCount: 1 }]);
  });

  it('is not read again when it is as it was, but once a day', async () => {
    const { url, requests } = await serve((request, response) => {
      response.setHeader('ETag', '"first"');
      if (request.headers['if-none-match'] === '"first"') response.writeHead(304).end();
      else response.end(calendarOf(dentist));
    });
    await connect(url);
    api.clock.advance(minutes(19));
    await check();
    expect(await list()).toMatchObject([{ checkedAt: at('08:19'), problem: null }]);
    expect(await busy()).toEqual(['09:00–10:00']);
    api.clock.advance(minutes(24 * 60));
    await check();
    expect(requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"first"', undefined]);
  });

  it('one that cannot be read keeps its times, says so, and is asked less and less often', async () => {
    const { address, state, requests } = await serveCalendar(calendarOf(dentist));
    await connect(address);
    state.status = 503;
    api.clock.advance(minutes(19));
    await check();
    expect(await known()).toMatchObject([{ checkedAt: at('08:00'), problem: 'unreachable', busyCount: 1 }]);
    expect(await busy()).toEqual(['09:00–10:00']);
    for (let passed = 0; passed < 24 * 60; passed += 10) {
      api.clock.advance(minutes(10));
      await check();
    }
    expect(requests.length).toBeGreaterThan(6);
    expect(requests.length).toBeLessThan(16);
    state.status = 200;
    api.clock.advance(minutes(8 * 60));
    await check();
    expect(await known()).toMatchObject([{ problem: null }]);
  });

  it('one whose access was tampered with is said to be lost, and the others are read', async () => {
    const [first, second] = [await serveCalendar(calendarOf(dentist)), await serveCalendar(calendarOf(lunch))];
    const { id } = await connect(first.address);
    const other = await connect(second.address);
    // Somebody with a hand in the database lets one calendar be read with the password of another.
    const { db } = api.context;
    const access = db.connection('external_calendars').where({ id: other.id }).select('access');
    await db.connection('external_calendars').where({ id }).update({ access });
    api.clock.advance(minutes(19));
    await check();
    expect(await list()).toMatchObject([
      { id, problem: 'unreachable' },
      { id: other.id, problem: null, checkedAt: at('08:19') },
    ]);
    expect([first.requests.length, second.requests.length]).toEqual([1, 2]);
  });

  it('two servers check no calendar twice', async () => {
    const { address, requests } = await serveCalendar(calendarOf(dentist));
    await connect(address);
    api.clock.advance(minutes(19));
    await Promise.all([check(), check(), check()]);
    expect(requests).toHaveLength(2);
  });

  it('that of somebody who does not work here any more is left alone', async () => {
    const { address, requests } = await serveCalendar(calendarOf(dentist));
    await connect(address);
    await api.context.db.connection('accounts').where({ id: specialist.id }).update({ disabled_at: api.clock.now() });
    api.clock.advance(minutes(60));
    await check();
    expect(requests).toHaveLength(1);
  });
});
