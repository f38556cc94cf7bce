import { calendarProblemOf, calendarRoutes } from '@remote-clerk/shared/contracts/http/calendars.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bootApi, type TestApi } from '../testing/boot-api.ts';
import { hasRadicale, startRadicale } from '../testing/radicale.ts';
import { createWorld, type World, type WorldSpecialist } from '../testing/world.ts';

const password = 'pārole ar atstarpēm: ā';
const collection = 'anna/darbs/';
const makeCalendar = `<?xml version="1.0" encoding="utf-8"?>
<C:mkcalendar xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><set><prop>
  <displayname>Darbs</displayname>
  <C:supported-calendar-component-set><C:comp name="VEVENT"/></C:supported-calendar-component-set>
</prop></set></C:mkcalendar>`;
const event = (...lines: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:test',
    'BEGIN:VEVENT',
    'UID:vizīte',
    'DTSTAMP:20270101T000000Z',
    'SUMMARY:Ārsts <&> 🩺',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

describe.skipIf(!hasRadicale)('a CalDAV collection at a real Radicale', () => {
  let radicale: Awaited<ReturnType<typeof startRadicale>>;
  let api: TestApi;
  let world: World;
  let specialist: WorldSpecialist;
  beforeAll(async () => {
    radicale = await startRadicale({ anna: password, berta: 'cita' });
  });
  afterAll(() => radicale.stop());
  beforeEach(async () => {
    api = await bootApi();
    world = await createWorld(api);
    specialist = await world.specialist({ atWork: false });
    await radicale.ask('anna', 'MKCALENDAR', collection, makeCalendar);
  });
  afterEach(async () => {
    await radicale.ask('anna', 'DELETE', collection);
    await api.close();
  });

  const put = (name: string, body: string) => radicale.ask('anna', 'PUT', `${collection}${name}.ics`, body);
  const connect = (change: Record<string, string> = {}) =>
    specialist.client.call(calendarRoutes.connectExternalCalendar, {
      body: { kind: 'caldav', address: radicale.url + collection, username: 'anna', password, ...change },
    });
  const busy = async () =>
    (
      await world.services.calendars.listBusy(
        [specialist.id],
        Instant.parse('2027-03-01T00:00:00.000Z'),
        Instant.parse('2027-05-01T00:00:00.000Z'),
      )
    ).map(({ from, until }) => `${from.slice(5, 16)}/${until.slice(5, 16)}`);
  /** What they are after the next check. */
  const checked = async () => {
    api.clock.advance(19 * 60_000);
    await world.services.calendars.check();
    return busy();
  };

  it('is read when it is connected, and again as events are made, changed and deleted', async () => {
    await put('pirmais', event('DTSTART:20270302T080000Z', 'DTEND:20270302T090000Z'));
    expect(await connect()).toMatchObject({ kind: 'caldav', busyCount: 1, problem: null });
    expect(await busy()).toEqual(['03-02T08:00/03-02T09:00']);

    await put('otrais', event('DTSTART:20270303T080000Z', 'DURATION:PT30M').replace('vizīte', 'cita'));
    expect(await checked()).toEqual(['03-02T08:00/03-02T09:00', '03-03T08:00/03-03T08:30']);

    await put('pirmais', event('DTSTART:20270302T100000Z', 'DTEND:20270302T110000Z', 'SEQUENCE:1'));
    expect(await checked()).toEqual(['03-02T10:00/03-02T11:00', '03-03T08:00/03-03T08:30']);

    await radicale.ask('anna', 'DELETE', `${collection}otrais.ics`);
    expect(await checked()).toEqual(['03-02T10:00/03-02T11:00']);
    expect(await checked()).toEqual(['03-02T10:00/03-02T11:00']);
  });

  const riga = [
    'BEGIN:VTIMEZONE',
    'TZID:Europe/Riga',
    ...['BEGIN:STANDARD', 'DTSTART:19961027T040000', 'TZOFFSETFROM:+0300', 'TZOFFSETTO:+0200'],
    ...['RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD'],
    ...['BEGIN:DAYLIGHT', 'DTSTART:19970330T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0300'],
    ...['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT'],
    'END:VTIMEZONE',
  ].join('\r\n');

  it('has series, with instances moved and taken away, over a clock change', async () => {
    const series = event(
      'DTSTART;TZID=Europe/Riga:20270322T100000',
      'DTEND;TZID=Europe/Riga:20270322T110000',
      'RRULE:FREQ=WEEKLY;COUNT=4',
      'EXDATE;TZID=Europe/Riga:20270405T100000',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:vizīte',
      'DTSTAMP:20270101T000000Z',
      'RECURRENCE-ID;TZID=Europe/Riga:20270412T100000',
      'DTSTART;TZID=Europe/Riga:20270413T120000',
      'DTEND;TZID=Europe/Riga:20270413T130000',
    );
    await put('sērija', series.replace('BEGIN:VEVENT', `${riga}\r\nBEGIN:VEVENT`));
    await connect();
    expect(await busy()).toEqual(['03-22T08:00/03-22T09:00', '03-29T07:00/03-29T08:00', '04-13T09:00/04-13T10:00']);
  });

  it('is not read with a wrong password, nor with somebody else’s', async () => {
    const problem = (change: Record<string, string>) => connect(change).then(() => 'none', calendarProblemOf);
    expect(await problem({ password: 'nepareiza' })).toBe('refused');
    expect(await problem({ username: 'berta', password: 'cita' })).toBe('refused');
    expect(await problem({ address: `${radicale.url}anna/nav/` })).toBe('refused');
  });

  it('is none where there are only folders', async () => {
    const problem = await connect({ address: `${radicale.url}anna/` }).then(() => 'none', calendarProblemOf);
    expect(problem).toBe('not-a-calendar');
  });
});
