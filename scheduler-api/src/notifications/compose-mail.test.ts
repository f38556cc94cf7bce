import { AppointmentId } from '@remote-clerk/shared/domain/ids.ts';
import { languages } from '@remote-clerk/shared/domain/languages.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { describe, expect, it } from 'vitest';
import type { AppointmentFacts } from './appointment-facts-repository.ts';
import { createCalendarFile } from './calendar-file.ts';
import { composeMail } from './compose-mail.ts';

const publicOrigin = 'https://konsultacija.example:8443';
const now = Instant.parse('2027-03-01T08:00:00.000Z');
const inAllLanguages = (text: string) => ({ lv: `${text} lv`, en: `${text} en`, ru: `${text} ru`, uk: `${text} uk` });

const facts = (given: Partial<AppointmentFacts> = {}): AppointmentFacts & { email: string } => ({
  id: AppointmentId.parse('01a1fa8d-86f1-7000-ae13-ba3bdc324838'),
  state: 'booked',
  sequence: 3,
  cancelReason: null,
  code: 'K7M2QX9DA',
  startsAt: Instant.parse('2027-03-27T12:30:00.000Z'),
  endsAt: Instant.parse('2027-03-27T13:00:00.000Z'),
  channel: 'kiosk',
  language: 'lv',
  citizenName: 'Anna Bērziņa',
  service: inAllLanguages('Atkarību ārstēšana'),
  bring: inAllLanguages('Pase'),
  institution: inAllLanguages('Dienests'),
  specialistName: 'Juris Āboltiņš',
  contactPoint: { name: 'Kuldīga', address: 'Pilsētas laukums 4', timeZone: 'Europe/Riga' },
  ...given,
  email: 'anna@example.lv',
});

describe('a message about an appointment', () => {
  it('has a subject that anyone may read, in every language', () => {
    for (const language of languages) {
      for (const kind of ['confirmation', 'change', 'cancellation', 'reminder'] as const) {
        const { subject } = composeMail(facts({ language }), kind, publicOrigin);
        expect(subject).toMatch(/27.+14[.:]30/);
        expect(subject).not.toMatch(/Anna|Atkarību|Dienests|Kuldīga|K7M/);
      }
    }
  });

  it('is in one language throughout', () => {
    const { text, html } = composeMail(facts({ language: 'uk' }), 'confirmation', publicOrigin);
    for (const told of ['Добрий день, Anna Bērziņa!', 'Atkarību ārstēšana uk', 'Dienests uk', 'Pase uk']) {
      expect(text).toContain(told);
      expect(html).toContain(told);
    }
    expect(html).toContain('<html lang="uk">');
  });

  it('tells the time on the clock of the place, on the days around the change of clocks too', () => {
    const lisbon = { name: 'Lisabona', address: 'Rua 1', timeZone: 'Europe/Lisbon' };
    expect(composeMail(facts({ contactPoint: lisbon }), 'reminder', publicOrigin).subject).toContain('plkst. 12.30');
    const dayAfter = facts({ startsAt: Instant.parse('2027-03-28T11:30:00.000Z') });
    expect(composeMail(dayAfter, 'reminder', publicOrigin).subject).toBe(
      'Atgādinājums: pieraksts svētdien, 28. martā plkst. 14.30',
    );
  });

  it('fetches nothing and lets nobody’s text become HTML', () => {
    const service = inAllLanguages('<img src="https://evil.example/x.png">');
    const { html } = composeMail(facts({ service }), 'confirmation', publicOrigin);
    expect(html).not.toMatch(/<img|<script|<link|url\(/);
    expect([...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, url]) => url)).toEqual([
      `${publicOrigin}/booking/#/K7M2QX9DA`,
    ]);
  });
});

describe('the entry for the calendar', () => {
  const organiser = { name: 'Valsts, "KAC"', address: 'noreply@example.lv' };
  const fileOf = (given: Partial<AppointmentFacts> = {}) =>
    createCalendarFile(facts(given), { organiser, publicOrigin, now }).content.replaceAll('\r\n ', '');

  it('is named by the appointment and the host of the installation', () => {
    expect(fileOf()).toContain('UID:01a1fa8d-86f1-7000-ae13-ba3bdc324838@konsultacija.example\r\n');
    expect(fileOf()).toContain('SEQUENCE:3\r\n');
  });

  it('says when in UTC, which the change of clocks does not touch', () => {
    expect(fileOf()).toContain('DTSTART:20270327T123000Z\r\nDTEND:20270327T130000Z\r\n');
  });

  it('shows nobody what the appointment is about before it is opened', () => {
    expect(fileOf()).toContain('SUMMARY:Pieraksts uz konsultāciju\r\n');
  });

  it('is one entry whatever names hold', () => {
    const file = fileOf({ contactPoint: { name: 'A\r\nEND:VEVENT', address: ';,\\"', timeZone: 'Europe/Riga' } });
    expect(file.match(/^END:VEVENT/gm)).toHaveLength(1);
    expect(file).toMatch(/^ORGANIZER;CN="[^"]*":mailto:noreply@example\.lv\r?$/m);
  });
});
