import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile, serviceTimeRange } from './service-times.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('the usual time of a service', () => {
  it('is not known from fewer than twenty', () => {
    expect(serviceTimeRange([])).toBeNull();
    expect(serviceTimeRange(upTo(19))).toBeNull();
    expect(serviceTimeRange(upTo(20))).not.toBeNull();
  });

  it('is the middle half', () => {
    expect(serviceTimeRange(upTo(21))).toEqual({ lower: 6, upper: 16 });
    expect(serviceTimeRange(upTo(21).toReversed())).toEqual({ lower: 6, upper: 16 });
    expect(serviceTimeRange(Array.from({ length: 20 }, () => 12))).toEqual({ lower: 12, upper: 12 });
  });

  it('does not change for one who stayed for two hours', () => {
    expect(serviceTimeRange([...upTo(20), 21])).toEqual(serviceTimeRange([...upTo(20), 120]));
  });

  it('has a quarter at most on either side, and lies within what was seen', () => {
    const seen = fc.array(fc.double({ min: 0, max: 480, noNaN: true }), { minLength: 20, maxLength: 200 });
    fc.assert(
      fc.property(seen, (durations) => {
        const range = serviceTimeRange(durations);
        if (!range) return expect.fail('twenty are enough');
        expect(range.lower).toBeLessThanOrEqual(range.upper);
        expect(durations.filter((one) => one < range.lower).length).toBeLessThanOrEqual(
          Math.ceil(durations.length / 4),
        );
        expect(durations.filter((one) => one > range.upper).length).toBeLessThanOrEqual(
          Math.ceil(durations.length / 4),
        );
        expect(range.lower).toBeGreaterThanOrEqual(Math.min(...durations));
        expect(range.upper).toBeLessThanOrEqual(Math.max(...durations));
      }),
    );
  });

  it('takes the nearest two for what lies between them', () => {
    expect(quantile([10, 20], 0.5)).toBe(15);
    expect(quantile([7], 0.95)).toBe(7);
  });
});
