import { Temporal } from 'temporal-polyfill';
import { addDays, datesBetween, PlainDate, weekdayOf } from './calendar-date.ts';

export const holidayNames = [
  'new-year',
  'good-friday',
  'easter-sunday',
  'easter-monday',
  'labour-day',
  'independence-restored',
  'independence-restored-observed',
  'mothers-day',
  'whitsun',
  'ligo',
  'jani',
  'song-festival',
  'song-festival-observed',
  'proclamation',
  'proclamation-observed',
  'christmas-eve',
  'christmas',
  'second-christmas',
  'new-years-eve',
] as const;
export type HolidayName = (typeof holidayNames)[number];
export type Holiday = { date: PlainDate; name: HolidayName };

/**
 * Latvia's public holidays of a year, in order (law "Par svētku, atceres un atzīmējamām dienām", section 1). When 4 May, the
 * festival's closing day or 18 November falls on a weekend, the next working day is free too.
 */
export function publicHolidays(year: number): Holiday[] {
  const on = (month: number, day: number) => PlainDate.parse(new Temporal.PlainDate(year, month, day).toString());
  const easter = easterSunday(year);
  const holidays: Holiday[] = [
    { date: on(1, 1), name: 'new-year' },
    { date: addDays(easter, -2), name: 'good-friday' },
    { date: easter, name: 'easter-sunday' },
    { date: addDays(easter, 1), name: 'easter-monday' },
    { date: on(5, 1), name: 'labour-day' },
    { date: on(5, 4), name: 'independence-restored' },
    ...observed(on(5, 4), 'independence-restored-observed'),
    { date: secondSunday(on(5, 1)), name: 'mothers-day' },
    { date: addDays(easter, 49), name: 'whitsun' },
    { date: on(6, 23), name: 'ligo' },
    { date: on(6, 24), name: 'jani' },
    ...songFestivalClosings
      .filter((date) => date.startsWith(`${year}-`))
      .flatMap((date): Holiday[] => [{ date, name: 'song-festival' }, ...observed(date, 'song-festival-observed')]),
    { date: on(11, 18), name: 'proclamation' },
    ...observed(on(11, 18), 'proclamation-observed'),
    { date: on(12, 24), name: 'christmas-eve' },
    { date: on(12, 25), name: 'christmas' },
    { date: on(12, 26), name: 'second-christmas' },
    { date: on(12, 31), name: 'new-years-eve' },
  ];
  return holidays.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/**
 * The closing days of the general Latvian Song and Dance Festival, every fifth year. 2028 is as planned (30 June to 9 July,
 * the Ministry of Culture's draft order of March 2026): it is to be looked up again when the order is out.
 */
const songFestivalClosings: readonly PlainDate[] = [PlainDate.parse('2023-07-09'), PlainDate.parse('2028-07-09')];

/** A working day that is free because a Saturday is worked in its place; the Saturday has that day's hours. */
export type WorkingDayTransfer = { from: PlainDate; to: PlainDate };

const transfer = (from: string, to: string): WorkingDayTransfer => ({
  from: PlainDate.parse(from),
  to: PlainDate.parse(to),
});

/**
 * By order of the Cabinet of Ministers, a year at a time ("Par darba dienu pārcelšanu … gadā"): nobody can compute them.
 * 2026 is the order of 10 June 2025. Those of 2027 are still to be added; until then an institution writes a closure for the
 * free day and extra hours for the Saturday.
 */
export const workingDayTransfers: readonly WorkingDayTransfer[] = [
  transfer('2026-01-02', '2026-01-17'),
  transfer('2026-06-22', '2026-06-27'),
];

/** Anonymous Gregorian computus (Meeus). */
function easterSunday(year: number): PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const j = Math.floor(c / 4);
  const k = c % 4;
  const m = Math.floor((a + 11 * h) / 319);
  const r = (2 * e + 2 * j - k - h + m + 32) % 7;
  const month = Math.floor((h - m + r + 90) / 25);
  const day = (h - m + r + month + 19) % 32;
  return PlainDate.parse(new Temporal.PlainDate(year, month, day).toString());
}

const secondSunday = (firstOfMonth: PlainDate) => addDays(firstOfMonth, 14 - weekdayOf(firstOfMonth));

function observed(date: PlainDate, name: HolidayName): Holiday[] {
  const weekday = weekdayOf(date);
  return weekday < 6 ? [] : [{ date: addDays(date, 8 - weekday), name }];
}

/** What is special about days, for looking up. */
export type HolidayCalendar = {
  /** Nobody works: a holiday, or a working day that was moved to a Saturday. */
  free: ReadonlySet<PlainDate>;
  /** Saturdays that are worked, each with the day whose hours it has. */
  worked: ReadonlyMap<PlainDate, PlainDate>;
};

export function holidayCalendar(first: PlainDate, last: PlainDate): HolidayCalendar {
  const years = new Set(datesBetween(first, last).map((date) => Number(date.slice(0, 4))));
  const free = [...years].flatMap((year) => publicHolidays(year).map(({ date }) => date));
  return {
    free: new Set([...free, ...workingDayTransfers.map(({ from }) => from)]),
    worked: new Map(workingDayTransfers.map(({ from, to }) => [to, from])),
  };
}
