import { describe, expect, it } from 'vitest';
import { slopeOf, trendOf } from './trend.ts';

const minutes = (count: number, valueAt: (minute: number) => number) =>
  Array.from({ length: count }, (_, minute) => ({ seconds: minute * 60, value: valueAt(minute) }));

describe('a slope', () => {
  it('is that of the line through the points', () => {
    expect(
      slopeOf([
        { x: 0, y: 1 },
        { x: 1, y: 3 },
        { x: 2, y: 5 },
      ]),
    ).toBe(2);
  });
  it('is none where there is one point, or nothing', () => {
    expect(slopeOf([{ x: 3, y: 1 }])).toBe(0);
    expect(slopeOf([])).toBe(0);
  });
});

describe('a trend', () => {
  it('is flat when what was needed to begin with stays', () => {
    expect(
      trendOf(
        minutes(60, (minute) => (minute < 10 ? 100 + minute * 5 : 150)),
        1,
      ),
    ).toMatchObject({
      perHour: 0,
      flat: true,
    });
  });
  it('is flat when it goes up and down', () => {
    expect(
      trendOf(
        minutes(60, (minute) => 100 + (minute % 2) * 8),
        1,
      ).flat,
    ).toBe(true);
  });
  it('is not flat when a little more is held each minute', () => {
    expect(
      trendOf(
        minutes(60, (minute) => 100 + minute * 0.5),
        5,
      ),
    ).toMatchObject({ perHour: 30, flat: false });
  });
});
