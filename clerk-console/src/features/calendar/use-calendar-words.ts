import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import {
  addDays,
  type PlainDate as Day,
  mondayOf,
  PlainDate,
} from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { useMemo } from 'react';
import type { Span } from './wall-time.ts';

const locales: Readonly<Record<Language, string>> = { lv: 'lv-LV', en: 'en-GB', ru: 'ru-RU', uk: 'uk-UA' };
const someMonday = mondayOf(PlainDate.parse('2026-01-05'));
const noon = (date: Day) => new Date(`${date}T12:00:00Z`);

/** Days and wall-clock times in one language; none of it depends on a time zone. */
export function createCalendarWords(language: Language) {
  const of = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', ...options });
  const short = of({ weekday: 'short', day: 'numeric', month: 'numeric' });
  const long = of({ weekday: 'long', day: 'numeric', month: 'long' });
  const dated = of({ day: 'numeric', month: 'long', year: 'numeric' });
  const weekdays = { short: of({ weekday: 'short' }), long: of({ weekday: 'long' }) };
  const dot = language === 'lv' ? '.' : ':';
  const two = (part: number) => String(part).padStart(2, '0');
  const time = (minutes: number) => `${two(Math.floor(minutes / 60) % 24)}${dot}${two(minutes % 60)}`;
  const hours = ({ from, until }: Span) => `${time(from)}–${time(until)}`;
  return {
    /** "pk, 27.11." */
    shortDay: (date: Day) => short.format(noon(date)),
    /** "piektdiena, 27. novembris" */
    longDay: (date: Day) => long.format(noon(date)),
    /** "2026. gada 27. novembris" */
    date: (date: Day) => dated.format(noon(date)),
    /** "2026. gada 23.–29. novembris"; one day as `date`. */
    range: (first: Day, last: Day) =>
      first === last ? dated.format(noon(first)) : dated.formatRange(noon(first), noon(last)),
    /** @param weekday 1 for Monday */
    weekday: (weekday: number, length: 'short' | 'long' = 'long') =>
      weekdays[length].format(noon(addDays(someMonday, weekday - 1))),
    /** "09.00" @param minutes since midnight; 1440 is midnight */
    time,
    /** "09.00–12.30" */
    hours,
    /** "09.00–12.00, 13.00–17.00" */
    listHours: (spans: readonly Span[]) => spans.map(hours).join(', '),
  };
}
export type CalendarWords = ReturnType<typeof createCalendarWords>;

export function useCalendarWords(): CalendarWords {
  const { language } = useLanguage();
  return useMemo(() => createCalendarWords(language), [language]);
}
