import { expect, it } from 'vitest';
import { rowsOf, shortfalls, summaryOf } from './rows.ts';

const ran = (row: string, seconds: number | null, ...lost: string[]) => ({ row, seconds, lost });

it('counts for each scenario what came back, and how soon', () => {
  const rows = rowsOf([
    ran('worker-killed', 1),
    ran('worker-killed', 2),
    ran('worker-killed', null, 'the call'),
    ran('link-cut-2s', 0.5),
  ]);
  expect(rows).toEqual([
    { scenario: 'worker-killed', runs: 3, cameBack: 2, secondsP50: 1, secondsP95: 2, lost: 1 },
    { scenario: 'link-cut-2s', runs: 1, cameBack: 1, secondsP50: 0.5, secondsP95: 0.5, lost: 0 },
  ]);
  expect(summaryOf(rows)).toEqual({ scenarios: 2, runs: 4, cameBack: 3, lost: 1, worstSecondsP95: 2 });
  expect(shortfalls(rows)).toEqual(['worker-killed: 1 of 3 did not come back', 'worker-killed: 1 lost']);
});

it('says what took longer than it may', () => {
  expect(shortfalls(rowsOf([ran('worker-killed', 3.4)]))).toEqual(['worker-killed: 3.4 s, wanted 3 s']);
});
