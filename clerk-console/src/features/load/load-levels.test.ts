import type { LoadCell } from '@remote-clerk/shared/contracts/http/load.ts';
import { instantFrom } from '@remote-clerk/shared/domain/time.ts';
import { expect, it } from 'vitest';
import { createWall } from '../calendar/wall-time.ts';
import { levelOf, loadDays, timesShown } from './load-levels.ts';

const cell = (change: Partial<LoadCell> = {}): LoadCell => ({
  from: instantFrom(Date.UTC(2026, 10, 23, 7, 0)),
  available: 100,
  booked: 0,
  expectedWalkIn: 0,
  ...change,
});

it.each([
  ['calm', 30, 30, 60],
  ['fair', 45, 40, 85],
  ['tight', 60, 40, 100],
  ['over', 60, 41, 101],
] as const)('is %s when %d booked and %d expected minutes meet a hundred', (level, booked, expectedWalkIn, share) => {
  expect(levelOf(cell({ booked, expectedWalkIn }))).toEqual({ level, share });
});

it('tells an hour in which nobody is wanted from one in which nobody is there', () => {
  expect(levelOf(cell({ available: 0 }))).toEqual({ level: 'closed', share: null });
  expect(levelOf(cell({ available: 0, expectedWalkIn: 12 }))).toEqual({ level: 'nobody', share: null });
});

it('shows days of the zone, from the first half hour with something in it to the last', () => {
  const at = (day: number, hour: number, minute = 0) => instantFrom(Date.UTC(2026, 10, day, hour, minute));
  const days = loadDays(
    [cell({ from: at(24, 8, 30) }), cell({ from: at(23, 7) }), cell({ from: at(23, 22, 30), available: 0 })],
    createWall('Europe/Riga'),
  );
  expect(days.map(({ date, halfHours }) => [date, halfHours.map(({ minutes }) => minutes)])).toEqual([
    ['2026-11-23', [540]],
    ['2026-11-24', [30, 630]],
  ]);
  expect(timesShown(days)).toEqual([540, 570, 600, 630]);
});
