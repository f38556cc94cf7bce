import type { Language } from '../domain/languages.ts';
import { commonMessages } from './common/messages.ts';

/** An instant: a Date, or ISO 8601 with its offset. */
type Instant = Date | string;

const riga = 'Europe/Riga';
const locales: Readonly<Record<Language, string>> = { lv: 'lv-LV', en: 'en-GB', ru: 'ru-RU', uk: 'uk-UA' };

/** "On Friday" from Sunday on, where Intl would only name the day. */
const onWeekday: Readonly<Record<Language, readonly string[]>> = {
  lv: ['svētdien', 'pirmdien', 'otrdien', 'trešdien', 'ceturtdien', 'piektdien', 'sestdien'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  ru: ['в воскресенье', 'в понедельник', 'во вторник', 'в среду', 'в четверг', 'в пятницу', 'в субботу'],
  uk: ['у неділю', 'у понеділок', 'у вівторок', 'у середу', 'у четвер', 'у п’ятницю', 'у суботу'],
};

const inLatvianMonth =
  'janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī'.split(' ');

/** Dates, times and durations as people write them in one language. */
export interface Format {
  /** "piektdien, 27. martā" */
  date(instant: Instant): string;
  /** "14.30" */
  time(instant: Instant): string;
  /** "piektdien, 27. martā plkst. 14.30" */
  dateTime(instant: Instant): string;
  /** "27.03.2026 14.30", for tables. */
  shortDateTime(instant: Instant): string;
  /** "4 min", "1 st. 5 min"; below a minute in seconds. */
  duration(seconds: number): string;
  /** "3:07", "1:02:09" */
  stopwatch(seconds: number): string;
  /** "apmēram 5–10 minūtes"; one number where both are the same. */
  aboutMinutes(from: number, to: number): string;
  /** "pirms 3 minūtēm", "tagad" */
  relative(instant: Instant, from: Instant): string;
}

/** @param timeZone of the place whose clock is meant, an IANA name */
export function createFormat(language: Language, timeZone = riga): Format {
  const locale = locales[language];
  const dayMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone });
  const shortDate = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const minutes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
  const now = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second');
  const ago = new Intl.RelativeTimeFormat(locale);
  const unit = (name: 'hour' | 'minute' | 'second', amount: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(amount);

  const time = (instant: Instant) => {
    const text = clock.format(new Date(instant));
    return language === 'lv' ? text.replace(':', '.') : text;
  };

  const numbers = new Intl.DateTimeFormat('en-US', { day: 'numeric', month: 'numeric', weekday: 'long', timeZone });
  const date = (instant: Instant) => {
    const { weekday, month, day } = calendarParts(numbers, instant);
    const on = onWeekday[language][weekday];
    if (language === 'lv') return `${on}, ${day}. ${inLatvianMonth[month]}`;
    return `${on}${language === 'en' ? '' : ','} ${dayMonth.format(new Date(instant))}`;
  };

  const atTime: Readonly<Record<Language, (time: string) => string>> = {
    lv: (at) => `plkst. ${at}`,
    en: (at) => `at ${at}`,
    ru: (at) => `в ${at}`,
    uk: (at) => `${at.startsWith('11') ? 'об' : 'о'} ${at}`,
  };

  return {
    date,
    time,
    dateTime: (instant) => `${date(instant)} ${atTime[language](time(instant))}`,
    shortDateTime: (instant) => `${shortDate.format(new Date(instant))} ${time(instant)}`,
    duration: (seconds) => {
      const whole = Math.max(0, Math.floor(seconds));
      if (whole < 60) return unit('second', whole);
      const [hours, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
      if (hours === 0) return unit('minute', rest);
      return rest === 0 ? unit('hour', hours) : `${unit('hour', hours)} ${unit('minute', rest)}`;
    },
    stopwatch: (seconds) => {
      const whole = Math.max(0, Math.floor(seconds));
      const two = (part: number) => String(part).padStart(2, '0');
      const [hours, rest, last] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
      return hours > 0 ? `${hours}:${two(rest)}:${two(last)}` : `${rest}:${two(last)}`;
    },
    aboutMinutes: (from, to) =>
      commonMessages[language]['time.about'].replace(
        '{duration}',
        from === to ? minutes.format(from) : minutes.formatRange(from, to),
      ),
    relative: (instant, from) => {
      const seconds = (new Date(instant).getTime() - new Date(from).getTime()) / 1000;
      const size = Math.abs(seconds);
      if (size < 60) return now;
      if (size < 3600) return ago.format(Math.trunc(seconds / 60), 'minute');
      if (size < 86_400) return ago.format(Math.trunc(seconds / 3600), 'hour');
      return ago.format(Math.trunc(seconds / 86_400), 'day');
    },
  };
}

/** Weekday from Sunday 0, month from January 0, day of the month. @param numbers gives them in English, in the place's zone */
function calendarParts(
  numbers: Intl.DateTimeFormat,
  instant: Instant,
): { weekday: number; month: number; day: number } {
  const parts = new Map(numbers.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return {
    weekday: onWeekday.en.indexOf(parts.get('weekday') ?? ''),
    month: Number(parts.get('month')) - 1,
    day: Number(parts.get('day')),
  };
}
