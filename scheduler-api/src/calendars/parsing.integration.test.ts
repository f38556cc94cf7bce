import { describe, expect, it } from 'vitest';
import { createParser } from './parsing.ts';

const at = (text: string) => Date.parse(text);
const reading = {
  window: { from: at('2027-03-01T00:00:00Z'), until: at('2027-06-29T00:00:00Z') },
  timeZone: 'Europe/Riga',
};
const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:u', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
const meeting = calendar('DTSTART:20270302T080000Z', 'DURATION:PT1H', 'SUMMARY:Ārsts & “zobi” <3 🩺');
const busy = [{ from: at('2027-03-02T08:00:00Z'), until: at('2027-03-02T09:00:00Z') }];

const report = (data: string) => `<?xml version="1.0" encoding="utf-8"?>
<multistatus xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
  <response><href>/anna/1.ics</href><propstat><prop><C:calendar-data>${data}</C:calendar-data></prop>
    <status>HTTP/1.1 200 OK</status></propstat></response>
</multistatus>`;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** So that a busy machine fails no test. */
const patient = { milliseconds: 25_000, megabytes: 192 };

describe('reading a calendar in a process of its own', () => {
  const parse = createParser(patient);

  it('gives the busy times of an iCalendar text', async () => {
    expect(await parse({ ...reading, kind: 'icalendar', body: meeting })).toEqual(busy);
  });

  it.each([
    ['escaped', escaped(meeting)],
    ['as it is', `<![CDATA[${meeting}]]>`],
  ])('gives those of a CalDAV answer, with the text %s', async (_how, data) => {
    expect(await parse({ ...reading, kind: 'caldav', body: report(data) })).toEqual(busy);
  });

  it('gives none for a CalDAV answer without any', async () => {
    const body = '<?xml version="1.0"?><multistatus xmlns="DAV:"/>';
    expect(await parse({ ...reading, kind: 'caldav', body })).toEqual([]);
  });

  it.each([
    ['icalendar', '<html></html>'],
    ['caldav', report('no calendar')],
  ] as const)('refuses what is none: %s', async (kind, body) => {
    await expect(parse({ ...reading, kind, body })).rejects.toMatchObject({ problem: 'not-a-calendar' });
  });

  it('reads many, some at a time', async () => {
    const many = Array.from({ length: 6 }, () => parse({ ...reading, kind: 'icalendar', body: meeting }));
    expect(await Promise.all(many)).toEqual(Array(6).fill(busy));
  });
});

describe('a calendar that was made to do harm', () => {
  /** Sixty times sixty instances in each hour, by a rule that looks harmless. */
  const everySecond = Array.from({ length: 60 }, (_, index) => index).join(',');
  const endless = calendar(
    'DTSTART:20270302T080000Z',
    'DURATION:PT1S',
    `RRULE:FREQ=HOURLY;BYMINUTE=${everySecond};BYSECOND=${everySecond}`,
  );

  it('is given up when reading it takes too long, and the next one is read', async () => {
    const parse = createParser({ ...patient, milliseconds: 1_000 });
    await expect(parse({ ...reading, kind: 'icalendar', body: endless })).rejects.toMatchObject({
      problem: 'too-slow',
    });
    expect(await createParser(patient)({ ...reading, kind: 'icalendar', body: meeting })).toEqual(busy);
  });

  it('takes the memory of nobody but itself', async () => {
    const parse = createParser({ ...patient, megabytes: 48 });
    await expect(parse({ ...reading, kind: 'icalendar', body: endless })).rejects.toMatchObject({
      problem: 'too-large',
    });
  });
});
