import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import type { PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';

const locales: Readonly<Record<Language, string>> = { lv: 'lv-LV', en: 'en-GB', ru: 'ru-RU', uk: 'uk-UA' };
const at = (date: PlainDate) => new Date(`${date}T00:00:00Z`);
const words = (language: Language, options: Intl.DateTimeFormatOptions, date: PlainDate) =>
  new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' }).format(at(date));

/** "pirmd." and "23. nov.", for narrow places. */
export const shortDay = (date: PlainDate, language: Language) => ({
  weekday: words(language, { weekday: 'short' }, date),
  day: words(language, { day: 'numeric', month: 'short' }, date),
});

/** "pirmdiena, 23. novembris" */
export const wholeDay = (date: PlainDate, language: Language) =>
  words(language, { weekday: 'long', day: 'numeric', month: 'long' }, date);
