import type { Language } from '@remote-clerk/shared/domain/languages.ts';
import type { Instant } from '@remote-clerk/shared/domain/time.ts';
import { useLanguage } from '@remote-clerk/shared/i18n/use-messages.ts';
import { useMemo } from 'react';
import { createCalendarWords } from '../../calendar/use-calendar-words.ts';
import { dayOf, lastDayOf } from './term.ts';

/** Latvian months after "no" and after "līdz"; Intl knows them only as they are in a calendar. */
const latvian = {
  from: 'janvāra februāra marta aprīļa maija jūnija jūlija augusta septembra oktobra novembra decembra'.split(' '),
  until:
    'janvārim februārim martam aprīlim maijam jūnijam jūlijam augustam septembrim oktobrim novembrim decembrim'.split(
      ' ',
    ),
};

/** When rights begin and end, as people write it. */
export function createTermWords(language: Language) {
  const words = createCalendarWords(language);
  const inLatvian = (date: string, months: readonly string[]) => {
    const [year, month, day] = date.split('-').map(Number);
    return `${year}. gada ${day}. ${months[Number(month) - 1]}`;
  };
  const phrase = (name: keyof typeof latvian, date: ReturnType<typeof dayOf>) =>
    language === 'lv' ? inLatvian(date, latvian[name]) : words.date(date);
  return {
    /** What follows "no": "2026. gada 1. decembra". */
    from: (moment: Instant) => phrase('from', dayOf(moment)),
    /** What follows "līdz": the last day of a term, "2027. gada 31. maijam". */
    until: (validUntil: Instant) => phrase('until', lastDayOf(validUntil)),
    /** "2026. gada 20. novembris" */
    day: (moment: Instant) => words.date(dayOf(moment)),
    /** The last day of a term: "2027. gada 31. maijs". */
    lastDay: (validUntil: Instant) => words.date(lastDayOf(validUntil)),
  };
}

export function useTermWords() {
  const { language } = useLanguage();
  return useMemo(() => createTermWords(language), [language]);
}
