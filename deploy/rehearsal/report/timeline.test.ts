import { expect, test } from 'vitest';
import { Timeline } from './timeline.ts';

test('a timeline tells each step with the time since the first touch', () => {
  const said: string[] = [];
  const timeline = new Timeline(1_000_000, (line) => said.push(line));
  timeline.tell('kiosk', 'touches "begin"', 1_000_000);
  timeline.tell('console', 'rings', 1_012_345.6);
  expect(said).toEqual(['     0.000 s  kiosk    touches "begin"', '    12.346 s  console  rings']);
  expect(timeline.steps).toEqual([
    { atMs: 0, side: 'kiosk', what: 'touches "begin"' },
    { atMs: 12_346, side: 'console', what: 'rings' },
  ]);
});
