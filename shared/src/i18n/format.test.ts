import { describe, expect, it } from 'vitest';
import { languages } from '../domain/languages.ts';
import { createFormat } from './format.ts';

const [lv, en, ru, uk] = [createFormat('lv'), createFormat('en'), createFormat('ru'), createFormat('uk')];
const friday = '2026-03-27T12:30:00Z';
/** Intl separates numbers with no-break spaces where the language wants them. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('a day and time as people write them', () => {
  it('in Latvian', () => expect(lv.dateTime(friday)).toBe('piektdien, 27. martā plkst. 14.30'));
  it('in English', () => expect(en.dateTime(friday)).toBe('Friday 27 March at 14:30'));
  it('in Russian', () => expect(ru.dateTime(friday)).toBe('в пятницу, 27 марта в 14:30'));
  it('in Ukrainian', () => expect(uk.dateTime(friday)).toBe('у п’ятницю, 27 березня о 14:30'));
  it('in Ukrainian with another preposition before eleven', () =>
    expect(uk.dateTime('2026-03-27T09:05:00Z')).toBe('у п’ятницю, 27 березня об 11:05'));

  it('by the calendar in Riga, where midnight has passed already', () => {
    expect(lv.date('2026-12-31T22:30:00Z')).toBe('piektdien, 1. janvārī');
    expect(lv.time('2026-07-01T21:05:00Z')).toBe('00.05');
  });

  it('by the clock of another place, where one is named', () => {
    const lisbon = createFormat('lv', 'Europe/Lisbon');
    expect(lisbon.dateTime('2026-12-31T23:30:00Z')).toBe('ceturtdien, 31. decembrī plkst. 23.30');
  });

  it('short, for tables', () => {
    expect(plain(lv.shortDateTime(friday))).toBe('27.03.2026 14.30');
    expect(plain(en.shortDateTime(friday))).toBe('27/03/2026 14:30');
  });
});

describe('durations', () => {
  it.each([
    [45, '45 sek.'],
    [59.9, '59 sek.'],
    [240, '4 min'],
    [3600, '1 st.'],
    [3900, '1 st. 5 min'],
  ])('of %d seconds are "%s" in Latvian', (seconds, words) => {
    expect(plain(lv.duration(seconds))).toBe(words);
  });

  it('run on a stopwatch', () => {
    expect([0, 7, 187, 3729, -5].map(lv.stopwatch)).toEqual(['0:00', '0:07', '3:07', '1:02:09', '0:00']);
  });

  it('are estimated as a range in words', () => {
    const words = [lv, en, ru, uk].map((format) => plain(format.aboutMinutes(5, 10)));
    expect(words).toEqual([
      'apmēram 5–10 minūtes',
      'about 5–10 minutes',
      'примерно 5–10 минут',
      'приблизно 5–10 хвилин',
    ]);
    expect(plain(lv.aboutMinutes(1, 1))).toBe('apmēram 1 minūte');
  });
});

describe('relative time', () => {
  it('names the largest unit', () => {
    expect(lv.relative('2026-03-27T12:27:00Z', friday)).toBe('pirms 3 minūtēm');
    expect(lv.relative('2026-03-27T09:30:00Z', friday)).toBe('pirms 3 stundām');
    expect(lv.relative('2026-03-26T09:30:00Z', friday)).toBe('pirms 1 dienas');
  });

  it('says now within a minute, in every language', () => {
    const words = languages.map((language) => createFormat(language).relative(friday, friday));
    expect(words).toEqual(['tagad', 'now', 'сейчас', 'зараз']);
  });
});
