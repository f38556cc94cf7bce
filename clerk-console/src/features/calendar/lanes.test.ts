import { expect, it } from 'vitest';
import { inLanes } from './lanes.ts';

const span = (from: number, until: number) => ({ from, until });
const places = (...spans: { from: number; until: number }[]) =>
  inLanes(spans, (each) => each).map(({ item, lane, lanes }) => [item.from, lane, lanes]);

it('gives each the whole width where nothing overlaps, touching or not', () => {
  expect(places(span(0, 30), span(30, 60), span(90, 120))).toEqual([
    [0, 0, 1],
    [30, 0, 1],
    [90, 0, 1],
  ]);
});

it('puts what overlaps side by side, and uses a lane again as soon as it is free', () => {
  expect(places(span(0, 60), span(10, 20), span(20, 40), span(100, 110))).toEqual([
    [0, 0, 2],
    [10, 1, 2],
    [20, 1, 2],
    [100, 0, 1],
  ]);
});
