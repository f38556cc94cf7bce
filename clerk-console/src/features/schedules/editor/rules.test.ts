import { addDays, PlainDate } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';
import { changeSchedule } from '@remote-clerk/shared/domain/scheduling/schedule-change.ts';
import { expect, it } from 'vitest';
import { aSchedule, people } from '../../../testing/schedule-builders.ts';
import { blocksOf, hoursByWeekday, hoursOf, rulesAfter, rulesOf, rulesOn } from './rules.ts';

const day = (text: string) => PlainDate.parse(text);
const [november, december] = [day('2026-11-23'), day('2026-12-07')];
const { schedule: usual } = aSchedule(people[0].id);
const copied = changeSchedule(usual, { kind: 'copy-week', source: november, targets: [december] });
const mondays = (schedule: typeof usual, date: PlainDate) =>
  hoursByWeekday(schedule, date)[0]?.spans.map(({ from }) => from);

it('a week that is drawn and read again is the same', () => {
  const blocks = blocksOf(rulesOn(usual, november));
  const weekly = rulesOf(blocks, november, [], (date) => addDays(date, -1));
  const drawn = changeSchedule(usual, { kind: 'set-week', from: november, weekly });
  expect(hoursByWeekday(drawn, november)).toEqual(hoursByWeekday(usual, november));
});

it('what is planned for later stays, and the drawn week ends before it', () => {
  const later = rulesAfter(copied, november);
  const weekly = rulesOf([], november, later, (date) => addDays(date, -1));
  const emptied = changeSchedule(copied, { kind: 'set-week', from: november, weekly });
  expect(mondays(emptied, november)).toEqual([]);
  expect(mondays(emptied, december)).toEqual([540, 780]);
});

it('what is planned for later goes when it is not kept', () => {
  const weekly = rulesOf([], november, [], (date) => addDays(date, -1));
  expect(mondays(changeSchedule(copied, { kind: 'set-week', from: november, weekly }), december)).toEqual([]);
});

it('the day’s end is written as such', () => {
  expect(hoursOf(0, 1440)).toEqual({ from: '00:00', until: '24:00' });
});
