import { describe, expect, it } from 'vitest';
import { busyTimes } from './busy-times.ts';

const at = (text: string) => Date.parse(text);
const window = { from: at('2027-03-01T00:00:00Z'), until: at('2027-06-29T00:00:00Z') };

const calendar = (lines: string, head = '') => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${head}${lines}END:VCALENDAR\r\n`;
let count = 0;
const event = (...lines: string[]) =>
  `${['BEGIN:VEVENT', ...(lines.some((line) => line.startsWith('UID')) ? [] : [`UID:u${++count}`]), 'DTSTAMP:20270101T000000Z', ...lines, 'END:VEVENT'].join('\r\n')}\r\n`;

/** @returns `from/until` in UTC, without what is always zero */
const read = (texts: string | string[], timeZone = 'Europe/Riga') =>
  busyTimes([texts].flat(), { window, timeZone }).map(({ from, until }) =>
    [from, until].map((time) => new Date(time).toISOString().replace(':00.000Z', 'Z')).join('/'),
  );

describe('busy times of a calendar', () => {
  it('are those of its events, merged where they touch or overlap', () => {
    expect(
      read(
        calendar(
          event('DTSTART:20270302T080000Z', 'DTEND:20270302T090000Z', 'SUMMARY:Ārsts 🩺') +
            event('DTSTART:20270302T090000Z', 'DURATION:PT30M') +
            event('DTSTART:20270303T080000Z', 'DTEND:20270303T090000Z'),
        ),
      ),
    ).toEqual(['2027-03-02T08:00Z/2027-03-02T09:30Z', '2027-03-03T08:00Z/2027-03-03T09:00Z']);
  });

  it('do not count what is free, cancelled or takes no time', () => {
    const time = ['DTSTART:20270302T080000Z', 'DTEND:20270302T090000Z'];
    expect(
      read(
        calendar(
          event(...time, 'TRANSP:TRANSPARENT') + event(...time, 'STATUS:CANCELLED') + event('DTSTART:20270302T080000Z'),
        ),
      ),
    ).toEqual([]);
  });

  it('are cut to the days that are asked for', () => {
    expect(read(calendar(event('DTSTART:20200101T000000Z', 'DTEND:99991231T000000Z')))).toEqual([
      '2027-03-01T00:00Z/2027-06-29T00:00Z',
    ]);
    expect(read(calendar(event('DTSTART:20270101T000000Z', 'DTEND:20270102T000000Z')))).toEqual([]);
  });

  it('keep the hour on the wall when the clocks change', () => {
    const weekly = event(
      'DTSTART;TZID=Europe/Riga:20270322T100000',
      'DTEND;TZID=Europe/Riga:20270322T110000',
      'RRULE:FREQ=WEEKLY;COUNT=2',
    );
    expect(read(calendar(weekly))).toEqual([
      '2027-03-22T08:00Z/2027-03-22T09:00Z',
      '2027-03-29T07:00Z/2027-03-29T08:00Z',
    ]);
  });

  it('keep it also where no zone is said: the calendar’s, or else the specialist’s', () => {
    const weekly = event('DTSTART:20270322T100000', 'DTEND:20270322T110000', 'RRULE:FREQ=WEEKLY;COUNT=2');
    expect(read(calendar(weekly))).toEqual([
      '2027-03-22T08:00Z/2027-03-22T09:00Z',
      '2027-03-29T07:00Z/2027-03-29T08:00Z',
    ]);
    const lisbon = ['2027-03-22T10:00Z/2027-03-22T11:00Z', '2027-03-29T09:00Z/2027-03-29T10:00Z'];
    expect(read(calendar(weekly), 'Europe/Lisbon')).toEqual(lisbon);
    expect(read(calendar(weekly, 'X-WR-TIMEZONE:Europe/Lisbon\r\n'))).toEqual(lisbon);
    const zone =
      'BEGIN:VTIMEZONE\r\nTZID:Europe/Lisbon\r\nBEGIN:STANDARD\r\nDTSTART:19701025T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:19700329T010000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n';
    expect(read(calendar(weekly, zone))).toEqual(lisbon);
  });

  it('know the names that Windows gives to zones', () => {
    const one = event('DTSTART;TZID=FLE Standard Time:20270402T100000', 'DTEND;TZID=FLE Standard Time:20270402T110000');
    expect(read(calendar(one))).toEqual(['2027-04-02T07:00Z/2027-04-02T08:00Z']);
  });

  it('of whole days are the specialist’s days, however long these are', () => {
    const days = calendar(event('DTSTART;VALUE=DATE:20270327', 'DTEND;VALUE=DATE:20270329'));
    expect(read(days)).toEqual(['2027-03-26T22:00Z/2027-03-28T21:00Z']);
    expect(read(days, 'America/St_Johns')).toEqual(['2027-03-27T02:30Z/2027-03-29T02:30Z']);
    expect(read(days, 'Pacific/Chatham')).toEqual(['2027-03-26T10:15Z/2027-03-28T10:15Z']);
  });

  it('of whole days that recur are so as well', () => {
    const days = calendar(
      event('DTSTART;VALUE=DATE:20270327', 'RRULE:FREQ=DAILY;COUNT=3', 'EXDATE;VALUE=DATE:20270328'),
    );
    expect(read(days)).toEqual(['2027-03-26T22:00Z/2027-03-27T22:00Z', '2027-03-28T21:00Z/2027-03-29T21:00Z']);
  });

  it('leave out instances that are taken away, and know those that are moved or cancelled', () => {
    const series = (...lines: string[]) => event('UID:series', ...lines);
    expect(
      read(
        calendar(
          series(
            'DTSTART;TZID=Europe/Riga:20270301T100000',
            'DTEND;TZID=Europe/Riga:20270301T110000',
            'RRULE:FREQ=DAILY;COUNT=5',
            'EXDATE;TZID=Europe/Riga:20270302T100000',
          ) +
            series(
              'RECURRENCE-ID;TZID=Europe/Riga:20270303T100000',
              'DTSTART;TZID=Europe/Riga:20270303T150000',
              'DTEND;TZID=Europe/Riga:20270303T153000',
            ) +
            series(
              'RECURRENCE-ID;TZID=Europe/Riga:20270304T100000',
              'DTSTART;TZID=Europe/Riga:20270304T100000',
              'DTEND;TZID=Europe/Riga:20270304T110000',
              'STATUS:CANCELLED',
            ),
        ),
      ),
    ).toEqual([
      '2027-03-01T08:00Z/2027-03-01T09:00Z',
      '2027-03-03T13:00Z/2027-03-03T13:30Z',
      '2027-03-05T08:00Z/2027-03-05T09:00Z',
    ]);
  });

  it('know instances that are moved into the days asked for from before them', () => {
    const series = (...lines: string[]) => event('UID:moved-in', ...lines);
    expect(
      read(
        calendar(
          series('DTSTART:20260101T080000Z', 'DTEND:20260101T090000Z', 'RRULE:FREQ=YEARLY;COUNT=2') +
            series('RECURRENCE-ID:20270101T080000Z', 'DTSTART:20270310T080000Z', 'DTEND:20270310T090000Z'),
        ),
      ),
    ).toEqual(['2027-03-10T08:00Z/2027-03-10T09:00Z']);
  });

  it('know moved instances whose series is not told', () => {
    const moved = (day: string) =>
      event(
        'UID:invited',
        `RECURRENCE-ID:202703${day}T080000Z`,
        `DTSTART:202703${day}T100000Z`,
        `DTEND:202703${day}T110000Z`,
      );
    expect(read(calendar(moved('03') + moved('10')))).toEqual([
      '2027-03-03T10:00Z/2027-03-03T11:00Z',
      '2027-03-10T10:00Z/2027-03-10T11:00Z',
    ]);
  });

  it('are also those that are told as free and busy periods only', () => {
    const periods = `BEGIN:VFREEBUSY\r\nUID:f\r\nDTSTAMP:20270101T000000Z\r\nFREEBUSY;FBTYPE=BUSY:20270302T080000Z/20270302T090000Z,20270303T080000Z/PT1H\r\nFREEBUSY;FBTYPE=FREE:20270304T080000Z/PT1H\r\nEND:VFREEBUSY\r\n`;
    expect(read(calendar(periods))).toEqual([
      '2027-03-02T08:00Z/2027-03-02T09:00Z',
      '2027-03-03T08:00Z/2027-03-03T09:00Z',
    ]);
  });

  it('are those of all texts together', () => {
    const same = (start: string) => calendar(event('UID:same', `DTSTART:${start}`, 'DURATION:PT1H'));
    expect(read([same('20270302T080000Z'), same('20270303T080000Z')])).toHaveLength(2);
  });

  it('are read with a byte order mark, other line ends and folded lines', () => {
    const text = calendar(event('SUMMARY:Garš no', ' saukums', 'DTSTART:20270302T0', ' 80000Z', 'DURATION:PT1H'));
    for (const one of [`\uFEFF${text}`, text.replaceAll('\r\n', '\n')]) expect(read(one)).toHaveLength(1);
  });

  it('are none in an empty calendar', () => expect(read(calendar(''))).toEqual([]));
});

describe('what cannot be read', () => {
  it.each([
    ['nothing', ''],
    ['a page', '<!doctype html><title>Pieslēdzieties</title>'],
    ['a calendar that was cut off', calendar(event('DTSTART:20270302T080000Z', 'DURATION:PT1H')).slice(0, -20)],
    ['an event that starts twice', calendar(event('DTSTART:20270302T080000Z', 'DTSTART:20270303T080000Z'))],
    ['an impossible rule', calendar(event('DTSTART:20270302T080000Z', 'RRULE:FREQ=SOMETIMES'))],
  ])('is %s', (_what, text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ problem: 'not-a-calendar' }));
  });

  it.each(['SECONDLY', 'MINUTELY', 'MINUTELY;INTERVAL=2;COUNT=99'])('is something that recurs %s', (rule) => {
    const text = calendar(event('DTSTART:20270302T080000Z', 'DURATION:PT1S', `RRULE:FREQ=${rule}`));
    expect(() => read(text)).toThrow(expect.objectContaining({ problem: 'too-large' }));
  });

  it('is busier than anybody can be', () => {
    const hourly = (minute: number) =>
      event(`DTSTART:20270302T08${String(minute).padStart(2, '0')}00Z`, 'DURATION:PT1M', 'RRULE:FREQ=HOURLY');
    const text = calendar(hourly(0) + hourly(20) + hourly(40));
    expect(() => read(text)).toThrow(expect.objectContaining({ problem: 'too-large' }));
  });
});
