import { addMilliseconds } from '@remote-clerk/shared/domain/time.ts';
import ical from 'node-ical';
import { describe, expect, it } from 'vitest';
import type { ReceivedMail } from '../testing/mailbox.ts';
import { createMailScene, friday, hourMs, saturday } from './testing/mail-scene.ts';

function calendarText(mail: ReceivedMail | undefined): string {
  const content = mail?.attachments.find(({ mimeType }) => mimeType === 'text/calendar')?.content ?? '';
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

function calendarOf(mail: ReceivedMail | undefined) {
  const text = calendarText(mail);
  const event = Object.values(ical.sync.parseICS(text)).find((one) => one?.type === 'VEVENT');
  if (event?.type !== 'VEVENT') throw new Error('The mail has no appointment in it');
  return { ...event, calendarMethod: /^METHOD:(\w+)/m.exec(text)?.[1] };
}

describe('mail about an appointment', () => {
  it('confirms it, with all that a person needs to come', async () => {
    await using scene = await createMailScene();
    await scene.book();
    await scene.run();
    expect(scene.mails).toHaveLength(1);
    const [mail] = scene.mails;
    expect(mail?.subject).toBe('Pieraksts piektdien, 5. martā plkst. 14.30');
    expect(mail?.envelope).toEqual({ from: 'noreply@konsultacija.example', to: ['anna@example.lv'] });
    for (const told of [
      'Labdien, Anna Bērziņa!',
      'piektdien, 5. martā plkst. 14.30 (15 min)',
      'Vecuma pensija',
      'Kuldīga, Pilsētas laukums 4',
      'K7M-2QX-9DA',
      'http://localhost:4000/booking/#/K7M2QX9DA',
    ]) {
      expect(mail?.text).toContain(told);
      expect(mail?.html).toContain(told);
    }
    expect(mail?.html).toContain('<html lang="lv">');
  });

  it('carries an entry for the calendar, which a move moves and a cancellation takes away', async () => {
    await using scene = await createMailScene();
    const appointment = await scene.book();
    await scene.run();
    await appointment.move(saturday);
    await scene.run();
    await appointment.cancel();
    await scene.run();
    expect(scene.subjects()).toEqual([
      'Pieraksts piektdien, 5. martā plkst. 14.30',
      'Pieraksts mainīts: tagad sestdien, 6. martā plkst. 10.00',
      'Atcelts pieraksts sestdien, 6. martā plkst. 10.00',
    ]);

    const [booked, moved, cancelled] = scene.mails.map(calendarOf);
    expect(booked).toMatchObject({
      uid: `${appointment.id}@localhost`,
      calendarMethod: 'REQUEST',
      sequence: 0,
      status: 'CONFIRMED',
      start: new Date(friday),
      end: new Date('2027-03-05T12:45:00.000Z'),
      location: 'Kuldīga, Pilsētas laukums 4',
      organizer: { val: 'mailto:noreply@konsultacija.example' },
      attendee: { val: 'MAILTO:anna@example.lv' },
    });
    expect(moved).toMatchObject({ uid: booked?.uid, calendarMethod: 'REQUEST', sequence: 1 });
    expect(moved?.start).toEqual(new Date(saturday));
    expect(cancelled).toMatchObject({ uid: booked?.uid, calendarMethod: 'CANCEL', sequence: 2 });
    expect(cancelled?.status).toBe('CANCELLED');
    expect(calendarText(scene.mails[0])).toContain('DTSTART:20270305T123000Z');
  });

  it('has the calendar file both for mail programs that read it and to be opened', async () => {
    await using scene = await createMailScene();
    await (await scene.book()).cancel();
    await scene.run();
    const parts = scene.mails[0]?.attachments.map(({ mimeType, method, filename }) => ({ mimeType, method, filename }));
    expect(parts).toContainEqual({ mimeType: 'text/calendar', method: 'CANCEL', filename: null });
    expect(parts).toContainEqual({ mimeType: 'application/ics', method: undefined, filename: 'appointment.ics' });
  });

  it('says when others have cancelled, and where to book again', async () => {
    await using scene = await createMailScene();
    await (await scene.book()).cancel('institution');
    await scene.run();
    expect(scene.mails).toHaveLength(1);
    expect(scene.mails[0]?.text).toContain('Diemžēl Jūsu pierakstu nācās atcelt.');
    expect(scene.mails[0]?.text).toContain('http://localhost:4000/booking/\n');
    expect(scene.mails[0]?.text).not.toContain('K7M');
  });

  it('is not sent to who gave no address', async () => {
    await using scene = await createMailScene();
    const appointment = await scene.book({ email: null });
    await scene.run();
    expect(scene.mails).toEqual([]);
    expect(await appointment.deliveries()).toEqual([]);
  });

  it('says that a call comes where nobody has to go anywhere', async () => {
    await using scene = await createMailScene();
    await scene.book({ channel: 'telephone', language: 'en' });
    await scene.run();
    expect(scene.mails[0]?.text).toContain('Where: By telephone');
    expect(scene.mails[0]?.text).toContain('The specialist will call');
    expect(calendarOf(scene.mails[0]).location).toBe('By telephone');
  });

  it.each([
    ['lv', 'Pieraksts piektdien, 5. martā plkst. 14.30', 'Labdien, Anna Bērziņa!'],
    ['en', 'Appointment on Friday 5 March at 14:30', 'Hello Anna Bērziņa,'],
    ['ru', 'Запись в пятницу, 5 марта в 14:30', 'Здравствуйте, Anna Bērziņa!'],
    ['uk', 'Запис у п’ятницю, 5 березня о 14:30', 'Добрий день, Anna Bērziņa!'],
  ] as const)('speaks the language of the citizen: %s', async (language, subject, greeting) => {
    await using scene = await createMailScene();
    await scene.book({ language });
    await scene.run();
    const [mail] = scene.mails;
    expect(mail?.subject).toBe(subject);
    expect(mail?.text).toContain(greeting);
    expect(mail?.headers).toContainEqual(expect.objectContaining({ key: 'content-language', value: language }));
  });
});

describe('what a citizen typed', () => {
  it('puts nothing into headers or the calendar', async () => {
    await using scene = await createMailScene();
    await scene.book({ name: 'Anna\r\nBcc: everyone@example.lv\r\nSTATUS:CANCELLED' });
    await scene.run();
    const [mail] = scene.mails;
    expect(mail?.envelope.to).toEqual(['anna@example.lv']);
    expect(mail?.headers.map(({ key }) => key)).not.toContain('bcc');
    expect(calendarOf(mail).status).toBe('CONFIRMED');
  });

  it('is a name in any alphabet, and no way to write to strangers', async () => {
    await using scene = await createMailScene();
    const names = ['Ļoti Garš-Vārds', 'Олександр Шевченко', 'J. Bērziņš', 'Zoë O’Neill', '王小明'];
    const others = ['Laimējāt 500 €: prize.example', 'http://evil.example/', '<img src=x>', 'Visit evil.example'];
    for (const [hour, name] of [...names, ...others].entries()) {
      await scene.book({ name, startsAt: addMilliseconds(friday, hour * hourMs) });
    }
    await scene.run();
    const greetings = scene.mails.map(({ text }) => text?.split('\n')[0]);
    expect(greetings).toEqual([...names.map((name) => `Labdien, ${name}!`), ...others.map(() => 'Labdien!')]);
    for (const other of others) expect(JSON.stringify(scene.mails)).not.toContain(other);
  });
});
