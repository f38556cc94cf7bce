import { describe, expect, it } from 'vitest';
import { type Block, drawn, moved, proposed, sameTimes, snaps, withEnd, withStart } from './week-blocks.ts';

const block = (change: Partial<Block> = {}): Block => ({
  id: 'a',
  weekday: 1,
  from: 540,
  until: 720,
  channels: ['kiosk'],
  ...change,
});

describe('a block of a week', () => {
  it('moves and keeps its length, to the next line of the grid', () => {
    expect(moved(block({ from: 545, until: 725 }), { minutes: 15 }, snaps.usual)).toMatchObject({
      from: 555,
      until: 735,
    });
    expect(moved(block(), { days: 2 }, snaps.usual)).toMatchObject({ weekday: 3, from: 540, until: 720 });
  });

  it('stays within the day and the week', () => {
    expect(moved(block(), { minutes: 2000 }, 15)).toMatchObject({ from: 1260, until: 1440 });
    expect(moved(block(), { minutes: -2000, days: -3 }, 15)).toMatchObject({ weekday: 1, from: 0, until: 180 });
  });

  it('never ends before it begins', () => {
    expect(withEnd(block(), 0, 15)).toMatchObject({ from: 540, until: 545 });
    expect(withStart(block(), 2000, 15)).toMatchObject({ from: 715, until: 720 });
  });

  it('is drawn downwards or upwards, and is an hour long when it is only touched', () => {
    expect(drawn(2, 544, 667)).toEqual({ weekday: 2, from: 540, until: 660 });
    expect(drawn(2, 667, 544)).toEqual({ weekday: 2, from: 540, until: 660 });
    expect(drawn(2, 544, 545)).toEqual({ weekday: 2, from: 540, until: 600 });
    expect(drawn(2, 1439, 1439)).toEqual({ weekday: 2, from: 1425, until: 1440 });
  });

  it('is proposed where nothing is yet', () => {
    expect(proposed([block()])).toEqual({ weekday: 2, from: 540, until: 1020 });
    const full = [1, 2, 3, 4, 5].map((weekday) => block({ weekday }));
    expect(proposed(full)).toEqual({ weekday: 1, from: 720, until: 780 });
  });
});

it('weeks are the same whatever the order and the names of their blocks', () => {
  const [one, two] = [block(), block({ weekday: 2 })];
  expect(sameTimes([one, two], [{ ...two, id: 'x' }, one])).toBe(true);
  expect(sameTimes([one], [block({ channels: ['telephone'] })])).toBe(false);
});
